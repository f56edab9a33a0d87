# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Presence over departments and weeks."""

from datetime import date

from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestPresence(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship = cls._internship(
            date_start=date(2027, 2, 3), date_end=date(2027, 2, 16)
        )

    def _weeks(self, internship=None, user=None):
        """The presence of an internship, week by week."""
        self.env.flush_all()
        presence = self.env["hr.internship.presence"]
        presence = presence.with_user(user or self.coordinator)
        found = presence.search(
            [("internship_id", "=", (internship or self.internship).id)]
        )
        found.invalidate_recordset()
        return found

    def test_each_week_of_the_term_counts_with_its_days(self):
        self.assertRecordValues(
            self._weeks(),
            [
                {
                    "week": date(2027, 2, 1),
                    "first_day": date(2027, 2, 3),
                    "last_day": date(2027, 2, 7),
                    "days": 3,
                },
                {
                    "week": date(2027, 2, 8),
                    "first_day": date(2027, 2, 8),
                    "last_day": date(2027, 2, 14),
                    "days": 5,
                },
                {
                    "week": date(2027, 2, 15),
                    "first_day": date(2027, 2, 15),
                    "last_day": date(2027, 2, 16),
                    "days": 2,
                },
            ],
        )

    def test_a_weekend_has_no_weekdays(self):
        internship = self._internship(
            date_start=date(2027, 2, 6), date_end=date(2027, 2, 7)
        )
        self.assertEqual(self._weeks(internship).mapped("days"), [0])

    def test_each_term_counts_in_its_own_department(self):
        other = self.env["hr.department"].create({"name": "Archives"})
        self.env["hr.internship.term"].create(
            {
                "internship_id": self.internship.id,
                "date_from": "2027-02-17",
                "date_to": "2027-02-19",
                "department_id": other.id,
            }
        )
        last = self._weeks().filtered(lambda week: week.week == date(2027, 2, 15))
        self.assertEqual(set(last.department_id), {self.department, other})

    def test_an_intern_of_two_terms_is_counted_once(self):
        self.env["hr.internship.term"].create(
            {
                "internship_id": self.internship.id,
                "date_from": "2027-02-17",
                "date_to": "2027-02-19",
            }
        )
        self.env.flush_all()
        groups = self.env["hr.internship.presence"]._read_group(
            [
                ("internship_id", "=", self.internship.id),
                ("week", "=", "2027-02-15"),
            ],
            ["week:week"],
            ["__count", "internship_id:count_distinct"],
        )
        self.assertEqual([group[1:] for group in groups], [(2, 1)])

    def test_who_left_early_is_not_there_any_more(self):
        self.env.cr.execute(
            "UPDATE hr_internship SET state = 'terminated', ended_on = '2027-02-09' "
            "WHERE id = %s",
            [self.internship.id],
        )
        self.internship.invalidate_recordset()
        self.assertEqual(self._weeks().mapped("days"), [3, 2])

    def test_what_does_not_take_place_is_left_out(self):
        self.internship._transition("cancelled")
        self.assertFalse(self._weeks())

    def test_a_term_without_dates_is_left_out(self):
        self.assertFalse(self._weeks(self._internship(date_end=False)))

    def test_a_manager_sees_the_own_department(self):
        stranger = self._employee("Manager Two", login="manager-2")
        self.env["hr.department"].create(
            {"name": "Archives", "manager_id": stranger.id}
        )
        self.assertEqual(len(self._weeks(user=self.manager.user_id)), 3)
        self.assertFalse(self._weeks(user=stranger.user_id))

    def test_a_line_opens_its_internship(self):
        action = self._weeks()[:1].action_open_internship()
        self.assertEqual(action["res_id"], self.internship.id)

    def _fill_table_of_terms(self):
        """As many terms as make an index worth while, long ago."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT string_agg(quote_ident(column_name), ', ')
              FROM information_schema.columns
             WHERE table_name = 'hr_internship_term'
               AND column_name NOT IN ('id', 'date_from', 'date_to')
            """
        )
        columns = self.env.cr.fetchone()[0]
        self.env.cr.execute(
            f"INSERT INTO hr_internship_term ({columns}, date_from, date_to)"  # noqa: S608
            f" SELECT {columns}, DATE '1990-01-01' + number, DATE '1990-01-01' + number"
            "   FROM hr_internship_term, generate_series(1, 5000) number WHERE id = %s",
            [self.internship.term_ids[:1].id],
        )
        self.env.cr.execute("ANALYZE hr_internship_term")

    def test_a_filter_on_weeks_reads_only_their_terms(self):
        """The weeks look the terms up by the index on periods."""
        query = self.env["hr.internship.presence"]._search(
            [("week", ">=", "2027-02-01")]
        )
        self._fill_table_of_terms()
        sql = query.select("COUNT(*)")
        self.env.cr.execute("EXPLAIN " + sql.code, sql.params)
        plan = "\n".join(line for (line,) in self.env.cr.fetchall())
        self.assertIn("hr_internship_term_period_idx", plan)
