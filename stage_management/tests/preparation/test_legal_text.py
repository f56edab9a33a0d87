# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from psycopg2.errors import CheckViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestLegalText(InternshipCommon):
    def _text(self, **values):
        return self.env["hr.internship.legal.text"].create({"name": "Act", **values})

    def test_six_texts_of_the_guide_are_there(self):
        for name in (
            "welfare_1996", "young_people_1999", "health_2003", "trainees_2004",
            "occupational_1970", "circular_2005",
        ):  # fmt: skip
            text = self.env.ref(f"stage_management.hr_internship_legal_text_{name}")
            self.assertTrue(text.reference, name)

    def test_codified_decrees_are_replaced_by_the_code(self):
        code = self.env.ref("stage_management.hr_internship_legal_text_code_2017")
        self.assertEqual(len(code.replaces_ids), 3)
        self.assertFalse(any(code.replaces_ids.mapped("is_in_force")))
        self.assertTrue(code.is_in_force)

    def test_in_force_is_found_and_not_found(self):
        now = self._text(date_from="2020-01-01")
        texts = now | self._text(date_until="2020-01-01")
        texts |= self._text(date_from="2099-01-01")
        found = texts.search([("id", "in", texts.ids), ("is_in_force", "=", True)])
        self.assertEqual(found, now)
        found = texts.search([("id", "in", texts.ids), ("is_in_force", "=", False)])
        self.assertEqual(found, texts - now)

    def test_dates_and_circles_are_checked(self):
        first = self._text()
        second = self._text(replaced_by_id=first.id)
        with self.assertRaisesRegex(ValidationError, "can't replace itself"):
            first.replaced_by_id = second
        with self.assertRaises(CheckViolation), mute_logger("odoo.sql_db"):
            self._text(date_from="2020-01-02", date_until="2020-01-01")

    def test_named_text_is_not_deleted(self):
        text = self.env.ref("stage_management.hr_internship_legal_text_welfare_1996")
        with self.assertRaisesRegex(UserError, "Documents or other texts refer"):
            text.unlink()

    def test_mentors_read_and_coordinators_keep_it_right(self):
        text = self._text()
        user = self.mentor.user_id
        self._internship()
        self.assertEqual(text.with_user(user).name, "Act")
        with self.assertRaises(AccessError):
            text.with_user(user).name = "Other"
        text.with_user(self.coordinator).date_until = "2026-12-31"
