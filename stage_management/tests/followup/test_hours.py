# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Hours planned, absent and really done, against calendars counted by hand."""

import io
from datetime import datetime

from pypdf import PdfReader

from odoo.tests import tagged

from .calendars import (
    COUNTED,
    EVERY_DAY,
    HOLIDAYS,
    MORNINGS,
    TWO_WEEKS,
    day,
    days,
)
from .common import FollowupCommon


class HoursCommon(FollowupCommon):
    """Schedules as above, with the same public holidays."""

    @classmethod
    def _schedule(cls, week):
        """A schedule; a pair of weeks is one of two weeks in turn."""
        weeks = week if isinstance(week, tuple) else (week,)
        lines = [
            (0, 0, {
                "name": "Work",
                "dayofweek": str(weekday),
                "hour_from": start,
                "hour_to": stop,
                "day_period": "morning" if start < 12 else "afternoon",
                "week_type": str(number) if len(weeks) > 1 else False,
            })
            for number, lines in enumerate(weeks)
            for weekday, parts in lines.items()
            for start, stop in parts
        ]  # fmt: skip
        if len(weeks) > 1:
            section = {"dayofweek": "0", "display_type": "line_section", "hour_to": 0}
            lines += [
                (0, 0, {**section, "name": "Week", "week_type": number, "sequence": 0})
                for number in ("0", "1")
            ]
        calendar = cls.env["resource.calendar"].create(
            {
                "name": "Schedule",
                "company_id": cls.company.id,
                "tz": "Europe/Brussels",
                "two_weeks_calendar": len(weeks) > 1,
                "attendance_ids": [(5, 0, 0), *lines],
            }
        )
        for start, end in HOLIDAYS:
            cls._holiday(calendar, start, end)
        return calendar

    @classmethod
    def _holiday(cls, calendar, start, end):
        return cls.env["resource.calendar.leaves"].create(
            {
                "name": "Free",
                "calendar_id": calendar.id,
                "date_from": datetime.fromisoformat(start),
                "date_to": datetime.fromisoformat(end),
            }
        )

    def _counted(self, terms, absences=()):
        """An ongoing internship with these terms and absences."""
        self.internship.absence_ids.unlink()
        values = [
            {
                "date_from": start,
                "date_to": end,
                "resource_calendar_id": self._schedule(week).id,
            }
            for start, end, week in terms
        ]
        case = self._at("ongoing", values[0]["date_from"], values[0]["date_to"])
        case.term_ids.write(values[0])
        self.env["hr.internship.term"].create(
            [{**more, "internship_id": case.id} for more in values[1:]]
        )
        names = ("date_from", "half_from", "date_to", "half_to")
        for absence in absences:
            self._make(
                "absence",
                internship_id=case.id,
                kind="other",
                **dict(zip(names, absence, strict=True)),
            )
        return case


