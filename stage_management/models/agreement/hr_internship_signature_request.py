# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A signed agreement fixes the term that it describes."""

from odoo import fields, models


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    agreement_ids = fields.One2many("hr.internship.agreement", "request_id")

    def _on_completed(self):
        result = super()._on_completed()
        for agreement in self.agreement_ids.filtered(lambda a: a.kind == "individual"):
            internship = agreement.internship_id
            internship.term_ids._fix_by_agreement(agreement)
            internship._message_log(
                body=self.env._(
                    "The agreement was signed by all parties: %(name)s.",
                    name=agreement.name,
                )
            )
        return result
