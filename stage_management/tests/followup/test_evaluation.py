# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Evaluations on the school's form or on ours."""

import base64
from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ...tools.evaluation_states import evaluation_due, evaluation_state
from .common import TODAY, FollowupCommon

START, END = date(2027, 2, 1), date(2027, 4, 30)
PDF = base64.b64encode(b"%PDF-1.7 the school's form")


@tagged("post_install", "-at_install")
class TestEvaluationState(BaseCase):
    def test_the_last_dated_step_counts(self):
        for steps, state in (
            ((False, None, None, None), "waiting"),
            ((True, None, None, None), "to_fill_in"),
            ((True, TODAY, None, None), "filled_in"),
            ((False, TODAY, TODAY, None), "discussed"),
            ((True, TODAY, TODAY, TODAY), "sent"),
        ):
            with self.subTest(state):
                self.assertEqual(evaluation_state(*steps), state)

    def test_usual_last_day(self):
        self.assertEqual(evaluation_due("final", START, END), END)
        # 88 days from first to last: half of them
        self.assertEqual(evaluation_due("midterm", START, END), date(2027, 3, 17))
        self.assertEqual(evaluation_due("midterm", START, START), START)
        self.assertIsNone(evaluation_due("final", None, None))


@tagged("post_install", "-at_install")
class TestEvaluation(FollowupCommon):
    def _evaluation(self, **values):
        return self._make("evaluation", **values)

    def test_steps_on_the_form_of_the_school(self):
        evaluation = self._evaluation()
        self.assertEqual((evaluation.state, evaluation.due), ("waiting", END))
        evaluation.write({"form_file": PDF, "form_name": "form.pdf"})
        self.assertEqual(evaluation.form_received_on, TODAY)
        for action, state in (
            ("action_filled_in", "filled_in"),
            ("action_discussed", "discussed"),
            ("action_sent", "sent"),
        ):
            getattr(evaluation, action)()
            self.assertEqual(evaluation.state, state)
        with self.assertRaisesRegex(UserError, "done on 03/03/2027 already"):
            evaluation.action_sent()

    def test_our_own_form_has_a_line_per_criterion(self):
        criteria = self.env["hr.internship.evaluation.criterion"].search([])
        evaluation = self._evaluation(form_kind="ours")
        self.assertEqual(evaluation.state, "to_fill_in")
        self.assertEqual(evaluation.line_ids.criterion_id, criteria)
        self.assertGreater(len(criteria), 3)
        other = self._evaluation(moment="midterm")
        self.assertFalse(other.line_ids)
        other.form_kind = "ours"
        self.assertEqual(len(other.line_ids), len(criteria))

    def test_it_is_discussed_before_it_is_sent(self):
        evaluation = self._evaluation(form_kind="ours", filled_in_on=TODAY)
        with self.assertRaisesRegex(ValidationError, "Discuss the evaluation"):
            evaluation.action_sent()

    def test_steps_follow_each_other(self):
        with self.assertRaisesRegex(ValidationError, "follow each other"):
            self._evaluation(filled_in_on="2027-03-02", discussed_on="2027-03-01")
        with self.assertRaisesRegex(ValidationError, "lies in the future"):
            self._evaluation(moment="midterm", filled_in_on="2027-03-04")

    def test_a_file_that_is_not_what_it_says_is_refused(self):
        program = base64.b64encode(b"MZ\x90\x00 a program")
        for name, content in (("form.pdf", program), ("form.exe", program)):
            with self.subTest(name), self.assertRaises(UserError):
                self._evaluation(form_file=content, form_name=name)

    @mute_logger("odoo.sql_db")
    def test_one_per_moment(self):
        self._evaluation()
        with self.assertRaises(IntegrityError):
            self._evaluation().flush_recordset()

    def test_the_day_of_the_school_stays(self):
        evaluation = self._evaluation()
        evaluation.due = "2027-04-20"
        self.assertEqual(evaluation.due, date(2027, 4, 20))
        self.internship.date_end = "2027-05-14"
        midterm = self._evaluation(moment="midterm")
        self.assertEqual(
            midterm.due, evaluation_due("midterm", START, date(2027, 5, 14))
        )

    def test_late_is_told_to_the_coordinator(self):
        evaluation = self._evaluation(due="2027-03-10")
        self.assertEqual(self._todos(self.mentor_user)["evaluation"].day, 10)
        self.assertNotIn("evaluation_late", self._todos(self.coordinator))
        self.assertIn("evaluation_late", self._todos(self.coordinator, "2027-03-11"))
        evaluation.due = "2027-03-02"
        self.assertTrue(evaluation.is_late)
        late = self.env["hr.internship.evaluation"].search([("is_late", "=", True)])
        self.assertIn(evaluation, late)

    def test_who_sees_evaluations(self):
        evaluation = self._evaluation(form_kind="ours")
        for record in (evaluation, evaluation.line_ids[0]):
            self.assertWhoReads(
                record,
                mentor=True,
                backup=True,
                coordinator=True,
                intern=True,
                supervisor=True,
                manager=True,
                other_mentor=False,
            )
        with self.assertRaises(AccessError):
            evaluation.with_user(self.manager.user_id).conclusion = "Good"


@tagged("post_install", "-at_install")
class TestPreparation(FollowupCommon):
    """The intern thinks about it first; the mentor reads it once it is submitted."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.evaluation = cls.env["hr.internship.evaluation"].create(
            {"internship_id": cls.internship.id}
        )

    def _fill_in(self, user=None, submit=False, **answers):
        views = self.env["hr.internship.evaluation.preparation"]
        views = views.with_user(user or self.intern_user)
        return views._fill_in(self.evaluation, answers, submit).sudo()

    def assertSeenBy(self, preparation, is_seen):
        self.assertWhoReads(
            preparation,
            intern=True,
            mentor=is_seen,
            backup=is_seen,
            coordinator=is_seen,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )

    def test_the_mentor_sees_it_once_submitted(self):
        preparation = self._fill_in(learnt="WCAG")
        self.assertSeenBy(preparation, False)
        evaluation = self.evaluation.with_user(self.mentor_user)
        self.env.invalidate_all()
        self.assertFalse(evaluation.preparation_ids)
        again = self._fill_in(proud="The guide", submit=True)
        self.assertEqual(again, preparation)
        self.assertEqual((again.learnt, again.proud), ("WCAG", "The guide"))
        self.assertSeenBy(preparation, True)

    def test_what_is_submitted_stays(self):
        self._fill_in(learnt="WCAG", submit=True)
        with self.assertRaisesRegex(UserError, "has this already"):
            self._fill_in(learnt="Nothing")

    def test_nothing_is_not_submitted(self):
        with self.assertRaisesRegex(UserError, "at least one question"):
            self._fill_in(learnt="  ", submit=True)

    def test_nobody_else_fills_it_in(self):
        for user in (self.mentor_user, self.supervisor_user, self.coordinator):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._fill_in(user, learnt="Not me")

    def test_other_fields_are_not_filled_in(self):
        preparation = self._fill_in(learnt="WCAG", submitted_on="2027-01-01")
        self.assertFalse(preparation.submitted_on)
