# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Employees who become mentors, backups or managers need access."""

from odoo import models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        result = super().write(vals)
        if {"user_id", "active"} & set(vals):
            self._internship_contributors().user_id._sync_contributors()
        return result

    def _internship_contributors(self):
        """Those of these employees who take part in internships in any role.

        Extended by the subjects that give employees a role.
        """
        # sudo: only tells who has a role; nothing of the records leaves the method.
        mentors = (
            self.env["hr.internship.mentor"]
            .sudo()
            .search([("employee_id", "in", self.ids)])
        )
        departments = (
            self.env["hr.department"].sudo().search([("manager_id", "in", self.ids)])
        )
        return (mentors.employee_id | departments.manager_id) & self.sudo()
