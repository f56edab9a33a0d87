# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Seats of a place are taken by internships."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipPlace(models.Model):
    _inherit = "hr.internship.place"

    internship_ids = fields.One2many(
        "hr.internship", "place_id", context={"active_test": False}
    )
    internship_count = fields.Integer(compute="_compute_internship_count")

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

    @api.depends("internship_ids")
    @api.depends_context("uid")
    def _compute_internship_count(self):
        """Those that the user may read."""
        counts = dict(
            self.env["hr.internship"]._read_group(
                [("place_id", "in", self.ids)], ["place_id"], ["__count"]
            )
        )
        for place in self:
            place.internship_count = counts.get(place._origin, 0)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_internships(self):
        for place in self:
            if place.internship_ids:
                raise UserError(
                    self.env._(
                        "%(name)s has internships and stays on record: close the place "
                        "instead of deleting it.",
                        name=place.name,
                    )
                )

    def action_open_internships(self):
        """Open the internships that took a seat of this place."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "stage_management.hr_internship_action"
        )
        return {
            **action,
            "domain": [("place_id", "=", self.id)],
            "context": {"default_place_id": self.id},
        }
