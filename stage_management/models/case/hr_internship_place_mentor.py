# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How busy the mentor of a place is in its period."""

from odoo import api, fields, models


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    mentor_load = fields.Char(
        string="Workload of the Mentor", compute="_compute_mentor_load"
    )
    is_mentor_full = fields.Boolean(compute="_compute_mentor_load")

    @api.depends("mentor_id", "date_start", "date_end")
    def _compute_mentor_load(self):
        Mentor = self.env["hr.internship.mentor"]
        for place in self:
            # sudo: those who see the place may know how busy its mentor is; the
            # interns who came through it are part of what it asks.
            own = place._origin.sudo().internship_ids
            period = (place.date_start, place.date_end)
            place.mentor_load, place.is_mentor_full = Mentor._describe_load(
                place.mentor_id._origin, period, own
            )
