# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The mentor ends an internship: after the talks, or when it can't wait."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestEarlyEnd(FollowupCommon):
    def _end(self, user, **values):
        wizard = self.env["hr.internship.end"].with_user(user)
        wizard = wizard.create(
            {
                "internship_id": self.internship.id,
                "target": "terminated",
                "ended_on": TODAY,
                "ended_by": "organisation",
                "end_reason": "No match with the project",
                **values,
            }
        )
        wizard.action_confirm()

    def _concern(self, **values):
        values = {"about": "No match", "raised_on": "2027-02-22", **values}
        return self._make("concern", **values)

    def test_mentor_is_refused_before_the_talks(self):
        with self.assertRaises(UserError) as caught:
            self._end(self.mentor_user)
        self.assertSentence(
            caught.exception, "talk with the coordinator", "school's supervisor"
        )
        self.assertEqual(self.internship.state, "ongoing")

    def test_one_talk_is_not_enough(self):
        self._concern(talked_on="2027-02-23")
        with self.assertRaises(UserError) as caught:
            self._end(self.mentor_user)
        self.assertSentence(caught.exception, "No contact with the school's supervisor")
        self.assertNotIn("No talk", str(caught.exception))

    def test_two_talks_about_two_concerns_are_not_two_talks(self):
        self._concern(talked_on="2027-02-23")
        self._concern(school_on="2027-02-24")
        with self.assertRaises(UserError):
            self._end(self.mentor_user)

    def test_mentor_ends_after_both_talks(self):
        self._concern(talked_on="2027-02-23", school_on="2027-02-24")
        self._end(self.mentor_user, lesson="Ask for a portfolio at the interview")
        self.assertRecordValues(
            self.internship,
            [
                {
                    "state": "terminated",
                    "ended_on": TODAY,
                    "ended_by": "organisation",
                    "end_reason": "No match with the project",
                    "end_lesson": "Ask for a portfolio at the interview",
                    "end_urgent_reason": False,
                }
            ],
        )

    def test_mentor_ends_at_once_with_a_reason_that_stays(self):
        self._end(self.mentor_user, urgent_reason="Threatened a colleague")
        self.assertEqual(self.internship.state, "terminated")
        self.assertEqual(self.internship.end_urgent_reason, "Threatened a colleague")
        todo = self.internship.activity_ids
        self.assertEqual(todo.user_id, self.coordinator)

    def test_blanks_are_no_reason(self):
        with self.assertRaises(UserError):
            self._end(self.mentor_user, urgent_reason="  ")

    def test_coordinator_is_warned_only(self):
        wizard = self.env["hr.internship.end"].with_user(self.coordinator)
        wizard = wizard.new(
            {"internship_id": self.internship.id, "target": "terminated"}
        )
        self.assertIn("talk with the coordinator", wizard.warning_html)
        self.assertFalse(wizard.is_urgent_needed)
        self._end(self.coordinator)
        self.assertEqual(self.internship.state, "terminated")

    def test_nobody_else_ends_it(self):
        self._concern(talked_on="2027-02-23", school_on="2027-02-24")
        self.internship.department_id = self.department
        for user in (self.backup_user, self.manager.user_id, self.colleague.user_id):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._end(user, urgent_reason="Now")
        self.assertEqual(self.internship.state, "ongoing")

    def test_mentor_does_not_cancel(self):
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'ready' WHERE id = %s",
            [self.internship.id],
        )
        self.internship.invalidate_recordset()
        with self.assertRaises(AccessError):
            self._end(self.mentor_user, target="cancelled", urgent_reason="Now")

    def test_mentor_does_not_end_without_the_questions(self):
        self._concern(talked_on="2027-02-23", school_on="2027-02-24")
        case = self.internship.with_user(self.mentor_user)
        with self.assertRaises(AccessError):
            case.write({"state": "terminated"})

    def test_who_replaces_the_mentor_ends_it(self):
        self.env["hr.internship.replacement"].with_user(self.coordinator).create(
            {
                "employee_id": self.mentor.id,
                "date_from": TODAY,
                "date_to": "2027-03-10",
            }
        )
        self._concern(
            user=self.coordinator, talked_on="2027-02-23", school_on="2027-02-24"
        )
        self._end(self.backup_user)
        self.assertEqual(self.internship.state, "terminated")

    def test_last_day_is_a_day_of_the_internship(self):
        for day in ("2027-01-31", "2027-05-01"):
            with (
                self.subTest(day),
                self.assertRaisesRegex(UserError, "outside the internship"),
            ):
                self._end(self.coordinator, ended_on=day)

    def test_button_is_for_the_mentor(self):
        for user, is_shown in (
            (self.mentor_user, True),
            (self.backup_user, False),
            (self.coordinator, False),
        ):
            with self.subTest(user.login):
                case = self.internship.with_user(user)
                self.assertEqual(case.may_end_as_mentor, is_shown)
