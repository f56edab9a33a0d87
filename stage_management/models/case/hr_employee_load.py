# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Employees are chosen as mentors with their workload in view."""

from odoo import api, models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    @api.depends_context(
        "formatted_display_name", "mentor_load_from", "mentor_load_until"
    )
    def _compute_display_name(self):
        """In the list of choices only: ``Name  1/2``, taken and room in the period."""
        result = super()._compute_display_name()
        # for others core takes the name from the public profile, load included
        if self.browse().has_access("read"):
            self.env["hr.internship.mentor"]._add_load_to_names(self)
        return result


class HrEmployeePublic(models.Model):
    _inherit = "hr.employee.public"

    @api.depends_context(
        "formatted_display_name", "mentor_load_from", "mentor_load_until"
    )
    def _compute_display_name(self):
        """As of the employee; colleagues without rights on personnel choose here."""
        result = super()._compute_display_name()
        self.env["hr.internship.mentor"]._add_load_to_names(self)
        return result
