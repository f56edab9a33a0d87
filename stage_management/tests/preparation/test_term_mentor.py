# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The mentor of an earlier or a later term reads the folder and the sheet."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import FolderCommon


@tagged("post_install", "-at_install")
class TestTermMentor(FolderCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.later = cls._employee("Mentor Two", login="mentor-2")
        cls.later.user_id._sync_contributors()
        cls.stranger = cls._employee("Mentor Three", login="mentor-3")
        cls.stranger.user_id._sync_contributors()
        cls.internship.sudo().term_ids.copy(
            {
                "date_from": "2027-05-01",
                "date_to": "2027-05-31",
                "mentor_id": cls.later.id,
            }
        )

    def _sees(self, employee, record):
        self.env.flush_all()
        self.env.invalidate_all()
        model = record.browse().with_user(employee.user_id)
        return bool(model.search([("id", "=", record.id)]))

    def test_mentors_of_all_terms_read(self):
        document = self._bring(self._bring(self._document("enrolment")))
        sheet = self.internship.sudo().information_sheet_ids
        for record in (document, document.version_ids, sheet):
            found = [
                self._sees(employee, record)
                for employee in (self.mentor, self.later, self.stranger)
            ]
            with self.subTest(record._name):
                self.assertEqual(found, [True, True, False])

    def test_they_read_nothing_medical(self):
        self.assertFalse(self._sees(self.later, self._document("health")))

    def test_they_change_nothing(self):
        sheet = self.internship.sudo().information_sheet_ids
        with self.assertRaises(AccessError):
            sheet.with_user(self.later.user_id).arrival = "9:00"
        sheet.with_user(self.mentor.user_id).arrival = "9:00"
