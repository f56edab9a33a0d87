# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two signatories of one document are two people for ever."""

from odoo import models
from odoo.exceptions import UserError


class BasePartnerMergeAutomaticWizard(models.TransientModel):
    _inherit = "base.partner.merge.automatic.wizard"

    def _merge(self, partner_ids, dst_partner=None, extra_checks=True):
        """Refuse to merge people who are asked to sign the same document."""
        # sudo: documents of other companies count as well
        groups = (
            self.env["hr.internship.signatory"]
            .sudo()
            ._read_group(
                [("partner_id", "in", list(partner_ids))],
                ["request_id"],
                ["partner_id:recordset"],
            )
        )
        for request, partners in groups:
            if len(partners) > 1:
                raise UserError(
                    self.env._(
                        "%(names)s can not be merged: each of them is asked to sign"
                        " “%(document)s”.",
                        names=", ".join(partners.mapped("name")),
                        document=request.name,
                    )
                )
        return super()._merge(partner_ids, dst_partner, extra_checks)
