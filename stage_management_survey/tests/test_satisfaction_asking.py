# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who is asked, when, how often, and what happens when somebody can't be."""

from datetime import datetime
from unittest.mock import patch

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import UserError

from .common import PURPOSES, SatisfactionCommon


class TestSatisfactionAsking(SatisfactionCommon):
    def _evaluate(self, internship=None):
        (internship or self.internship).with_user(self.coordinator).action_evaluate()

    def test_intern_and_mentor_are_asked_on_evaluation(self):
        self._evaluate()
        answers = self._answers()
        self.assertEqual(set(answers.mapped("internship_purpose")), set(PURPOSES))
        self.assertEqual(
            answers.partner_id,
            self.intern_user.partner_id | self.mentor_user.partner_id,
        )
        self.assertTrue(all(answers.mapped("internship_sent_on")))

    def test_nobody_is_asked_before(self):
        self.assertFalse(self._answers())

    def test_several_at_once_are_asked_each(self):
        other = self._create_internship(partner_id=self._create_partner("Bo").id)
        (self.internship | other).with_user(self.coordinator)._transition("evaluation")
        self.assertEqual(len(self._answers()), 2)
        self.assertEqual(len(self._answers(other)), 2)

    def test_mail_goes_to_the_person_with_the_own_link(self):
        self._evaluate()
        for answer in self._answers():
            mail = self._mails(answer)
            self.assertEqual(mail.recipient_ids, answer.partner_id)
            self.assertIn(answer.access_token, mail.body_html)

    def test_language_is_that_of_the_person(self):
        self._evaluate()
        self.assertEqual(
            self._answers(purpose="satisfaction_mentor").lang_id.code, "nl_BE"
        )
        self.assertEqual(
            self._answers(purpose="satisfaction_intern").lang_id.code, "en_US"
        )

    def test_evaluating_again_asks_nobody_twice(self):
        self._evaluate()
        first = self._answers()
        self.internship.with_user(self.coordinator)._transition("ongoing")
        self._evaluate()
        self.assertEqual(self._answers(), first)
        self.assertEqual(len(self._mails(first)), 2)

    def test_new_mentor_is_asked_when_evaluated_again(self):
        self._evaluate()
        self._set_state(self.internship, "ongoing")
        user = self._create_user("s_mentor2", "base.group_user")
        self.internship.mentor_id = self.env["hr.employee"].create(
            {"name": "Max", "user_id": user.id}
        )
        self._evaluate()
        mentors = self._answers(purpose="satisfaction_mentor").partner_id
        self.assertEqual(mentors, self.mentor_user.partner_id | user.partner_id)

    def test_mentor_of_two_interns_gets_two_links(self):
        other = self._create_internship(
            partner_id=self._create_partner("Bo", email="bo@example.org").id
        )
        self._evaluate()
        self._answer(self._answers(purpose="satisfaction_mentor"), [8] * 6)
        self._evaluate(other)
        second = self._answers(other, "satisfaction_mentor")
        self.assertEqual(second.state, "new")
        self.assertEqual(len(self._mails(second)), 1)

    def test_mentor_without_user_is_asked_as_contact(self):
        contact = self._create_partner("Mo Contact", email="mo@example.org")
        employee = self.env["hr.employee"].create(
            {"name": "Mo", "work_contact_id": contact.id}
        )
        internship = self._create_internship(mentor_id=employee.id)
        self._evaluate(internship)
        self.assertEqual(
            self._answers(internship, "satisfaction_mentor").partner_id, contact
        )

    def test_without_address_is_noted_and_stops_nothing(self):
        partner = self._create_partner("Nomail Nina")
        internship = self._create_internship(partner_id=partner.id)
        self._evaluate(internship)
        self.assertEqual(internship.state, "evaluation")
        self.assertIn("Nomail Nina was not asked", internship.message_ids[0].body)
        self.assertFalse(
            self._answers(internship, "satisfaction_intern").internship_sent_on
        )

    def test_address_added_later_gets_the_same_link(self):
        partner = self._create_partner("Nomail Nina")
        internship = self._create_internship(partner_id=partner.id)
        self._evaluate(internship)
        answer = self._answers(internship, "satisfaction_intern")
        partner.email = "nina@example.org"
        internship.with_user(self.coordinator).action_ask_satisfaction()
        self.assertEqual(self._answers(internship, "satisfaction_intern"), answer)
        self.assertEqual(len(self._mails(answer)), 1)
        self.assertEqual(len(self._mails(self._answers(internship))), 2)

    def test_without_mentor_is_noted(self):
        internship = self._create_internship(mentor_id=False)
        self._evaluate(internship)
        self.assertIn("No mentor was asked", internship.message_ids[0].body)
        self.assertEqual(len(self._answers(internship)), 1)

    def test_without_open_survey_is_noted(self):
        self.env.ref(
            "stage_management_survey.survey_satisfaction_mentor"
        ).active = False
        self._evaluate()
        self.assertIn("no open survey", self.internship.message_ids[0].body)
        self.assertEqual(self._answers().mapped("internship_purpose"), [PURPOSES[0]])

    def test_broken_template_is_noted_and_stops_nothing(self):
        MailTemplate = self.env.registry["mail.template"]
        broken = patch.object(
            MailTemplate, "send_mail_batch", side_effect=UserError("no such field")
        )
        with broken, self.assertLogs("odoo.addons.stage_management_survey", "ERROR"):
            self._evaluate()
        self.assertEqual(self.internship.state, "evaluation")
        self.assertIn("could not be made", self.internship.message_ids[0].body)

    @freeze_time("2026-05-30 10:00:00")
    def test_deadline_is_the_end_of_the_thirtieth_day_there(self):
        self.internship.resource_calendar_id.tz = "Europe/Brussels"
        self._evaluate()
        self.assertEqual(
            self._answers().mapped("deadline"), [datetime(2026, 6, 29, 21, 59, 59)] * 2
        )

    def test_reminder_goes_to_those_who_did_not_answer(self):
        self._evaluate()
        done = self._answers(purpose="satisfaction_intern")
        waiting = self._answers(purpose="satisfaction_mentor")
        self._answer(done, [7] * 6)
        self.internship.with_user(self.coordinator).action_remind_satisfaction()
        self.assertEqual((len(self._mails(done)), len(self._mails(waiting))), (1, 2))
        self.assertTrue(waiting.internship_reminded_on)

    def test_reminder_opens_an_expired_link_again(self):
        self._evaluate()
        self._answers().deadline = fields.Datetime.subtract(
            fields.Datetime.now(), days=1
        )
        self.internship.with_user(self.coordinator).action_remind_satisfaction()
        self.assertGreater(self._answers()[0].deadline, fields.Datetime.now())

    def test_nobody_to_remind_is_said(self):
        self._evaluate()
        for answer in self._answers():
            self._answer(answer, [7] * 6)
        with self.assertRaisesRegex(UserError, "Nobody has to be reminded"):
            self.internship.with_user(self.coordinator).action_remind_satisfaction()

    def test_opinions_are_not_asked_before_the_end(self):
        with self.assertRaisesRegex(UserError, "being evaluated"):
            self.internship.with_user(self.coordinator).action_ask_satisfaction()

    def test_contributor_may_not_ask(self):
        self._evaluate()
        with self.assertRaisesRegex(UserError, "coordinator sends"):
            self.internship.with_user(self.mentor_user).action_ask_satisfaction()

    def test_cancelled_internship_closes_open_links(self):
        self._evaluate()
        done = self._answers(purpose="satisfaction_intern")
        self._answer(done, [7] * 6)
        deadline = done.deadline
        self._set_state(self.internship, "ready")
        self.internship.with_user(self.coordinator)._transition("cancelled")
        waiting = self._answers(purpose="satisfaction_mentor")
        self.assertLessEqual(waiting.deadline, fields.Datetime.now())
        self.assertEqual(done.deadline, deadline)

    def test_answered_internship_is_not_deleted(self):
        self._evaluate()
        self._set_state(self.internship, "cancelled")
        with self.assertRaisesRegex(UserError, "stays on record"):
            self.internship.unlink()

    def test_todo_is_the_own_open_link(self):
        self._evaluate()
        answer = self._answers(purpose="satisfaction_intern")
        todos = self.env["hr.internship"]._get_todos(self.intern_user.partner_id)
        (todo,) = todos[self.internship.id]
        self.assertIn(answer.access_token, todo.url)
        self._answer(answer, [7] * 6)
        todos = self.env["hr.internship"]._get_todos(self.intern_user.partner_id)
        self.assertFalse(todos[self.internship.id])

    def test_copy_of_a_survey_is_not_sent_by_itself(self):
        survey = self.env.ref("stage_management_survey.survey_satisfaction_intern")
        survey.copy()
        self._evaluate()
        self.assertEqual(self._answers(purpose="satisfaction_intern").survey_id, survey)
