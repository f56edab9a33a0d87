# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An administrator of internships sets the app up, and nothing else."""

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestSettings(InternshipCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.administrator = cls._user("administrator-1", "group_administrator")
        cls.settings = cls.env["hr.internship.settings"].with_user(cls.administrator)

    def test_the_form_shows_and_keeps_what_the_company_decides(self):
        self.company.internship_preparation_days = 21
        form = Form(self.settings)
        self.assertEqual(form.internship_preparation_days, 21)
        form.internship_preparation_days = 28
        form.internship_capacity_policy = "block"
        form.internship_cost_procedure = "To the secretariat, within the month"
        form.internship_visit_weeks = 5
        form.save()
        company = self.company
        self.assertEqual(company.internship_preparation_days, 28)
        self.assertEqual(company.internship_capacity_policy, "block")
        self.assertIn("secretariat", company.internship_cost_procedure)
        self.assertEqual(company.internship_visit_weeks, 5)

    def test_nothing_else_of_the_company_is_written(self):
        with self.assertRaises(AccessError):
            self.company.with_user(self.administrator).internship_visit_weeks = 5
        other = self.env["res.company"].create({"name": "Agency Two"})
        self.settings.create({"company_id": other.id, "internship_visit_weeks": 7})
        self.assertEqual(self.company.internship_visit_weeks, 7)
        self.assertNotEqual(other.internship_visit_weeks, 7)

    def test_others_do_not(self):
        for user in (self.coordinator, self.mentor.user_id):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.settings.with_user(user).create({"internship_visit_weeks": 5})
        mine = self.settings.create({})
        with self.assertRaises(AccessError):
            mine.with_user(self.coordinator).internship_visit_weeks = 5
