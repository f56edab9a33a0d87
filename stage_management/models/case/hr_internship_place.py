# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Seats of a place are taken by internships."""

from odoo import api, fields, models


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    internship_ids = fields.One2many("hr.internship", "place_id")

    @api.depends(
        "application_ids.state",
        "application_ids.internship_ids",
        "internship_ids.state",
    )
    def _compute_seats_taken(self):
        """Internships count, and accepted candidates who have none yet."""
        for place in self:
            waiting = place.application_ids.filtered(
                lambda a: a.state == "accepted" and not a.internship_ids
            )
            running = place.internship_ids.filtered(lambda i: i.state != "cancelled")
            place.seats_taken = len(waiting) + len(running)
