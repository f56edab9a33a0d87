# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Placeholders in templates."""

from markupsafe import Markup

from odoo.exceptions import ValidationError
from odoo.tests import BaseCase, TransactionCase, tagged

from ...tools import placeholders


@tagged("post_install", "-at_install")
class TestPlaceholders(BaseCase):
    def test_values_are_put_in_escaped(self):
        text = placeholders.fill("<p>{{ intern }}</p>", {"intern": "<b>x</b>"})
        self.assertEqual(text, "<p>&lt;b&gt;x&lt;/b&gt;</p>")

    def test_markup_stays_markup(self):
        text = placeholders.fill("{{ assignment }}", {"assignment": Markup("<p>a</p>")})
        self.assertEqual(text, "<p>a</p>")

    def test_missing_value_leaves_a_line_of_dots(self):
        text = placeholders.fill("{{ mentor }}", {"mentor": None})
        self.assertEqual(text, placeholders.GAP)

    def test_tags_of_the_editor_inside_the_braces_do_not_matter(self):
        self.assertEqual(placeholders.find("{{ <b>intern</b>&nbsp;}}"), ["intern"])

    def test_value_is_never_read_as_a_template(self):
        text = placeholders.fill("{{ a }}", {"a": "{{ b }}", "b": "secret"})
        self.assertEqual(text, "{{ b }}")


@tagged("post_install", "-at_install")
class TestTemplate(TransactionCase):
    def _template(self, body):
        return self.env["hr.internship.agreement.template"].create(
            {"name": "Test", "title": "Test", "lang": "en", "body": body}
        )

    def test_unknown_placeholder_is_named(self):
        with self.assertRaisesRegex(ValidationError, "{{ salary }}"):
            self._template("<p>{{ intern }} earns {{ salary }}</p>")

    def test_shipped_templates_are_in_three_languages(self):
        templates = self.env["hr.internship.agreement.template"].search([])
        self.assertLessEqual({"nl", "fr", "en"}, set(templates.mapped("lang")))
