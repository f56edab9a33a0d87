# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How many interns a mentor guides at once, and what the limit does."""

from datetime import date

from odoo.exceptions import UserError
from odoo.tests import BaseCase, Form, freeze_time, tagged

from ...tools.periods import busiest_day
from ..common import InternshipCommon

JANUARY = (date(2027, 1, 1), date(2027, 1, 31))
FEBRUARY = (date(2027, 2, 1), date(2027, 2, 28))
MARCH = (date(2027, 3, 1), date(2027, 3, 31))
QUARTER = (date(2027, 1, 1), date(2027, 3, 31))


@tagged("post_install", "-at_install")
class TestBusiestDay(BaseCase):
    def test_who_follow_each_other_do_not_meet(self):
        self.assertEqual(busiest_day([JANUARY, MARCH]), (date(2027, 1, 1), [0]))

    def test_two_that_meet_the_third_but_not_each_other_are_two(self):
        self.assertEqual(
            busiest_day([QUARTER, JANUARY, MARCH]), (date(2027, 1, 1), [0, 1])
        )

    def test_a_shared_last_day_counts(self):
        on_the_last = (date(2027, 1, 31), date(2027, 2, 5))
        self.assertEqual(
            busiest_day([JANUARY, on_the_last]), (date(2027, 1, 31), [0, 1])
        )

    def test_only_days_within_are_looked_at(self):
        self.assertEqual(
            busiest_day([QUARTER, JANUARY], FEBRUARY), (date(2027, 2, 1), [0])
        )

    def test_open_ends_have_no_limit(self):
        self.assertEqual(
            busiest_day([(None, None), (date(2027, 3, 1), None)], QUARTER),
            (date(2027, 3, 1), [0, 1]),
        )

    def test_nothing_meets_on_no_day(self):
        self.assertEqual(busiest_day([JANUARY], MARCH), (None, []))


