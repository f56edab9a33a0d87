# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who gets the light group by itself."""

from odoo.tests import tagged

from ..common import InternshipCommon


@tagged("post_install", "-at_install")
class TestContributors(InternshipCommon):
    GROUP = "stage_management.group_contributor"

    def test_manager_of_a_department_becomes_contributor(self):
        employee = self._employee("New Manager", login="new-manager")
        self.assertFalse(employee.user_id.has_group(self.GROUP))
        self.department.manager_id = employee
        self.assertTrue(employee.user_id.has_group(self.GROUP))

    def test_mentor_gets_access_when_the_user_comes_later(self):
        employee = self._employee("Mentor Without User")
        self.env["hr.internship.mentor"].create({"employee_id": employee.id})
        employee.user_id = self._user("late-user")
        self.assertTrue(employee.user_id.has_group(self.GROUP))

    def test_coordinator_without_rights_on_users_names_a_mentor(self):
        employee = self._employee("Named Mentor", login="named-mentor")
        internship = self._internship()
        internship.with_user(self.coordinator).mentor_id = employee
        self.assertTrue(employee.user_id.has_group(self.GROUP))

    def test_portal_user_never_becomes_contributor(self):
        portal = self.env["res.users"].create(
            {
                "name": "Outside",
                "login": "outside",
                "group_ids": [(6, 0, [self.env.ref("base.group_portal").id])],
            }
        )
        portal._sync_contributors()
        self.assertFalse(portal.has_group(self.GROUP))

    def test_school_is_a_company(self):
        with self.assertRaisesRegex(Exception, "a school is a company"):
            self.intern.is_school = True
