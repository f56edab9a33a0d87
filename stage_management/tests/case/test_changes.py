# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Internships of one day, extensions, suspensions, and the same intern again."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestChanges(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time("2027-03-03"))

    def _at(self, state, start, end, **values):
        case = self._internship(date_start=start, date_end=end, **values)
        case.flush_recordset()
        self.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, case.id]
        )
        case.invalidate_recordset()
        return case

    def _change(self, case, user=None, **values):
        wizard = self.env["hr.internship.change"].with_user(user or self.coordinator)
        wizard.create({"internship_id": case.id, **values}).action_confirm()

    def _spans(self, case):
        return [
            (term.kind, term.date_from.isoformat(), term.date_to.isoformat())
            for term in case.term_ids.sorted("date_from")
        ]

    def _move_on(self, day):
        with freeze_time(day):
            self.env["hr.internship"]._cron_move_on()

    def test_an_observation_of_one_day_starts_and_ends_by_itself(self):
        kind = self.env["hr.internship.type"].create(
            {"name": "Observation", "counts_as_work": False}
        )
        case = self._at("ready", "2027-03-03", "2027-03-03", type_id=kind.id)
        self.assertEqual(case.planned_days, 1)
        self._move_on("2027-03-02")
        self.assertEqual(case.state, "ready")
        self._move_on("2027-03-03")
        self.assertEqual(case.state, "ongoing")
        self._move_on("2027-03-03")
        self.assertEqual(case.state, "ongoing")
        self._move_on("2027-03-04")
        self.assertEqual(case.state, "evaluation")

    def test_one_day_that_the_mover_missed_is_caught_up(self):
        kind = self.env["hr.internship.type"].create(
            {"name": "Observation", "counts_as_work": False}
        )
        case = self._at("ready", "2027-03-03", "2027-03-03", type_id=kind.id)
        self._move_on("2027-03-05")
        self._move_on("2027-03-06")
        self.assertEqual(case.state, "evaluation")

    def test_extension_is_a_term_with_the_same_people(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        hours = case.planned_hours
        self._change(case, date_to="2027-03-19", reason="The project needs a week")
        self.assertEqual(case.date_end, date(2027, 3, 19))
        self.assertEqual(len(case.term_ids), 2)
        self.assertEqual(case.term_ids.mentor_id, self.mentor)
        self.assertEqual(case.planned_hours, hours + hours / 6)

    def test_extension_ends_later(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        with self.assertRaisesRegex(UserError, "choose a later day"):
            self._change(case, date_to="2027-03-12")

    def test_suspension_in_the_middle_counts_no_hours(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        hours = case.planned_hours
        days = {"date_from": "2027-02-15", "date_to": "2027-02-19"}
        self._change(case, change="suspend", **days)
        self.assertEqual(
            self._spans(case),
            [
                ("work", "2027-02-01", "2027-02-14"),
                ("suspension", "2027-02-15", "2027-02-19"),
                ("work", "2027-02-20", "2027-03-12"),
            ],
        )
        self.assertEqual(case.planned_hours, hours - hours / 6)
        self.assertEqual(case.date_end, date(2027, 3, 12))

    def test_suspension_at_the_start_and_of_all(self):
        case = self._at("ready", "2027-03-08", "2027-03-12")
        days = {"date_from": "2027-03-08", "date_to": "2027-03-09"}
        self._change(case, change="suspend", **days)
        self.assertEqual(
            self._spans(case),
            [
                ("suspension", "2027-03-08", "2027-03-09"),
                ("work", "2027-03-10", "2027-03-12"),
            ],
        )
        self.assertEqual(case.planned_days, 3)

    def test_suspension_outside_is_refused(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        for first, last, sentence in (
            ("2027-01-25", "2027-02-05", "outside"),
            ("2027-03-08", "2027-03-15", "outside"),
            ("2027-03-05", "2027-03-04", "ends before it starts"),
        ):
            with (
                self.subTest(first),
                self.assertRaisesRegex(UserError, sentence),
            ):
                days = {"date_from": first, "date_to": last}
                self._change(case, change="suspend", **days)

    def test_what_is_over_neither_lasts_longer_nor_pauses(self):
        case = self._at("closed", "2027-02-01", "2027-02-12")
        with self.assertRaisesRegex(UserError, "is over"):
            self._change(case, date_to="2027-03-19")

    def test_a_signed_agreement_asks_for_an_amendment(self):
        case = self._at("ready", "2027-04-05", "2027-05-28")
        agreement = self.env["hr.internship.agreement"].create(
            {"internship_id": case.id}
        )
        for state, sentence in (("to_sign", "being signed"), ("signed", "is signed")):
            agreement.flush_recordset()
            self.env.cr.execute(
                "UPDATE hr_internship_agreement SET state = %s WHERE id = %s",
                [state, agreement.id],
            )
            agreement.invalidate_recordset()
            with self.subTest(state), self.assertRaisesRegex(UserError, sentence):
                self._change(case, date_to="2027-06-04")
        self.assertEqual(len(case.term_ids), 1)

    def test_who_is_suspended_is_not_counted_as_present(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-31")
        days = {"date_from": "2027-02-01", "date_to": "2027-02-28"}
        self._change(case, change="suspend", **days)
        self.env.flush_all()
        months = self.env["hr.internship.workload"].search(
            [("internship_id", "=", case.id)]
        )
        self.assertEqual(months.mapped("month"), [date(2027, 3, 1)])
        weeks = self.env["hr.internship.presence"].search(
            [("internship_id", "=", case.id)]
        )
        self.assertEqual(min(weeks.mapped("first_day")), date(2027, 3, 1))

    def test_only_coordinators_change_it(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        with self.assertRaises(AccessError):
            self._change(case, self.mentor.user_id, date_to="2027-03-19")

    def test_same_intern_again_is_a_new_internship(self):
        case = self._at("closed", "2027-02-01", "2027-02-12")
        action = case.with_user(self.coordinator).action_again()
        again = self.env["hr.internship"].browse(action["res_id"])
        self.assertNotEqual(again, case)
        self.assertRecordValues(
            again,
            [
                {
                    "partner_id": self.intern.id,
                    "school_id": self.school.id,
                    "state": "draft",
                    "date_start": False,
                    "place_id": False,
                }
            ],
        )
        self.assertNotEqual(again.name, case.name)

    def test_coordinators_find_both_in_the_menu_of_actions(self):
        case = self._at("closed", "2027-02-01", "2027-02-12")
        for name, model in (("change", "hr.internship.change"), ("again", case._name)):
            action = self.env.ref(f"stage_management.hr_internship_{name}_action")
            context = {"active_model": case._name, "active_id": case.id}
            found = action.with_user(self.coordinator).with_context(**context).run()
            self.assertEqual(found["res_model"], model)
            with self.subTest(name), self.assertRaises(AccessError):
                action.with_user(self.mentor.user_id).with_context(**context).run()

    def test_an_internship_that_runs_is_extended_instead(self):
        case = self._at("ongoing", "2027-02-01", "2027-03-12")
        with self.assertRaisesRegex(UserError, "extend it instead"):
            case.action_again()
