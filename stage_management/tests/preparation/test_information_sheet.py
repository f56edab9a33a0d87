# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The information sheet: three parts, complete or not, printed."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common import FolderCommon

COORDINATOR = {
    "workplace": "Tower A, desk 4.12",
    "expenses": "Train ticket",
    "access_rights": "Badge",
}
MENTOR = {"arrival": "9:00, reception desk", "first_contact": "1234"}
INTERN = {
    "emergency_name": "Mother One",
    "emergency_phone": "+32 2 555 01 02",
    "languages": "Dutch, French",
}


@tagged("post_install", "-at_install")
class TestInformationSheet(FolderCommon):
    @property
    def sheet(self):
        return self.internship.information_sheet_ids

    def _fill(self, *parts):
        for part in parts:
            if part is INTERN:
                self.sheet._fill_in_by_intern(self.intern, part)
            else:
                user = self.mentor.user_id if part is MENTOR else self.coordinator
                self.sheet.with_user(user).write(part)

    def test_one_sheet_is_made_on_preparation(self):
        self.assertEqual(len(self.sheet), 1)
        self.internship.action_refresh_documents()
        self.assertEqual(len(self.sheet), 1)

    def test_what_is_missing_is_named_until_all_parts_are_there(self):
        self.assertEqual(
            self.sheet.missing_parts,
            "emergency contact, languages, workplace, expenses, access, first day, "
            "how to reach the mentor",
        )
        self._fill(COORDINATOR, MENTOR)
        self.assertEqual(self.sheet.missing_parts, "emergency contact, languages")
        self.assertEqual(self._document("information_sheet").state, "missing")
        self._fill(INTERN)
        self.assertTrue(self.sheet.is_complete)
        self.assertEqual(self._document("information_sheet").state, "accepted")
        self.assertTrue(self.sheet.intern_filled_on)
        self.assertTrue(self.sheet.mentor_filled_on)

    def test_facts_are_those_of_the_internship(self):
        self.internship.supervisor_id = False
        self.assertIn("school and supervisor", self.sheet.missing_parts)

    def test_who_loses_the_mentor_is_not_complete_any_more(self):
        self._fill(COORDINATOR, MENTOR, INTERN)
        self.internship.backup_id = False
        self.assertEqual(self._document("information_sheet").state, "missing")

    def test_everybody_keeps_to_the_own_part(self):
        sheet = self.sheet.with_user(self.mentor.user_id)
        with self.assertRaisesRegex(AccessError, "their own part"):
            sheet.write({"emergency_name": "Somebody"})
        with self.assertRaisesRegex(AccessError, "Only the intern"):
            self.sheet._fill_in_by_intern(self.supervisor, INTERN)
        with self.assertRaisesRegex(UserError, "filled in by others"):
            self.sheet._fill_in_by_intern(self.intern, {"workplace": "Roof"})

    def test_needs_are_for_mentor_backup_coordinator_and_intern(self):
        self.sheet.needs = "A desk that can be raised"
        intern = new_test_user(
            self.env,
            self.intern.email,
            groups="base.group_portal",
            partner_id=self.intern.id,
        )
        supervisor = new_test_user(
            self.env,
            self.supervisor.email,
            groups="base.group_portal",
            partner_id=self.supervisor.id,
        )
        sheet = self.sheet
        for user, expected in (
            (self.coordinator, True),
            (self.mentor.user_id, True),
            (self.backup.user_id, True),
            (intern, True),
            (supervisor, False),
            (self.manager.user_id, False),
        ):
            self.env.flush_all()
            self.env.invalidate_all()
            found = sheet.with_user(user).search([("id", "=", sheet.id)])
            with self.subTest(user=user.login):
                self.assertEqual(bool(found), expected)
        state = self.internship.with_user(self.manager.user_id)
        self.assertFalse(state.information_sheet_state)

    def test_prints_as_a_pdf_with_what_is_there(self):
        self._fill(COORDINATOR, MENTOR, INTERN)
        report = self.env.ref("stage_management.hr_internship_information_sheet_report")
        html = report._render_qweb_html(report.report_name, self.sheet.ids)[0].decode()
        for expected in (
            "Intern One", "Mother One", "School One", "Mentor One", "Tower A, desk",
        ):  # fmt: skip
            self.assertIn(expected, html)
        self.assertNotIn("Still missing", html)
        pdf, kind = report._render_qweb_pdf(report.report_name, self.sheet.ids)
        self.assertEqual((kind, pdf[:5]), ("pdf", b"%PDF-"))
