# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interns under 18: more documents, a guardian, not in the directory."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestMinor(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.young = cls._partner("Young One", birthdate="2010-05-01")
        cls.case = cls._prepared(partner_id=cls.young.id)

    def _codes(self, case=None):
        return set((case or self.case).sudo().document_ids.mapped("type_id.code"))

    def _add_guardian(self):
        guardian = self._partner("Guardian One")
        self.env["hr.internship.participant"].create(
            {
                "internship_id": self.case.id,
                "partner_id": guardian.id,
                "role": "guardian",
            }
        )
        return guardian

    def test_age_at_the_start_decides(self):
        self.assertTrue(self.case.is_minor_at_start)
        self.assertIn("parental_consent", self._codes())
        self.assertNotIn("parental_consent", self._codes(self.internship))

    def test_date_of_birth_that_is_corrected_changes_the_folder(self):
        self.young.birthdate = "2005-05-01"
        self.assertFalse(self.case.is_minor_at_start)
        self.assertNotIn("parental_consent", self._codes())
        self.young.birthdate = "2010-05-01"
        self.assertIn("parental_consent", self._codes())

    def test_guardian_is_asked_for(self):
        sentences = self._sentences(internship=self.case)
        self.assertTrue([s for s in sentences if "add a parent or guardian" in s])
        self._add_guardian()
        sentences = self._sentences(internship=self.case)
        self.assertFalse([s for s in sentences if "guardian under" in s])

    def test_department_manager_is_not_told_the_age(self):
        case = self.case.with_user(self.manager.user_id)
        self.assertFalse(case.minor_notice)
        self.assertNotIn("18", case.blocker_html)
        self.assertNotIn("arent", case.blocker_html)
        for call in (
            lambda: case.read(["is_minor_at_start"]),
            lambda: case.search([("is_minor_at_start", "=", True)]),
        ):
            with self.assertRaises(AccessError):
                call()

    def test_mentor_and_backup_get_a_notice_without_the_date(self):
        for person in (self.mentor, self.backup):
            notice = self.case.with_user(person.user_id).minor_notice
            self.assertIn("under 18", notice)
            self.assertNotIn("2010", notice)

    def test_minor_is_not_in_the_directory_unless_asked(self):
        self.assertFalse(self.case.is_listed)
        self.assertTrue(self.internship.is_listed)
        self.case.is_listed = True
        self.case.subject = "Another topic"
        self.assertTrue(self.case.is_listed, "the choice of the coordinator is lost")

    def test_who_turns_out_to_be_a_minor_leaves_the_directory(self):
        self.intern.birthdate = "2010-05-01"
        self.assertFalse(self.internship.is_listed)

    def test_guardian_signs_too(self):
        document = self._document("confidentiality", self.case)
        with self.assertRaisesRegex(Exception, "parent or guardian, who signs too"):
            document.action_ask_to_sign()
        guardian = self._add_guardian()
        document.action_ask_to_sign()
        roles = {s.role: s.partner_id for s in document.sudo().request_id.signatory_ids}
        self.assertEqual(roles, {"intern": self.young, "guardian": guardian})
