# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Documents that wait for a signature of the user."""

from odoo import api, models
from odoo.fields import Domain

from ...tools.extension import StartLine, StartTile


class HrInternshipStartScreen(models.AbstractModel):
    _inherit = "hr.internship.start.screen"

    @api.model
    def _get_tiles(self):
        asked = Domain("partner_id", "=", self.env.user.partner_id.id)
        asked |= Domain("substitute_id", "=", self.env.uid) & Domain(
            "substitute_asked_on", "!=", False
        )
        mine = list(Domain("state", "=", "to_sign") & asked)
        tile = StartTile(
            name="to_sign",
            title=self.env._("For you to sign"),
            model="hr.internship.signature.request",
            domain=Domain("state", "=", "signing")
            # without the rules of signatories: whom one is oneself, one may know
            & Domain("signatory_ids", "any!", mine),
            order="id",
            action="stage_management.hr_internship_signature_request_action",
            context={"search_default_mine": 1},
            date_field="sent_on",
            icon="fa-pencil-square-o",
            tone="warning",
            sequence=15,
        )
        return [*super()._get_tiles(), tile]


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def _get_start_lines(self):
        """``{id: StartLine}`` for the lists of the start screen."""
        return {request.id: StartLine(request.name) for request in self}
