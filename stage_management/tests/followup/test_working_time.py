# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Hours between two dates, by half days."""

from datetime import date

from odoo.tests import BaseCase, tagged

from ...tools.half_days import half_days, share_half_day
from ...tools.working_time import Timetable, WorkDay, WorkingTime

MONDAY, TUESDAY, WEDNESDAY = date(2027, 3, 1), date(2027, 3, 2), date(2027, 3, 3)
FULL = WorkDay(1.0, 7.6, 0.5, 3.5)


@tagged("post_install", "-at_install")
class TestWorkingTime(BaseCase):
    def test_lines_of_a_day_add_up(self):
        day = WorkDay(0.0, 0.0).plus(0.5, 3.5, morning=1.0).plus(0.5, 4.1)
        self.assertEqual(day, FULL)

    def test_half_days_are_left_out_at_both_ends(self):
        work = WorkingTime({MONDAY: FULL, TUESDAY: FULL})
        self.assertEqual(work.during(MONDAY, TUESDAY), (2.0, 15.2))
        self.assertEqual(work.during(MONDAY, TUESDAY, from_noon=True), (1.5, 11.7))
        self.assertEqual(work.during(MONDAY, TUESDAY, until_noon=True), (1.5, 11.1))
        self.assertEqual(work.during(MONDAY, MONDAY, until_noon=True), (0.5, 3.5))

    def test_a_free_day_counts_for_nothing_from_any_noon(self):
        work = WorkingTime({MONDAY: FULL})
        self.assertEqual(work.during(TUESDAY, WEDNESDAY, True, True), (0.0, 0.0))

    def test_end_before_start_is_nothing(self):
        work = WorkingTime({MONDAY: FULL, TUESDAY: FULL})
        self.assertEqual(work.during(TUESDAY, MONDAY, True, True), (0.0, 0.0))

    def test_each_term_counts_by_its_own_schedule(self):
        half = WorkDay(0.5, 3.8, 0.5, 3.8)
        table = Timetable(
            [
                (MONDAY, MONDAY, WorkingTime({MONDAY: FULL, TUESDAY: FULL})),
                (TUESDAY, WEDNESDAY, WorkingTime({TUESDAY: half, WEDNESDAY: half})),
            ]
        )
        self.assertEqual(table.during(MONDAY, WEDNESDAY), (2.0, 15.2))
        # noon on a day of the first term leaves the second as it is
        self.assertEqual(table.during(MONDAY, TUESDAY, from_noon=True), (1.0, 7.9))
        self.assertEqual(table.during(MONDAY, TUESDAY, until_noon=True), (1.5, 11.4))

    def test_days_outside_the_terms_are_free(self):
        table = Timetable([(MONDAY, MONDAY, WorkingTime({MONDAY: FULL}))])
        self.assertEqual(table.during(TUESDAY, WEDNESDAY), (0.0, 0.0))


@tagged("post_install", "-at_install")
class TestHalfDays(BaseCase):
    def test_a_morning_and_the_afternoon_share_nothing(self):
        morning = half_days(MONDAY, "morning", MONDAY, "morning")
        afternoon = half_days(MONDAY, "afternoon", MONDAY, "afternoon")
        self.assertFalse(share_half_day(morning, afternoon))
        day = half_days(MONDAY, "morning", MONDAY, "afternoon")
        self.assertTrue(share_half_day(day, afternoon))

    def test_afternoon_to_morning_of_one_day_is_no_period(self):
        first, last = half_days(MONDAY, "afternoon", MONDAY, "morning")
        self.assertLess(last, first)
