# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Cancel an internship, or end it early."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date


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
        self._check_last_day()
        self._end(self.internship_id)
        return {"type": "ir.actions.act_window_close"}

    def _end(self, internship):
        internship._transition(self.target, **self._prepare_values())

    def _prepare_values(self):
        """What stays on the internship of the answers; subjects add theirs."""
        return {
            "ended_on": self.ended_on,
            "ended_by": self.ended_by,
            "end_reason": self.end_reason,
        }

    def _check_last_day(self):
        """An internship that ends early ends on one of its days."""
        case = self.internship_id
        if self.target != "terminated" or not (case.date_start and case.date_end):
            return
        if not case.date_start <= self.ended_on <= case.date_end:
            raise UserError(
                self.env._(
                    "The last day lies outside the internship (%(start)s – %(end)s).",
                    start=format_date(self.env, case.date_start),
                    end=format_date(self.env, case.date_end),
                )
            )
