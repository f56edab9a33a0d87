# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Interviews: planned with three, changed anywhere, appraised by two."""

from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.tests import tagged

from ..common import InternshipCommon


class InterviewCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.resource_calendar_id.tz = "Europe/Brussels"
        cls.place = cls._place()
        cls.place._transition("selected")
        cls.application = cls._application(place_id=cls.place.id, lang="en_US")
        cls.application._transition("review")
        cls.start = Datetime.now().replace(microsecond=0) + timedelta(days=7)

    def _plan(self, application=None, user=None, **values):
        application = application or self.application
        plan = (
            self.env["hr.internship.interview.plan"]
            .with_user(user or self.coordinator)
            .create(
                {
                    "application_id": application.id,
                    "start": self.start,
                    "location": "Room 3.12",
                    **values,
                }
            )
        )
        plan.action_confirm()
        return application.interview_id

    def _last_mail(self, application=None):
        messages = (application or self.application).message_ids
        return messages.filtered("outgoing_email_to").sorted("id")[-1:]


@tagged("post_install", "-at_install")
class TestInterview(InterviewCommon):
    def test_colleagues_get_a_private_appointment_without_a_name(self):
        interview = self._plan()
        event = interview.event_id
        self.assertEqual(event.privacy, "private")
        self.assertNotIn("Emma", f"{event.name} {event.description}")
        self.assertEqual(
            event.partner_ids,
            self.coordinator.partner_id | self.mentor.user_id.partner_id,
        )
        self.assertEqual(self.application.state, "interview")

    def test_candidate_gets_a_mail_without_anybody_s_address(self):
        self._plan()
        mail = self._last_mail()
        self.assertIn("emma.peeters@student.example", mail.outgoing_email_to)
        self.assertIn("Room 3.12", mail.body)
        calendar = mail.attachment_ids.filtered(lambda f: f.name == "interview.ics")
        text = f"{mail.body} {calendar.raw.decode()}"
        self.assertNotIn(self.mentor.work_email or "mentor-1@", text)
        self.assertNotIn("coordinator-1@", text)
        self.assertIn(self.start.strftime("DTSTART:%Y%m%dT%H%M%SZ"), text)

    def test_mentor_who_is_coordinator_has_one_seat(self):
        self.mentor.user_id.group_ids |= self.env.ref(
            "stage_management.group_coordinator"
        )
        interview = self._plan(coordinator_id=self.mentor.user_id.id)
        self.assertEqual(interview.event_id.partner_ids, self.mentor.user_id.partner_id)

    def test_moved_in_the_calendar_the_candidate_is_told(self):
        interview = self._plan()
        before = self._last_mail()
        later = self.start + timedelta(days=1)
        interview.event_id.with_user(self.mentor.user_id).write(
            {"start": later, "stop": later + timedelta(hours=1)}
        )
        self.assertEqual(interview.start, later)
        mail = self._last_mail()
        self.assertNotEqual(mail, before)
        self.assertIn("SEQUENCE:2", mail.attachment_ids.raw.decode())

    def test_moved_by_the_wizard_it_stays_one_interview(self):
        interview = self._plan()
        again = self._plan(start=self.start + timedelta(hours=3))
        self.assertEqual(again, interview)
        self.assertEqual(interview.start, self.start + timedelta(hours=3))

    def test_appointment_corrected_afterwards_sends_nothing(self):
        interview = self._plan()
        before = self._last_mail()
        past = Datetime.now() - timedelta(days=1)
        interview.event_id.write({"start": past, "stop": past + timedelta(hours=1)})
        self.assertEqual(interview.start, past.replace(microsecond=0))
        self.assertEqual(self._last_mail(), before)

    def test_another_change_of_the_appointment_sends_nothing(self):
        interview = self._plan()
        before = self._last_mail()
        interview.event_id.with_user(self.coordinator).write(
            {"description": "Bring the test", "location": "Room 3.12"}
        )
        self.assertEqual(self._last_mail(), before)

    def test_deleted_in_the_calendar_the_interview_is_cancelled(self):
        interview = self._plan()
        interview.event_id.with_user(self.mentor.user_id).unlink()
        self.assertEqual(interview.state, "cancelled")
        self.assertFalse(self.application.interview_id)
        self.assertIn("does not take place", self._last_mail().body)

    def test_cancelled_interview_leaves_the_calendar(self):
        interview = self._plan()
        event = interview.event_id
        interview.with_user(self.coordinator).action_cancel()
        self.assertFalse(event.exists())
        self.assertIn("METHOD:CANCEL", self._last_mail().attachment_ids.raw.decode())

    def test_past_moment_is_refused(self):
        with self.assertRaisesRegex(UserError, "past"):
            self._plan(start=Datetime.now() - timedelta(hours=1))

    def test_no_decision_before_the_interview_is_over(self):
        self._plan()
        for target in ("accepted", "refused"):
            with self.assertRaisesRegex(UserError, "is not over"):
                self.application._transition(target)

    def test_decision_after_the_interview(self):
        interview = self._plan()
        with freeze_time(self.start + timedelta(hours=2)):
            self.application._transition("accepted")
        self.assertEqual(interview.state, "held")

    def test_withdrawal_cancels_the_interview(self):
        interview = self._plan()
        self.application.with_user(self.coordinator)._transition("withdrawn")
        self.assertEqual(interview.state, "cancelled")

    def test_interview_can_be_over_early_but_not_before_it_began(self):
        interview = self._plan()
        with self.assertRaisesRegex(UserError, "has not begun"):
            interview.action_held()
        with freeze_time(self.start + timedelta(minutes=10)):
            interview.with_user(self.mentor.user_id).action_held()
            self.application._transition("refused")
        self.assertEqual(self.application.state, "refused")

    def test_candidate_without_address_is_planned_without_mail(self):
        application = self._application(email_from=False)
        application._transition("review")
        interview = self._plan(application)
        self.assertTrue(interview.event_id)
        self.assertFalse(self._last_mail(application))


@tagged("post_install", "-at_install")
class TestInterviewSheet(InterviewCommon):
    def setUp(self):
        super().setUp()
        self.interview = self._plan()
        self.as_mentor = self.interview.with_user(self.mentor.user_id)

    def test_mentor_fills_in_the_own_part(self):
        self.as_mentor.write({"department_note": "Curious", "mentor_advice": "yes"})
        self.assertEqual(self.interview.mentor_advice, "yes")

    def test_general_part_is_the_coordinator_s(self):
        with self.assertRaisesRegex(AccessError, "coordinator fills in"):
            self.as_mentor.told_hiring = True
        self.interview.with_user(self.coordinator).told_hiring = True
        self.assertNotIn("hired", self.interview.untold)

    def test_another_mentor_sees_nothing(self):
        other = self.interview.with_user(self.backup.user_id)
        with self.assertRaises(AccessError):
            other.read(["motivation"])

    def test_held_interview_is_not_deleted(self):
        with freeze_time(self.start + timedelta(hours=1)):
            self.interview.action_held()
        with self.assertRaisesRegex(UserError, "stays on record"):
            self.interview.unlink()

    def test_scores_are_off_by_default(self):
        self.assertFalse(self.interview.has_scores)
        self.company.internship_appraisal_scores = True
        self.assertTrue(self.interview.has_scores)

    def test_what_was_not_told_is_named(self):
        self.interview.told_goal = True
        self.assertIn("regulations", self.interview.untold)
        self.assertNotIn("what is expected", self.interview.untold)
