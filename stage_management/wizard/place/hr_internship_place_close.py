# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A place goes while candidates wait."""

from odoo import api, fields, models

from ...models.place.hr_internship_application import OPEN_STATES


class HrInternshipPlaceClose(models.TransientModel):
    """Say who waits for a place, and keep them as spontaneous candidates."""

    _name = "hr.internship.place.close"
    _description = "Close a Place With Candidates"

    place_id = fields.Many2one("hr.internship.place", required=True, readonly=True)
    target = fields.Selection(
        [("closed", "Closed"), ("rejected", "Not selected")],
        required=True,
        default="closed",
        readonly=True,
    )
    application_ids = fields.Many2many(
        "hr.internship.application", compute="_compute_application_ids"
    )
    reason = fields.Text()

    @api.depends("place_id")
    def _compute_application_ids(self):
        for wizard in self:
            wizard.application_ids = self.env["hr.internship.application"].search(
                [("place_id", "=", wizard.place_id.id), ("state", "in", OPEN_STATES)]
            )

    def action_confirm(self):
        """Keep the candidates, then close the place or leave it out of the offer."""
        self.ensure_one()
        details = {"rejection_reason": self.reason} if self.target == "rejected" else {}
        self.application_ids._release_from_place()
        self.place_id._transition(self.target, **details)
        if self.target == "closed" and self.reason:
            self.place_id._message_log(body=self.reason)
        return {"type": "ir.actions.act_window_close"}
