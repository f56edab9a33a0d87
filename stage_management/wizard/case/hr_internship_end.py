# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Cancel an internship, or end it early."""

from odoo import fields, models


class HrInternshipEnd(models.TransientModel):
    """Ask for the reason, the date and the initiator; everything is kept."""

    _name = "hr.internship.end"
    _description = "End an Internship"

    internship_id = fields.Many2one("hr.internship", required=True)
    target = fields.Selection(
        [("cancelled", "Cancelled"), ("terminated", "Ended early")], required=True
    )
    ended_on = fields.Date(
        string="Last Day", required=True, default=fields.Date.context_today
    )
    ended_by = fields.Selection(
        selection=lambda self: (
            self.env["hr.internship"]
            ._fields["ended_by"]
            ._description_selection(self.env)
        ),
        string="Asked By",
        required=True,
    )
    end_reason = fields.Text(string="Reason", required=True)

    def action_confirm(self):
        """End the internship with this reason."""
        self.ensure_one()
        self.internship_id._transition(
            self.target,
            ended_on=self.ended_on,
            ended_by=self.ended_by,
            end_reason=self.end_reason,
        )
        return {"type": "ir.actions.act_window_close"}
