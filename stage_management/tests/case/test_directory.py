# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who is an intern where, for all staff."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestDirectory(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.employee = cls._user("employee-1")
        cls.internship = cls._internship()
        cls._bring_to(cls.internship, "ongoing")
        cls.menu = cls.env.ref("stage_management.hr_internship_directory_menu")

    @classmethod
    def _bring_to(cls, internship, state):
        """Bring an internship to ``state`` past the guards."""
        internship.flush_recordset()
        cls.env.cr.execute(
            "UPDATE hr_internship SET state = %s WHERE id = %s", [state, internship.id]
        )
        internship.invalidate_recordset()

    def _listed(self, day, user=None):
        """What a colleague finds in the directory on that day."""
        self.env.flush_all()
        directory = self.env["hr.internship.directory"].with_user(user or self.employee)
        with freeze_time(day):
            return directory.search([("id", "=", self.internship.id)])

    def test_a_colleague_reads_who_where_on_what_and_with_whom(self):
        office = self.env["hr.work.location"].create(
            {
                "name": "North Tower",
                "address_id": self.company.partner_id.id,
                "company_id": self.company.id,
            }
        )
        self.mentor.work_location_id = office
        with freeze_time("2027-03-01"):
            (values,) = self._listed("2027-03-01").read()
        values["department_id"] = values["department_id"][1]
        expected = {
            "name": "Intern One",
            "subject": "Chatbots",
            "department_id": self.department.display_name,
            "mentor_name": "Mentor One",
            "building": "North Tower",
        }
        self.assertEqual({name: values[name] for name in expected}, expected)

    def test_a_home_address_is_no_building(self):
        self.mentor.work_location_id = self.env["hr.work.location"].create(
            {
                "name": "At Home",
                "location_type": "home",
                "address_id": self.company.partner_id.id,
                "company_id": self.company.id,
            }
        )
        with freeze_time("2027-03-01"):
            self.assertFalse(self._listed("2027-03-01").building)

    def test_shown_from_shortly_before_the_start_until_the_last_day(self):
        self.company.internship_directory_days = 10
        days = {
            "2027-01-21": False,
            "2027-01-22": True,
            "2027-04-30": True,
            "2027-05-01": False,
        }
        for day, is_shown in days.items():
            with self.subTest(day):
                self.assertEqual(bool(self._listed(day)), is_shown)

    def test_who_arrives_is_told_from_who_is_here(self):
        for day, is_here in (("2027-01-25", False), ("2027-02-01", True)):
            with freeze_time(day):
                self.assertEqual(self._listed(day).is_here, is_here)
            self.env.invalidate_all()

    def test_only_what_is_certain_is_shown(self):
        for state, is_shown in {
            "preparation": False,
            "ready": True,
            "evaluation": False,
            "cancelled": False,
            "terminated": False,
        }.items():
            with self.subTest(state):
                self._bring_to(self.internship, state)
                self.assertEqual(bool(self._listed("2027-03-01")), is_shown)

    def test_a_confidential_internship_is_left_out(self):
        self.internship.is_listed = False
        self.assertFalse(self._listed("2027-03-01"))

    def test_other_companies_are_left_out(self):
        other = self.env["res.company"].create({"name": "Agency Two"})
        stranger = self._user("employee-2")
        stranger.write({"company_ids": [(6, 0, other.ids)], "company_id": other.id})
        self.assertFalse(self._listed("2027-03-01", stranger))

    def test_nobody_writes_in_the_directory(self):
        line = self._listed("2027-03-01", self.coordinator)
        with self.assertRaises(AccessError):
            line.with_user(self.coordinator).write({"subject": "Other"})

    def test_a_colleague_sees_this_menu_and_nothing_else_of_the_app(self):
        root = self.env.ref("stage_management.menu_stage_management_root")
        menus = self.env["ir.ui.menu"].with_user(self.employee).load_menus(False)
        self.assertEqual(menus[root.id]["children"], self.menu.ids)
        self.assertFalse(menus[self.menu.id]["children"])

    def test_a_colleague_reads_no_other_record_of_the_app(self):
        for model in ("hr.internship", "hr.internship.term", "hr.internship.presence"):
            with self.assertRaises(AccessError):
                self.env[model].with_user(self.employee).search([])

    def test_searching_by_department_includes_the_departments_below(self):
        above = self.env["hr.department"].create({"name": "Above"})
        self.department.parent_id = above
        directory = self.env["hr.internship.directory"].with_user(self.employee)
        self.env.flush_all()
        with freeze_time("2027-03-01"):
            found = directory.search([("department_id", "child_of", above.id)])
        self.assertIn(self.internship.id, found.ids)

    def test_the_question_does_not_grow_with_the_answer(self):
        today = fields.Date.today()
        self._add_running(2, today)
        few = self._count_queries()
        self._add_running(20, today)
        self.assertEqual(self._count_queries(), few)

    def _add_running(self, number, today):
        for index in range(number):
            internship = self._internship(
                partner_id=self._partner(f"Extra {index}").id,
                date_start=today - timedelta(days=5),
                date_end=today + timedelta(days=5),
            )
            self._bring_to(internship, "ongoing")

    def _count_queries(self):
        names = ["name", "department_id", "mentor_id", "mentor_name", "is_here"]
        self.env.flush_all()
        directory = self.env["hr.internship.directory"].with_user(self.employee)
        directory.search_read([], names)  # caches of rules and groups
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        directory.search_read([], names)
        return self.env.cr.sql_log_count - before
