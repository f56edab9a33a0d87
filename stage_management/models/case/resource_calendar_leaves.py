# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Public holidays that are entered, moved or taken away later."""

from odoo import api, fields, models


class ResourceCalendarLeaves(models.Model):
    _inherit = "resource.calendar.leaves"

    @api.model_create_multi
    def create(self, vals_list):
        leaves = super().create(vals_list)
        leaves._find_internship_terms()._refresh_hours()
        return leaves

    def write(self, vals):
        before = self._find_internship_terms()
        result = super().write(vals)
        (before | self._find_internship_terms())._refresh_hours()
        return result

    def unlink(self):
        terms = self._find_internship_terms()
        result = super().unlink()
        terms._refresh_hours()
        return result

    def _find_internship_terms(self):
        """Terms of internships in which one of these free days lies.

        Absences of one colleague are none of the interns' business.
        """
        Term = self.env["hr.internship.term"]
        public = self.filtered(lambda leave: not leave.resource_id)
        if not public:
            return Term
        # a day more on both sides: the hours are those of another time zone
        first = fields.Date.subtract(min(public.mapped("date_from")).date(), days=1)
        last = fields.Date.add(max(public.mapped("date_to")).date(), days=1)
        is_everywhere = any(not leave.calendar_id for leave in public)
        calendars = public.calendar_id.browse() if is_everywhere else public.calendar_id
        return Term._find_counted_by(calendars, first, last)
