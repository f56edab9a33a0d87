# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Evaluations that are made by themselves."""

from datetime import date

from odoo.tests import BaseCase, freeze_time, tagged

from ...tools.evaluation_states import evaluations_to_make
from .common import FollowupCommon

START, END = date(2027, 2, 1), date(2027, 4, 30)  # half of it: 17 March


@tagged("post_install", "-at_install")
class TestEvaluationsToMake(BaseCase):
    def test_two_weeks_before_each_is_due(self):
        for evaluated, day, wanted in (
            ("both", date(2027, 3, 2), set()),
            ("both", date(2027, 3, 3), {"midterm"}),
            ("final", date(2027, 3, 3), set()),
            ("no", date(2027, 4, 30), set()),
            ("both", date(2027, 3, 31), {"midterm"}),
            ("both", date(2027, 4, 1), set()),
            ("both", date(2027, 4, 15), set()),
            ("both", date(2027, 4, 16), {"final"}),
            ("final", date(2027, 5, 2), {"final"}),
        ):
            with self.subTest(evaluated, day=day):
                found = evaluations_to_make(evaluated, START, END, day)
                self.assertEqual(found, wanted)

    def test_a_short_one_has_none_half_way(self):
        for end, wanted in (
            (date(2027, 2, 27), set()),
            (date(2027, 2, 28), {"midterm"}),
        ):
            with self.subTest(end):
                found = evaluations_to_make("both", START, end, START)
                self.assertEqual(found, wanted)

    def test_without_dates_there_is_none(self):
        self.assertFalse(evaluations_to_make("both", None, None, START))


@tagged("post_install", "-at_install")
class TestEvaluationsMade(FollowupCommon):
    def _move_on(self, day):
        with freeze_time(day):
            self.env["hr.internship"]._cron_move_on()

    def _moments(self, case=None):
        evaluations = self.env["hr.internship.evaluation"].search(
            [("internship_id", "=", (case or self.internship).id)]
        )
        return sorted(evaluations.mapped("moment"))

    def test_the_daily_mover_makes_each_once(self):
        self._move_on("2027-03-02")
        self.assertEqual(self._moments(), [])
        self._move_on("2027-03-03")
        self._move_on("2027-03-04")
        self.assertEqual(self._moments(), ["midterm"])
        self.assertIn("evaluation", self._todos(self.mentor_user))
        self._move_on("2027-04-16")
        self._move_on("2027-05-01")
        self.assertEqual(self.internship.state, "evaluation")
        self.assertEqual(self._moments(), ["final", "midterm"])

    def test_entering_the_evaluation_makes_the_final_one(self):
        case = self.internship.with_user(self.coordinator)
        case.action_evaluate()
        self.assertEqual(self._moments(), ["final"])
        case.write({"state": "ongoing"})
        case.action_evaluate()
        self.assertEqual(self._moments(), ["final"])

    def test_one_made_by_hand_counts(self):
        self._make("evaluation", due="2027-04-20")
        self.internship.with_user(self.coordinator).action_evaluate()
        self.assertEqual(self._moments(), ["final"])

    def test_one_that_was_deleted_stays_away(self):
        self._move_on("2027-03-03")
        self.internship.evaluation_ids.with_user(self.coordinator).unlink()
        self._move_on("2027-03-04")
        self.assertEqual(self._moments(), [])

    def test_a_type_without_evaluation_has_none(self):
        visit = self.env.ref("stage_management.hr_internship_type_observation")
        self.assertEqual(visit.evaluated, "no")
        self.internship.type_id = visit
        self._move_on("2027-03-03")
        self.internship.with_user(self.coordinator).action_evaluate()
        self.assertEqual(self._moments(), [])

    def test_many_are_made_at_once(self):
        cases = self.internship
        for number in range(3):
            cases |= self._at(
                "ongoing", partner_id=self._partner(f"Intern {number}").id
            )
        cases._make_evaluations()
        before = self.cr.sql_log_count
        cases._make_evaluations()
        self.env.flush_all()
        self.assertLess(self.cr.sql_log_count - before, 8)
        self.assertEqual(
            [self._moments(case) for case in cases], [["midterm"]] * len(cases)
        )
