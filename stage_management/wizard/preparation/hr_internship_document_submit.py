# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Bring a document of the folder."""

import base64

from odoo import fields, models


class HrInternshipDocumentSubmit(models.TransientModel):
    """Whoever is asked for a document adds its file; a coordinator checks it."""

    _name = "hr.internship.document.submit"
    _description = "Add a File to an Internship Document"

    document_id = fields.Many2one(
        "hr.internship.document", required=True, readonly=True
    )
    description = fields.Text(related="document_id.description")
    file = fields.Binary(required=True, attachment=False)
    file_name = fields.Char()

    def action_submit(self):
        """Hand the file in."""
        self.ensure_one()
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        document = self.document_id
        document._submit_file(self.env.user.partner_id, self.file_name, content)
        return {"type": "ir.actions.act_window_close"}
