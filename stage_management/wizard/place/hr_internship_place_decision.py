# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Select places, or leave them out, with a reason."""

from odoo import api, fields, models


class HrInternshipPlaceDecision(models.TransientModel):
    """Go through one or several proposals; each has its own result."""

    _name = "hr.internship.place.decision"
    _description = "Decide on Places"

    decision = fields.Selection(
        [("selected", "Select"), ("rejected", "Don't select")],
        required=True,
        readonly=True,
    )
    reason = fields.Text()
    line_ids = fields.One2many("hr.internship.place.decision.line", "decision_id")
    needs_reason = fields.Boolean(compute="_compute_needs_reason")
    is_done = fields.Boolean(readonly=True)

    @api.depends("decision", "line_ids.exceeds_target")
    def _compute_needs_reason(self):
        for wizard in self:
            wizard.needs_reason = wizard.decision == "rejected" or any(
                wizard.line_ids.mapped("exceeds_target")
            )

    def action_confirm(self):
        """Take the decision on each place; what can't be done says why."""
        self.ensure_one()
        for line in self.line_ids:
            line._decide()
        self.is_done = True
        if set(self.line_ids.mapped("status")) == {"done"}:
            return {"type": "ir.actions.act_window_close"}
        return self._open()

    def _open(self):
        self.ensure_one()
        name = (
            self.env._("Select Places")
            if self.decision == "selected"
            else self.env._("Don't Select Places")
        )
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
