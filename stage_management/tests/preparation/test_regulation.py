# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Regulations: versions, languages, and the intern who signs."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Date
from odoo.tests import tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestRegulation(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.regulation = cls.env.ref(
            "stage_management.hr_internship_regulation_default"
        )

    def _html(self, document):
        report = self.env.ref("stage_management.hr_internship_document_report")
        return report._render_qweb_html(report.report_name, document.ids)[0].decode()

    def test_four_languages_are_shipped(self):
        self.assertEqual(
            set(self.regulation.text_ids.mapped("lang")), {"en", "nl", "fr", "de"}
        )
        by = set(self.regulation.end_clause_ids.mapped("ended_by"))
        self.assertEqual(by, {"intern", "school", "organisation", "mentor"})

    def test_text_is_in_the_language_of_the_internship(self):
        document = self._document("regulation")
        self.assertIn("What you commit to", self._html(document))
        self.assertIn("When an internship can be stopped", self._html(document))
        self.env["res.lang"]._activate_lang("fr_BE")
        self.internship.lang = "fr_BE"
        self.assertIn("Ce à quoi vous vous engagez", self._html(document))

    def test_version_that_is_signed_keeps_its_wording(self):
        document = self._document("regulation")
        document.action_ask_to_sign()
        self.assertEqual(document.regulation_id, self.regulation)
        for act in (
            lambda: self.regulation.text_ids[0].write({"body": "<p>Other</p>"}),
            lambda: self.regulation.end_clause_ids[0].write({"reason": "Other"}),
            lambda: self.regulation.write({"end_clause_ids": [(5, 0, 0)]}),
            self.regulation.unlink,
        ):
            with self.assertRaisesRegex(UserError, "keeps its wording"):
                act()

    def test_new_version_follows_the_old_one(self):
        new = self.regulation.with_user(self.coordinator).copy()
        self.assertEqual(len(new.text_ids), 4)
        self.assertEqual(new.date_from, Date.add(self.regulation.date_until, days=1))
        self.assertTrue(self.regulation.is_in_force)
        self.assertFalse(new.is_in_force)

    def test_one_version_at_a_time(self):
        with self.assertRaisesRegex(ValidationError, "in force in the same period"):
            self.regulation.create({"name": "2", "date_from": "2026-06-01"})

    def test_company_has_its_own_before_the_common_one(self):
        own = self.regulation.create(
            {
                "name": "Own",
                "date_from": "2026-01-01",
                "company_id": self.company.id,
                "text_ids": [(0, 0, {"lang": "en", "title": "T", "body": "<p>B</p>"})],
            }
        )
        self.assertEqual(self.regulation._find_for(self.company), own)

    def test_without_regulations_nothing_is_sent(self):
        self.regulation.active = False
        with self.assertRaisesRegex(UserError, "No regulations are in force today"):
            self._document("regulation").action_ask_to_sign()

    def test_mentors_read_and_coordinators_write(self):
        user = self.mentor.user_id
        self.assertTrue(self.regulation.with_user(user).text_ids[0].body)
        with self.assertRaises(AccessError):
            self.regulation.with_user(user).name = "2"
        self.regulation.with_user(self.coordinator).name = "2"
