# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What coordinators, mentors and managers see first."""

import json
from unittest.mock import patch

from lxml import etree

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged
from odoo.tools.safe_eval import safe_eval

from ...tools.extension import WeekGroup
from ..common import InternshipCommon

TODAY = "2027-03-03"  # a Wednesday


@tagged("post_install", "-at_install")
class TestStartScreen(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["hr.internship"].search([]).write({"active": False})
        cls.number = 0

    def _at(self, state, start, end, **values):
        """An internship in ``state``, brought there past the guards."""
        type(self).number += 1
        internship = self._internship(
            partner_id=self._partner(f"Intern {self.number}").id,
            date_start=start,
            date_end=end,
            **values,
        )
        internship.flush_recordset()
        self.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, internship.id]
        )
        internship.invalidate_recordset()
        internship.modified(["state"])
        return internship

    def _screen(self, user=None, day=TODAY):
        self.env.flush_all()
        self.env.invalidate_all()
        with freeze_time(day):
            model = self.env["hr.internship"].with_user(user or self.coordinator)
            return model.get_start_screen()

    def _tile(self, name, user=None, day=TODAY):
        tiles = {tile["name"]: tile for tile in self._screen(user, day)["tiles"]}
        return tiles.get(name)

    def _ids(self, name, **options):
        return [line["id"] for line in self._tile(name, **options)["lines"]]

    def test_each_internship_stands_in_the_list_of_its_moment(self):
        cases = {
            "arriving": ("ready", "2027-03-17", "2027-05-31"),
            "here_today": ("ongoing", "2027-02-01", "2027-05-31"),
            "leaving": ("ongoing", "2027-02-01", "2027-03-17"),
            "to_prepare": ("preparation", "2027-04-14", "2027-06-30"),
        }
        for name, (state, start, end) in cases.items():
            with self.subTest(name):
                self.assertIn(self._at(state, start, end).id, self._ids(name))

    def test_the_day_after_the_window_is_left_out(self):
        cases = {
            "arriving": ("ready", "2027-03-18", "2027-05-31"),
            "here_today": ("ongoing", "2027-02-01", "2027-03-02"),
            "leaving": ("ongoing", "2027-02-01", "2027-03-18"),
            "to_prepare": ("preparation", "2027-04-15", "2027-06-30"),
        }
        for name, (state, start, end) in cases.items():
            with self.subTest(name):
                self.assertNotIn(self._at(state, start, end).id, self._ids(name))

    def test_what_is_late_says_what_should_have_been_done(self):
        self.company.write(
            {"internship_preparation_days": 14, "internship_evaluation_days": 30}
        )
        cases = {
            "Should have been ready by": ("preparation", "2027-03-16", "2027-05-31"),
            "Should have been prepared by": ("draft", "2027-03-16", "2027-05-31"),
            "Should have started on": ("ready", "2027-03-02", "2027-05-31"),
            "Should have ended on": ("ongoing", "2027-02-01", "2027-03-02"),
            "Should have been closed by": ("evaluation", "2026-11-01", "2027-01-31"),
        }
        late = {
            sentence: self._at(state, start, end).id
            for sentence, (state, start, end) in cases.items()
        }
        notes = {line["id"]: line["note"] for line in self._tile("is_late")["lines"]}
        for sentence, internship_id in late.items():
            self.assertIn(sentence, notes.get(internship_id, ""))

    def test_the_last_day_is_not_late(self):
        for state, start, end in (
            ("preparation", "2027-03-17", "2027-05-31"),
            ("ready", "2027-03-03", "2027-05-31"),
            ("ongoing", "2027-02-01", "2027-03-03"),
            ("evaluation", "2026-11-01", "2027-02-01"),
            ("closed", "2026-01-01", "2026-02-01"),
        ):
            with self.subTest(state):
                internship = self._at(state, start, end)
                self.assertNotIn(internship.id, self._ids("is_late"))

    def test_late_is_computed_as_it_is_searched(self):
        for state, start, end in (
            ("preparation", "2027-03-16", "2027-05-31"),
            ("ready", "2027-03-17", "2027-05-31"),
            ("ongoing", "2027-02-01", "2027-03-02"),
            ("closed", "2026-01-01", "2026-02-01"),
        ):
            self._at(state, start, end)
        self.env.flush_all()
        with freeze_time(TODAY):
            all_cases = self.env["hr.internship"].search([])
            late = self.env["hr.internship"].search([("is_late", "=", True)])
            on_time = self.env["hr.internship"].search([("is_late", "=", False)])
            self.assertEqual(all_cases.filtered("is_late"), late)
        self.assertEqual(late | on_time, all_cases)
        self.assertFalse(late & on_time)

    def test_another_number_of_days_counts_for_what_is_being_prepared(self):
        internship = self._at("preparation", "2027-03-20", "2027-05-31")
        self.company.internship_preparation_days = 20
        self.assertEqual(str(internship.preparation_due), "2027-02-28")

    def test_missing_pieces_are_said_in_the_words_of_the_form(self):
        internship = self._at(
            "preparation", "2027-03-30", "2027-05-31", mentor_id=False, subject=False
        )
        line = self._tile("to_prepare")["lines"][0]
        self.assertEqual(line["id"], internship.id)
        self.assertRegex(line["note"], r"^The mentor is missing. And \d more.$")

    def test_count_is_of_all_while_few_are_named(self):
        for _index in range(7):
            self._at("ongoing", "2027-02-01", "2027-05-31")
        tile = self._tile("here_today")
        self.assertEqual((tile["count"], len(tile["lines"])), (7, 5))

    def test_week_shows_who_comes_and_goes_on_which_day(self):
        coming = self._at("ready", "2027-03-04", "2027-05-31")
        going = self._at("ongoing", "2027-02-01", "2027-03-05")
        self._at("ready", "2027-03-08", "2027-05-31")
        week = {day["day"]: day["groups"] for day in self._screen()["week"]}
        shown = {
            (day, group["kind"], line["id"])
            for day, groups in week.items()
            for group in groups
            for line in group["lines"]
        }
        self.assertEqual(
            shown,
            {
                ("2027-03-04", "arrival", coming.id),
                ("2027-03-05", "departure", going.id),
            },
        )

    def test_weekend_is_shown_only_when_something_happens(self):
        self.assertEqual(len(self._screen()["week"]), 5)
        self._at("ready", "2027-03-06", "2027-05-31")
        self.assertEqual(self._screen()["week"][-1]["day"], "2027-03-06")

    def test_another_subject_adds_events_to_the_week(self):
        internship = self._at("ready", "2027-06-01", "2027-07-31")
        screen = type(self.env["hr.internship.start.screen"])
        event = WeekGroup(
            internship.date_start.replace(month=3, day=5),
            "interview",
            "Interview",
            "fa-comments-o",
            "hr.internship",
            (internship.id,),
            3,
        )
        with patch.object(screen, "_get_week_groups", lambda *_args: [event]):
            friday = self._screen()["week"][4]
        self.assertEqual(friday["groups"][0]["more"], 2)
        self.assertEqual(friday["groups"][0]["lines"][0]["id"], internship.id)

    def test_selection_is_for_coordinators(self):
        self._application()
        self._place()
        for name in ("to_review", "to_select"):
            self.assertTrue(self._tile(name)["count"])
            self.assertIsNone(self._tile(name, user=self.mentor.user_id))

    def test_a_mentor_finds_the_own_interns_only(self):
        own = self._at("ongoing", "2027-02-01", "2027-05-31")
        other = self._employee("Mentor Two", login="mentor-2")
        self._at("ongoing", "2027-02-01", "2027-05-31", mentor_id=other.id)
        self.assertEqual(self._ids("here_today", user=self.mentor.user_id), [own.id])

    def test_a_mentor_finds_what_waits(self):
        internship = self._at("ready", "2027-03-10", "2027-05-31")
        todos = self._screen(self.mentor.user_id)["todos"]
        self.assertEqual(
            [(todo["url"], todo["is_overdue"]) for todo in todos],
            [(f"/odoo/internships/{internship.id}", False)],
        )

    def test_a_plain_employee_has_no_start_screen(self):
        with self.assertRaises(AccessError):
            self._screen(self._user("employee-1"))

    def test_a_list_opens_with_the_filter_that_finds_its_records(self):
        self._at("ready", "2027-03-17", "2027-05-31")
        self._at("ongoing", "2027-02-01", "2027-03-17")
        self._at("ongoing", "2027-02-01", "2027-03-02")
        self._at("preparation", "2027-04-14", "2027-06-30")
        self._application()
        self._application()._transition("interview")
        self._place()
        self.env.flush_all()
        with freeze_time(TODAY):
            screen = self.env["hr.internship.start.screen"].with_user(self.coordinator)
            for tile in screen._get_tiles():
                with self.subTest(tile.name):
                    self._check_filter(tile)

    def _check_filter(self, tile):
        action = self.env.ref(tile.action)
        model = self.env[tile.model].with_user(self.coordinator)
        self.assertEqual(action.res_model, tile.model)
        ((key, _is_set),) = tile.context.items()
        name = key.removeprefix("search_default_")
        view = model.get_view(action.search_view_id.id or None, "search")
        arch = etree.fromstring(view["arch"])
        (node,) = arch.xpath(f"//filter[@name='{name}']")
        domain = safe_eval(node.get("domain"), {"uid": self.coordinator.id})
        domain += safe_eval(action.domain or "[]")
        self.assertEqual(model.search(domain), model.search(tile.domain))

    def test_new_organisation_is_told_how_to_begin(self):
        steps = self._screen()["first_steps"]
        done = {step["title"]: step["is_done"] for step in steps}
        self.assertTrue(done["Enter or import your schools"])
        self.assertFalse(done["Propose a place"])
        self._at("ready", "2027-03-17", "2027-05-31")
        self.assertFalse(self._screen()["first_steps"])

    def test_first_steps_are_for_coordinators(self):
        self.mentor.user_id._sync_contributors()
        self.assertFalse(self._screen(self.mentor.user_id)["first_steps"])

    def test_screen_goes_through_json(self):
        self._at("ready", "2027-03-04", "2027-03-31")
        screen = self._screen()
        self.assertEqual(json.loads(json.dumps(screen)), screen)

    def test_queries_do_not_grow_with_the_records(self):
        self._add_of_each(6)
        few = self._count_queries()
        self._add_of_each(12)
        # contacts may be read in two goes; one query per record would be 84 more
        self.assertLessEqual(self._count_queries(), few + 1)

    def _add_of_each(self, number):
        for _index in range(number):
            self._at("ready", "2027-03-04", "2027-03-31")
            self._at("ongoing", "2027-02-01", "2027-03-05")
            self._at("ongoing", "2027-02-01", "2027-03-02")
            self._at("preparation", "2027-03-30", "2027-06-30")
            self._application()
            self._application()._transition("interview")
            self._place()

    def _count_queries(self):
        for _time in range(2):  # caches of rules and groups, also those behind records
            self._screen()
            self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self._screen()
        return self.env.cr.sql_log_count - before
