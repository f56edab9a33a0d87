# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Employees are chosen as mentors with their workload in view."""

from odoo import api, fields, models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    @api.depends_context(
        "formatted_display_name", "mentor_load_from", "mentor_load_until"
    )
    def _compute_display_name(self):
        """In the list of choices only: ``Name  1/2``, taken and room in the period."""
        result = super()._compute_display_name()
        context = self.env.context
        period = (context.get("mentor_load_from"), context.get("mentor_load_until"))
        if context.get("formatted_display_name") and all(period):
            days = tuple(fields.Date.to_date(day) for day in period)
            self._add_load_to_display_name(days)
        return result

    def _add_load_to_display_name(self, period):
        terms = self.env["hr.internship.term"]._get_busiest_terms(self, period)
        mentors = self.env["hr.internship.mentor"]._find(self)
        capacities = {mentor.employee_id.id: mentor.capacity for mentor in mentors}
        for employee in self:
            capacity = capacities.get(employee.id)
            taken = len(terms[employee.id])
            if capacity is not None:
                employee.display_name += f"\t--{taken}/{capacity}--"
            elif taken:
                employee.display_name += f"\t--{taken}--"
