# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Earlier files of a document."""

from odoo import fields, models
from odoo.exceptions import UserError

from .hr_internship_document import DOCUMENT_STATES


class HrInternshipDocumentVersion(models.Model):
    """A file that a newer one replaced: kept as it was, never changed."""

    _name = "hr.internship.document.version"
    _description = "Earlier File of an Internship Document"
    _order = "document_id, id desc"
    _rec_name = "file_name"

    document_id = fields.Many2one(
        "hr.internship.document", required=True, index=True, ondelete="cascade"
    )
    internship_id = fields.Many2one(
        related="document_id.internship_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="document_id.company_id", store=True, precompute=True
    )
    file = fields.Binary(attachment=True, readonly=True)
    file_name = fields.Char(readonly=True)
    state = fields.Selection(DOCUMENT_STATES, string="Was", readonly=True)
    reason = fields.Char(readonly=True)
    provided_by_id = fields.Many2one(
        "res.partner", string="Brought By", ondelete="restrict", readonly=True
    )
    provided_on = fields.Datetime(string="Brought On", readonly=True)

    _order_idx = models.Index("(document_id, id DESC)")

    def write(self, vals):
        if vals:
            raise UserError(self.env._("An earlier file is kept as it was."))
        return super().write(vals)
