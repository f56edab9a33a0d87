# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Working schedules of interns."""

from odoo import models

COUNTED = {"two_weeks_calendar", "flexible_hours", "tz", "hours_per_day"}


class ResourceCalendar(models.Model):
    _inherit = "resource.calendar"

    def write(self, vals):
        result = super().write(vals)
        if COUNTED & set(vals):
            self._refresh_internship_hours()
        return result

    def _refresh_internship_hours(self):
        """Count the hours of the internships that follow these schedules again."""
        if self:
            self.env["hr.internship.term"]._find_counted_by(self)._refresh_hours()
