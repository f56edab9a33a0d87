# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an intern signed before another version of it was signed."""

from odoo import fields, models


class HrInternshipDocumentVersion(models.Model):
    _inherit = "hr.internship.document.version"

    request_id = fields.Many2one(
        "hr.internship.signature.request",
        string="Signing",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    regulation_id = fields.Many2one(
        "hr.internship.regulation",
        string="Version Signed",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )

    def action_open_request(self):
        """Open what was signed then."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.signature.request",
            "res_id": self.request_id.id,
            "view_mode": "form",
        }
