# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Extend an internship, or suspend it for a while."""

from odoo import fields, models


class HrInternshipChange(models.TransientModel):
    """Ask what changes and when; a signed agreement needs an amendment instead."""

    _name = "hr.internship.change"
    _description = "Extend or Suspend an Internship"

    internship_id = fields.Many2one("hr.internship", required=True)
    change = fields.Selection(
        [("extend", "It lasts longer"), ("suspend", "It pauses for a while")],
        required=True,
        default="extend",
    )
    date_from = fields.Date(string="From")
    date_to = fields.Date(
        string="Until", required=True, default=fields.Date.context_today
    )
    reason = fields.Char(help="Stays on the internship, for colleagues.")

    def action_confirm(self):
        """Add the terms that follow from it."""
        self.ensure_one()
        case = self.internship_id
        if self.change == "extend":
            case._extend(self.date_to)
        else:
            case._suspend(self.date_from or self.date_to, self.date_to)
        if self.reason:
            case._message_log(body=self.reason)
        return {"type": "ir.actions.act_window_close"}
