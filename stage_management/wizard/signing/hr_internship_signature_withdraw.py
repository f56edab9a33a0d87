# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Withdraw a document that was sent for signature."""

from odoo import fields, models


class HrInternshipSignatureWithdraw(models.TransientModel):
    """A coordinator says why the document is withdrawn."""

    _name = "hr.internship.signature.withdraw"
    _description = "Withdraw Document"

    request_id = fields.Many2one(
        "hr.internship.signature.request", "Document", required=True, readonly=True
    )
    reason = fields.Char(required=True)

    def action_withdraw(self):
        """Withdraw; everybody who was invited is told."""
        self.ensure_one()
        self.request_id.action_withdraw(self.reason)
        return {"type": "ir.actions.act_window_close"}
