# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A document of the folder that is replaced is made anew from the folder."""

from odoo import models


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def _is_redrawn(self):
        return bool(self.document_ids) or super()._is_redrawn()

    def _reissue(self, datas, filename, changes):
        document = self.document_ids[:1]
        if not document:
            return super()._reissue(datas, filename, changes)
        return {
            "type": "ir.actions.act_window",
            "res_model": document._name,
            "res_id": document.id,
            "view_mode": "form",
        }