class CapacityCommon(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2027-01-11"))
        cls.line = cls.env["hr.internship.mentor"].create(
            {"employee_id": cls.mentor.id, "capacity": 1}
        )

    def _in(self, period, state="draft", **values):
        """An internship of somebody else in ``period``, from a draft if need be."""
        internship = self._internship(
            partner_id=self._partner(f"Intern {period[0]} {state}").id,
            date_start=period[0],
            date_end=period[1],
            **values,
        )
        if state != "draft":
            internship.action_prepare()
        return internship

    def _block(self):
        self.company.internship_capacity_policy = "block"


@tagged("post_install", "-at_install")
class TestCapacity(CapacityCommon):
    def test_interns_who_follow_each_other_fill_one_place(self):
        self.line.capacity = 2
        self._in(JANUARY)
        self._in(MARCH)
        internship = self._in(QUARTER)
        self.assertIn("Guides 2 of 2 in this period", internship.mentor_load)
        self.assertFalse(internship.is_mentor_full)
        self.assertFalse(internship._capacity_guards())

    def test_workload_is_told_while_choosing(self):
        self._in(FEBRUARY)
        form = Form(self.env["hr.internship"].with_user(self.coordinator))
        form.partner_id = self.intern
        form.date_start, form.date_end = FEBRUARY
        self.assertFalse(form.mentor_load)
        form.mentor_id = self.mentor
        self.assertIn("Guides 2 of 1", form.mentor_load)
        self.assertTrue(form.is_mentor_full)
        form.mentor_id = self.manager
        self.assertIn("not in the register", form.mentor_load)

    def test_workload_stands_in_the_list_of_choices_only(self):
        self._in(FEBRUARY)
        Employee = self.env["hr.employee"].with_user(self.coordinator)
        context = {
            "mentor_load_from": "2027-02-01",
            "mentor_load_until": "2027-02-28",
        }
        choices = Employee.with_context(
            **context, formatted_display_name=True
        ).name_search("Mentor One")
        self.assertEqual(choices, [(self.mentor.id, "Mentor One\t--1/1--")])
        self.assertEqual(
            Employee.with_context(**context).name_search("Mentor One"),
            [(self.mentor.id, "Mentor One")],
        )

    def test_place_tells_the_workload_of_its_mentor(self):
        self._in(FEBRUARY)
        place = self._place(date_start=FEBRUARY[0], date_end=FEBRUARY[1])
        self.assertIn("Guides 2 of 1", place.with_user(self.coordinator).mentor_load)
        self.assertTrue(place.is_mentor_full)

    def test_full_mentor_warns(self):
        self._in(FEBRUARY, "preparation")
        second = self._in(FEBRUARY)
        second.action_prepare()
        self.assertEqual(second.state, "preparation")
        (guard,) = second._capacity_guards()
        self.assertFalse(guard.blocking)
        self.assertIn("room for 1", guard.sentence)

    def test_full_mentor_blocks_where_the_company_says_so(self):
        self._block()
        first = self._in(FEBRUARY, "preparation")
        second = self._in(FEBRUARY)
        with self.assertRaisesRegex(UserError, f"room for 1 .{first.name}.: choose"):
            second.action_prepare()
        self.assertEqual(second.state, "draft")

    def test_a_draft_holds_no_place(self):
        self._block()
        self._in(FEBRUARY)
        self.assertEqual(self._in(FEBRUARY, "preparation").state, "preparation")

    def test_full_mentor_can_not_be_named(self):
        self._block()
        self._in(FEBRUARY, "preparation")
        internship = self._in(FEBRUARY, "preparation", mentor_id=self.manager.id)
        with self.assertRaisesRegex(UserError, "already guides 1"):
            internship.with_user(self.coordinator).mentor_id = self.mentor

    def test_dates_can_not_move_to_where_the_mentor_is_full(self):
        self._block()
        self._in(FEBRUARY, "preparation")
        internship = self._in(MARCH, "preparation")
        with self.assertRaisesRegex(UserError, "already guides 1"):
            internship.date_start = "2027-02-28"

    def test_shorter_is_allowed_although_full(self):
        self._in(FEBRUARY, "preparation")
        internship = self._in(FEBRUARY, "preparation")
        self._block()
        internship.date_end = "2027-02-20"
        self.assertEqual(internship.term_ids.date_to, date(2027, 2, 20))

    def test_capacity_below_the_plan_warns_with_names(self):
        self.line.capacity = 2
        cases = self._in(FEBRUARY) + self._in(FEBRUARY)
        form = Form(self.line.with_user(self.coordinator))
        with self.assertLogs("odoo.tests.form.onchange", "WARNING") as caught:
            form.capacity = 1
        form.save()
        for name in cases.mapped("name"):
            self.assertIn(name, caught.output[0])
            self.assertIn(name, self.line.over_capacity_text)
        self.assertTrue(self.line.is_over_capacity)

    def test_capacity_below_the_plan_is_refused_where_it_blocks(self):
        self._block()
        self.line.capacity = 2
        first, second = self._in(FEBRUARY, "preparation"), self._in(FEBRUARY, "ready?")
        with self.assertRaises(UserError) as caught:
            self.line.with_user(self.coordinator).capacity = 1
        self.assertSentence(caught.exception, first.name, second.name, "Hand one")


@tagged("post_install", "-at_install")
class TestRegister(CapacityCommon):
    def _found(self, **values):
        domain = [(name, "=", value) for name, value in values.items()]
        found = self.env["hr.internship.mentor"].with_user(self.coordinator)
        return self.line in found.search(domain)

    def test_columns_count_interns_now_later_and_at_once(self):
        self._in(JANUARY)
        self._in(QUARTER)
        self._in(FEBRUARY)
        self._in(MARCH)._transition("cancelled")
        line = self.line.with_user(self.coordinator)
        self.assertRecordValues(
            line,
            [
                {
                    "current_count": 2,
                    "planned_count": 1,
                    "busiest_count": 2,
                    "free_count": 0,
                    "internship_count": 4,
                    "is_over_capacity": True,
                }
            ],
        )

    def test_search_for_room_on_a_day(self):
        self._in(JANUARY)
        self.assertFalse(self._found(room_on="today"))
        self.assertTrue(self._found(room_on="2027-02-01"))
        self.line.capacity = 2
        self.assertTrue(self._found(room_on="today"))

    def test_search_for_mentors_who_left(self):
        self.assertFalse(self._found(has_left=True))
        self.mentor.active = False
        self.assertTrue(self._found(has_left=True))

    def test_mentor_reads_the_own_line_only(self):
        other = self.env["hr.internship.mentor"].create({"employee_id": self.backup.id})
        self._in(JANUARY)
        mentor = self.env["hr.internship.mentor"].with_user(self.mentor.user_id)
        found = mentor.search([])
        self.assertEqual((found.ids, other in found), (self.line.ids, False))
        self.assertEqual(found.current_count, 1)
        action = found.action_open_internships()
        self.assertTrue(mentor.env["hr.internship"].search(action["domain"]))

    def test_workload_counts_presence_by_month(self):
        self._in(QUARTER)
        self._in((date(2027, 2, 27), date(2027, 3, 2)))
        self._in(MARCH)._transition("cancelled")
        self.env.flush_all()
        rows = self.env["hr.internship.workload"].with_user(self.coordinator)
        counts = rows._read_group(
            [("mentor_id", "=", self.mentor.id)],
            ["month:month"],
            ["internship_id:count_distinct"],
            order="month:month",
        )
        self.assertEqual([count for _month, count in counts], [1, 2, 2])
        lines = rows.search([("mentor_id", "=", self.mentor.id)])
        self.assertEqual(len(set(lines.ids)), 5)
        self.assertIn((date(2027, 3, 1), date(2027, 3, 2)), [
            (line.date_from, line.date_to) for line in lines
        ])  # fmt: skip

    def test_administrator_chooses_what_a_full_mentor_means(self):
        admin = self.env.ref("base.user_admin")
        settings = self.env["res.config.settings"].with_user(admin).create({})
        self.assertEqual(settings.internship_capacity_policy, "warn")
        settings.internship_capacity_policy = "block"
        settings.execute()
        self.assertEqual(self.company.internship_capacity_policy, "block")
