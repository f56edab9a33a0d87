# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Targets of the year, and selecting within or outside them."""

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ...tools.target_figures import Offer, covers
from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestTargetFigures(BaseCase):
    OFFER = Offer(1, 2027, frozenset({4, 7}), 2, frozenset({5, 6}))

    def test_what_a_target_covers(self):
        cases = [
            ((1, 2027), (0, 0, 0), True),
            ((1, 2027), (4, 0, 0), True),
            ((1, 2027), (8, 0, 0), False),
            ((1, 2027), (7, 2, 6), True),
            ((1, 2027), (7, 3, 6), False),
            ((1, 2027), (0, 0, 9), False),
            ((1, 2026), (0, 0, 0), False),
            ((2, 2027), (0, 0, 0), False),
        ]
        for year, scope, expected in cases:
            with self.subTest(year=year, scope=scope):
                self.assertEqual(covers(year, scope, self.OFFER), expected)


@tagged("post_install", "-at_install")
class TestTargets(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.domain = cls.env.ref("stage_management.hr_internship_domain_communication")

    def _target(self, number, **values):
        return self.env["hr.internship.target"].create(
            {"year": 2027, "number": number, "company_id": self.company.id, **values}
        )

    def _selected(self, **values):
        place = self._place(**values)
        place.action_select()
        self.assertEqual(place.state, "selected")
        return place

    def test_seats_are_counted_by_department_type_and_domain(self):
        below = self.env["hr.department"].create(
            {"name": "Press", "parent_id": self.department.id}
        )
        other = self.env["hr.department"].create({"name": "Other"})
        targets = [
            self._target(9),
            self._target(9, department_id=self.department.id),
            self._target(9, type_id=self.internship_type.id),
            self._target(9, domain_id=self.domain.id),
            self._target(9, department_id=other.id, domain_id=self.domain.id),
        ]
        self._selected(seats=2, department_id=below.id)
        self._selected(seats=3, department_id=other.id)
        self._place(seats=1)
        self._selected(seats=1, date_start="2028-02-01", date_end="2028-03-01")
        self.env.invalidate_all()
        figures = [(t.selected_count, t.proposed_count, t.left_count) for t in targets]
        self.assertEqual(
            figures, [(5, 1, 4), (2, 1, 7), (5, 1, 4), (5, 1, 4), (3, 0, 6)]
        )

    def test_closed_place_counts_for_the_seats_taken(self):
        target = self._target(5)
        place = self._selected(seats=3)
        self._application(place_id=place.id)._transition("accepted")
        place.action_close()
        self.env.invalidate_all()
        self.assertEqual(target.selected_count, 1)

    def test_figures_take_as_many_queries_for_many(self):
        for number in range(12):
            self._place(seats=number + 1)
        few, many = self._target(1), self.env["hr.internship.target"]
        for domain in self.env["hr.internship.domain"].search([]):
            many |= self._target(1, domain_id=domain.id)
        self._selected(selection_reason="Needed", seats=1)
        counts = []
        for targets in ((few | many[:1]), many):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            targets.mapped("left_count")
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])

    def test_selection_shows_the_figures(self):
        self._target(3, domain_id=self.domain.id)
        place = self._place()
        self.assertEqual(place.target_summary, "3 of 3 (Communication)")
        self.assertIn("Communication", place.target_html)
        self.assertFalse(place.is_outside_target)

    def test_names_in_the_table_are_escaped(self):
        self.domain.name = "<b>bold</b>"
        self._target(3, domain_id=self.domain.id)
        self.assertIn("&lt;b&gt;bold", self._place().target_html)

    def test_outside_the_target_needs_a_reason(self):
        self._target(1, domain_id=self.domain.id)
        place = self._place(seats=2)
        self.assertTrue(place.is_outside_target)
        with self.assertRaisesRegex(UserError, "exceeds the target of 2027.*Comm"):
            place.with_user(self.coordinator).write({"state": "selected"})
        place.with_user(self.coordinator).write(
            {"state": "selected", "selection_reason": "Asked by the minister"}
        )
        self.assertEqual(place.state, "selected")
        self.assertFalse(place.is_outside_target)

    def test_target_of_zero_leaves_no_room(self):
        self._target(0, department_id=self.department.id)
        with self.assertRaisesRegex(UserError, "exceeds the target"):
            self._place()._transition("selected")

    def test_other_department_year_and_company_are_not_limited(self):
        self._target(0, year=2026)
        other = self.env["hr.department"].create({"name": "Other"})
        self._target(0, department_id=other.id)
        company = self.env["res.company"].create({"name": "Agency"})
        self._target(0, company_id=company.id)
        self._selected()

    def test_places_of_one_batch_count_after_each_other(self):
        self._target(1)
        places = self._place() | self._place()
        with self.assertRaisesRegex(UserError, "exceeds the target"):
            places._transition("selected")

    def test_reopened_place_counts_only_what_it_adds(self):
        self._target(1)
        place = self._selected()
        self._application(place_id=place.id)._transition("accepted")
        place.action_close()
        place.action_select()
        self.assertEqual(place.state, "filled")

    def test_proposals_outside_the_target_are_found(self):
        self._target(2, domain_id=self.domain.id)
        inside, outside = self._place(seats=2), self._place(seats=3)
        other_domain = self.env.ref("stage_management.hr_internship_domain_ict")
        free = self._place(seats=9, domain_ids=other_domain.ids)
        Place = self.env["hr.internship.place"]
        known = [("id", "in", (inside | outside | free).ids)]
        self.assertEqual(
            Place.search([*known, ("is_outside_target", "=", True)]), outside
        )
        self.assertEqual(
            Place.search([*known, ("is_outside_target", "=", False)]), inside | free
        )

    @mute_logger("odoo.sql_db")
    def test_targets_that_make_no_sense(self):
        self._target(1, domain_id=self.domain.id)
        for number, values in (
            (-1, {}),
            (1, {"year": 27}),
            (1, {"domain_id": self.domain.id}),
        ):
            with (
                self.subTest(values),
                self.assertRaises(IntegrityError),
                self.env.cr.savepoint(),
            ):
                self._target(number, **values)

    def test_next_year_takes_over_what_is_not_there_yet(self):
        targets = self._target(4) | self._target(2, domain_id=self.domain.id)
        self._target(7, year=2028)
        targets.with_user(self.coordinator).action_copy_to_next_year()
        found = self.env["hr.internship.target"].search([("year", "=", 2028)])
        self.assertEqual(sorted(found.mapped("number")), [2, 7])

    def test_department_reads_targets_and_sets_none(self):
        target = self._target(4).with_user(self.manager.user_id)
        self.assertEqual(target.left_count, 4)
        with self.assertRaises(AccessError):
            target.number = 100