@tagged("post_install", "-at_install")
class TestHours(HoursCommon):
    def assertHours(self, case, planned, absent, actual):
        self.env.flush_all()
        self.env.invalidate_all()
        found = (case.planned_hours, case.absent_hours, case.actual_hours)
        self.assertEqual(
            tuple(round(hours, 4) for hours in found), (planned, absent, actual)
        )

    def test_calendars_counted_by_hand(self):
        for counted in COUNTED:
            with self.subTest(counted.name):
                case = self._counted(counted.terms, counted.absences)
                self.assertHours(case, counted.planned, counted.absent, counted.actual)

    def test_days_are_counted_as_well(self):
        case = self._counted(TWO_WEEKS, (day("2027-03-01", "afternoon"),))
        self.assertEqual((case.planned_days, case.absent_days), (10.0, 0.5))
        self.assertEqual(case.actual_days, 9.5)

    def test_a_public_holiday_that_is_entered_later_counts(self):
        case = self._counted(TWO_WEEKS, (days("2027-03-04", "2027-03-05"),))
        self.assertHours(case, 76.0, 15.2, 60.8)
        calendar = case.resource_calendar_id
        free = self._holiday(calendar, "2027-03-03 23:00:00", "2027-03-04 22:59:59")
        # one day less is planned, and one day less of the absence is lost work
        self.assertHours(case, 68.4, 7.6, 60.8)
        free.write({"date_from": "2027-03-07 23:00:00", "date_to": "2027-03-08 22:59"})
        self.assertHours(case, 68.4, 15.2, 53.2)
        free.unlink()
        self.assertHours(case, 76.0, 15.2, 60.8)

    def test_a_day_that_is_free_for_the_whole_company_counts(self):
        case = self._counted(TWO_WEEKS)
        values = {"name": "Free", "date_from": "2027-03-03 23:00:00"}
        values |= {"date_to": "2027-03-04 22:59:59", "calendar_id": False}
        Leave = self.env["resource.calendar.leaves"]
        other = self.env["res.company"].create({"name": "Agency Two"})
        Leave.with_company(other).create(values).flush_recordset()
        self.assertHours(case, 76.0, 0.0, 76.0)
        Leave.create(values)
        self.assertHours(case, 68.4, 0.0, 68.4)

    def test_leave_of_a_colleague_is_no_public_holiday(self):
        case = self._counted(TWO_WEEKS)
        calendar = case.resource_calendar_id
        free = self._holiday(calendar, "2027-03-03 23:00:00", "2027-03-04 22:59:59")
        free.resource_id = self.mentor.resource_id
        self.assertHours(case, 76.0, 0.0, 76.0)

    def test_a_changed_line_of_the_schedule_counts(self):
        case = self._counted(TWO_WEEKS, (day("2027-03-01"),))
        lines = case.resource_calendar_id.attendance_ids
        lines.filtered(lambda line: line.hour_from > 12).write({"hour_to": 17.0})
        self.assertHours(case, 75.0, 7.5, 67.5)
        lines.filtered(lambda line: line.dayofweek == "0").unlink()
        self.assertHours(case, 60.0, 0.0, 60.0)

    def test_another_schedule_for_the_term_counts(self):
        case = self._counted(TWO_WEEKS, (day("2027-03-01"),))
        case.term_ids.resource_calendar_id = self._schedule(MORNINGS)
        self.assertHours(case, 38.0, 3.8, 34.2)

    def test_what_is_over_keeps_its_hours(self):
        case = self._counted(TWO_WEEKS)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'closed' WHERE id = %s", [case.id]
        )
        case.invalidate_recordset()
        calendar = case.resource_calendar_id
        self._holiday(calendar, "2027-03-03 23:00:00", "2027-03-04 22:59:59")
        self.assertHours(case, 76.0, 0.0, 76.0)

    def test_an_early_end_cuts_hours_and_absences(self):
        """Ended on Thursday 4: four days, of which Thursday absent."""
        case = self._counted(TWO_WEEKS, (days("2027-03-04", "2027-03-09"),))
        case._transition("terminated", ended_on="2027-03-04", ended_by="intern")
        self.assertEqual(round(case.actual_hours, 4), 22.8)
        self.assertEqual(case.planned_hours, 76.0)

    def test_certificate_states_what_was_really_done(self):
        case = self._counted(TWO_WEEKS, (day("2027-03-01"),))
        case._transition("terminated", ended_on="2027-03-04", ended_by="intern")
        action = case.with_user(self.coordinator).action_issue_certificate()
        certificate = self.env["hr.internship.certificate"].browse(action["res_id"])
        pdf = PdfReader(io.BytesIO(certificate._get_file()))
        text = " ".join(pdf.pages[0].extract_text().split())
        self.assertIn("3 days, 22.8 hours", text)

    def test_hours_of_many_take_as_many_queries_as_of_few(self):
        calendar = self._schedule(EVERY_DAY)
        counts = []
        for number in (2, 12):
            cases = self.internship.browse()
            for _index in range(number):
                cases |= self._at("ongoing", resource_calendar_id=calendar.id)
            absences = [
                {"internship_id": case.id, "kind": "exam", "date_from": "2027-03-01",
                 "date_to": "2027-03-02"}
                for case in cases
            ]  # fmt: skip
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.env["hr.internship.absence"].create(absences)
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0] + 2)
