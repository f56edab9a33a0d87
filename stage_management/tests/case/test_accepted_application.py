# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An accepted candidate becomes an internship, with all data."""

from datetime import date

from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestAcceptedApplication(InternshipCommon):
    def _accept(self, application):
        action = application.with_user(self.coordinator).action_accept()
        return self.env["hr.internship"].browse(action["res_id"])

    def test_all_that_is_known_is_carried_over(self):
        place = self._place(description="<p>Build a bot</p>")
        application = self._application(
            place_id=place.id, school_id=self.school.id, phone="+32 2 000 00 00"
        )
        internship = self._accept(application)
        self.assertEqual(application.state, "accepted")
        self.assertRecordValues(
            internship,
            [
                {
                    "school_id": self.school.id,
                    "place_id": place.id,
                    "subject": "Chatbots for citizens",
                    "mentor_id": self.mentor.id,
                    "department_id": self.department.id,
                    "date_start": date(2027, 2, 1),
                    "state": "draft",
                }
            ],
        )
        self.assertEqual(internship.partner_id.email, "emma.peeters@student.example")
        self.assertEqual(internship.partner_id.phone, "+32 2 000 00 00")

    def test_second_click_opens_the_same_internship(self):
        application = self._application()
        self.assertEqual(self._accept(application), self._accept(application))

    def test_spontaneous_candidate_is_accepted_too(self):
        internship = self._accept(self._application(subject="Archives"))
        self.assertEqual(internship.subject, "Archives")
        self.assertFalse(internship.department_id)
