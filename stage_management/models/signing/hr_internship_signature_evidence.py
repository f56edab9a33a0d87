# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What an act says of itself, in the evidence and on the request."""

from odoo import api, fields, models
from odoo.tools import format_date


class HrInternshipSignature(models.Model):
    _inherit = "hr.internship.signature"

    details = fields.Text(compute="_compute_details")

    @api.depends("power", "in_place_of", "recorded_by", "paper_date", "signers")
    def _compute_details(self):
        for act in self:
            act.details = "\n".join(act._get_evidence_details())

    def _get_evidence_details(self):
        """Return by which power and from which proof the act stands, as sentences."""
        self.ensure_one()
        day = format_date(self.env, self.paper_date, date_format="long")
        told = [
            (self.power, self.env._("Power to sign: %s", self.power)),
            (self.in_place_of, self.env._("In the place of %s", self.in_place_of)),
            (self.paper_date, self.env._("Signed on paper on %s", day)),
            (self.recorded_by, self.env._("Recorded by %s", self.recorded_by)),
            (
                self.recorded_by and self.reason,
                self.env._("Reason: %s", self.reason),
            ),
        ]
        return [sentence for known, sentence in told if known] + self._signer_details()

    def _signer_details(self):
        """The signatures that a file holds, and how far they can be relied on."""
        lines = [
            self.env._("Signature in the file: %s", line)
            for line in (self.signers or "").splitlines()
        ]
        if lines:
            lines.append(
                self.env._(
                    "These signatures match the document. Who issued the certificates"
                    " was not checked."
                )
            )
        return lines
