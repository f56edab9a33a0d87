# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What holds from when to when."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError, ValidationError
from odoo.tests import BaseCase, freeze_time, tagged
from odoo.tools import mute_logger

from ...tools.periods import overlap, period_in_force
from ..common import InternshipCommon

FEBRUARY = (date(2027, 2, 1), date(2027, 2, 28))
MARCH = (date(2027, 3, 1), date(2027, 3, 31))


@tagged("post_install", "-at_install")
class TestPeriods(BaseCase):
    def test_periods_that_touch_do_not_overlap(self):
        self.assertFalse(overlap(FEBRUARY, MARCH))

    def test_one_shared_day_is_an_overlap(self):
        self.assertTrue(overlap(FEBRUARY, (date(2027, 2, 28), date(2027, 3, 9))))

    def test_open_end_overlaps_what_comes_later(self):
        self.assertTrue(overlap((date(2027, 1, 1), None), MARCH))

    def test_current_then_next_then_last_period_is_in_force(self):
        periods = [FEBRUARY, MARCH]
        for today, index in (("2027-01-10", 0), ("2027-03-10", 1), ("2027-05-01", 1)):
            with self.subTest(today):
                self.assertEqual(
                    period_in_force(periods, date.fromisoformat(today)), index
                )

    def test_no_period_is_in_force_without_periods(self):
        self.assertIsNone(period_in_force([], date(2027, 1, 1)))


@tagged("post_install", "-at_install")
class TestTerms(InternshipCommon):
    def test_values_of_the_first_term_are_entered_on_the_internship(self):
        internship = self._internship()
        self.assertRecordValues(
            internship.term_ids,
            [
                {
                    "date_from": date(2027, 2, 1),
                    "date_to": date(2027, 4, 30),
                    "mentor_id": self.mentor.id,
                    "backup_id": self.backup.id,
                    "department_id": self.department.id,
                }
            ],
        )
        self.assertEqual(internship.mentor_user_id, self.mentor.user_id)
        self.assertEqual(internship.manager_user_id, self.manager.user_id)

    def test_changing_the_internship_changes_its_only_term(self):
        internship = self._internship()
        internship.write({"date_end": "2027-03-31", "mentor_id": self.manager.id})
        self.assertEqual(internship.term_ids.date_to, date(2027, 3, 31))
        self.assertEqual(internship.term_ids.mentor_id, self.manager)

    def test_dates_of_several_terms_are_not_entered_by_hand(self):
        internship = self._internship()
        self.env["hr.internship.term"].create(
            {
                "internship_id": internship.id,
                "date_from": "2027-05-01",
                "date_to": "2027-05-31",
            }
        )
        self.assertEqual(internship.date_end, date(2027, 5, 31))
        with self.assertRaisesRegex(UserError, "amendment"):
            internship.date_end = "2027-06-30"

    def test_terms_of_one_internship_do_not_overlap(self):
        internship = self._internship()
        with self.assertRaisesRegex(ValidationError, "share a day"):
            self.env["hr.internship.term"].create(
                {
                    "internship_id": internship.id,
                    "date_from": "2027-04-30",
                    "date_to": "2027-05-31",
                }
            )

    def test_term_in_force_follows_the_date(self):
        internship = self._internship()
        internship._transition("preparation")
        successor = self._employee("Successor", login="successor")
        self.env["hr.internship.term"].create(
            {
                "internship_id": internship.id,
                "date_from": "2027-05-01",
                "date_to": "2027-05-31",
                "mentor_id": successor.id,
            }
        )
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'ongoing' WHERE id = %s", [internship.id]
        )
        internship.invalidate_recordset()
        with freeze_time("2027-05-02"):
            self.env["hr.internship"]._cron_move_on()
        self.assertEqual(internship.mentor_id, successor)
        self.assertEqual(internship.mentor_user_id, successor.user_id)

    @mute_logger("odoo.sql_db")
    def test_end_before_start_is_refused(self):
        with self.assertRaises(IntegrityError):
            self._internship(date_end="2027-01-01")
            self.env.flush_all()

    @mute_logger("odoo.sql_db")
    def test_mentor_is_not_the_own_backup(self):
        with self.assertRaises(IntegrityError):
            self._internship(backup_id=self.mentor.id)
            self.env.flush_all()

    def test_hours_follow_the_schedule_and_its_holidays(self):
        internship = self._internship(date_start="2027-02-01", date_end="2027-02-12")
        calendar = internship.resource_calendar_id
        full = internship.planned_hours
        self.assertEqual(internship.planned_days, 10)
        self.env["resource.calendar.leaves"].create(
            {
                "name": "Holiday",
                "calendar_id": calendar.id,
                "date_from": "2027-02-03 00:00:00",
                "date_to": "2027-02-03 22:59:59",
            }
        )
        internship.term_ids._compute_duration()
        self.assertEqual(internship.planned_days, 9)
        self.assertEqual(internship.planned_hours, full - full / 10)
