# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Document types change while folders are open."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestFolderRefresh(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.administrator = cls._user("administrator-1", "group_administrator")
        cls.other = cls._prepared(partner_id=cls._partner("Intern Two").id)
        cls.types = cls.env["hr.internship.document.type"].with_user(cls.administrator)
        cls.kind = cls.types.create({"name": "Parking permit"})

    def _has_kind(self):
        cases = (self.internship | self.other).sudo()
        return [self.kind in case.document_ids.type_id for case in cases]

    def test_open_folders_follow_a_new_type(self):
        self.assertEqual(self._has_kind(), [False, False])
        told = self.kind.action_refresh_folders()
        self.assertEqual(self._has_kind(), [True, True])
        self.assertIn("Required documents: +", told["params"]["message"])
        again = self.kind.action_refresh_folders()
        self.assertIn("Nothing had to change", again["params"]["message"])

    def test_from_the_list_without_a_choice(self):
        self.types.action_refresh_folders()
        self.assertEqual(self._has_kind(), [True, True])

    def test_type_that_is_no_longer_required_disappears(self):
        self.kind.action_refresh_folders()
        brought = self.other.sudo().document_ids.filtered(
            lambda document: document.type_id == self.kind
        )
        self._bring(brought)
        self.kind.work_rule = "visit"
        self.kind.action_refresh_folders()
        self.assertEqual(self._has_kind(), [False, True])
        self.assertFalse(brought.is_required)

    def test_closed_folders_stay(self):
        self.other.sudo().write({"state": "cancelled"})
        self.kind.action_refresh_folders()
        self.assertEqual(self._has_kind(), [True, False])

    def test_coordinator_refreshes_one_folder(self):
        documents = self.env["hr.internship.document"].with_user(self.coordinator)
        opened = documents.with_context(default_internship_id=self.other.id)
        opened.action_refresh_folder()
        self.assertEqual(self._has_kind(), [False, True])
        with self.assertRaisesRegex(UserError, "Open the folder"):
            documents.action_refresh_folder()

    def test_others_do_not(self):
        for user in (self.coordinator, self.mentor.user_id):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.kind.with_user(user).action_refresh_folders()
        documents = self.env["hr.internship.document"].with_user(self.mentor.user_id)
        with self.assertRaises(AccessError):
            documents.with_context(
                default_internship_id=self.internship.id
            ).action_refresh_folder()
