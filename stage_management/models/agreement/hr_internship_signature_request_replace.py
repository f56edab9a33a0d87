# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""An agreement that is replaced is drawn up anew, not only its file."""

from odoo import models


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def _is_redrawn(self):
        return bool(self.agreement_ids) or super()._is_redrawn()

    def _reissue(self, datas, filename, changes):
        agreement = self.agreement_ids[:1]
        if agreement:
            return agreement.action_redraw()
        return super()._reissue(datas, filename, changes)
