# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Withdraw a document and prepare another one for the same purpose."""

from odoo import api, fields, models


class HrInternshipSignatureReplace(models.TransientModel):
    """A coordinator says why, and which file or signatory comes instead."""

    _name = "hr.internship.signature.replace"
    _description = "Replace Document"

    request_id = fields.Many2one(
        "hr.internship.signature.request", "Document", required=True, readonly=True
    )
    is_redrawn = fields.Boolean(compute="_compute_is_redrawn")
    reason = fields.Char(required=True)
    file = fields.Binary("Other File", attachment=False)
    file_name = fields.Char()
    signatory_id = fields.Many2one(
        "hr.internship.signatory",
        "Instead Of",
        domain="[('request_id', '=', request_id)]",
    )
    partner_id = fields.Many2one(
        "res.partner", "Signs Instead", domain="[('is_company', '=', False)]"
    )

    @api.depends("request_id")
    def _compute_is_redrawn(self):
        for wizard in self:
            wizard.is_redrawn = wizard.request_id._is_redrawn()

    def action_replace(self):
        """Withdraw and open the draft; nothing is sent yet."""
        self.ensure_one()
        self.request_id.check_access("read")
        changes = {}
        if self.signatory_id and self.partner_id:
            changes = {self.signatory_id: self.partner_id}
        return self.request_id._replace(
            self.reason,
            self.with_context(bin_size=False).file or None,
            self.file_name or None,
            changes,
        )
