# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Revoke a certificate or a reference letter."""

from odoo import fields, models


class HrInternshipCertificateRevoke(models.TransientModel):
    """A coordinator says why the document is not valid any more."""

    _name = "hr.internship.certificate.revoke"
    _description = "Revoke Document"

    certificate_id = fields.Many2one(
        "hr.internship.certificate", "Document", required=True, readonly=True
    )
    reason = fields.Char(required=True)

    def action_revoke(self):
        """Revoke; another one can be issued then."""
        self.ensure_one()
        self.certificate_id.action_revoke(self.reason)
        return {"type": "ir.actions.act_window_close"}
