# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Record a signature that was given on paper or in another program."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...models.signing.hr_internship_signature_request_record import (
    FILE,
    ON_BEHALF,
    PAPER,
)


class HrInternshipSignatureRecord(models.TransientModel):
    """A coordinator says who signed, how, and keeps the proof with the act."""

    _name = "hr.internship.signature.record"
    _description = "Record Signature"

    request_id = fields.Many2one(
        "hr.internship.signature.request", "Document", required=True, readonly=True
    )
    signatory_id = fields.Many2one(
        "hr.internship.signatory",
        compute="_compute_signatory_id",
        store=True,
        readonly=False,
        domain="[('request_id', '=', request_id), ('state', '=', 'to_sign')]",
    )
    channel = fields.Selection(
        [
            (PAPER, "Signed on paper"),
            (FILE, "Signed with eID, itsme or another program"),
            (ON_BEHALF, "I record it on somebody's behalf"),
        ],
        "How",
        default=PAPER,
        required=True,
    )
    file = fields.Binary(attachment=False)
    file_name = fields.Char()
    paper_date = fields.Date("Day on the Paper")
    is_attested = fields.Boolean("I have seen the original with the ink signature")
    reason = fields.Char()
    signers = fields.Text("Signatures in the File", compute="_compute_signers")
    problem = fields.Char(compute="_compute_signers")
    warning = fields.Char(compute="_compute_signers")

    @api.depends("request_id")
    def _compute_signatory_id(self):
        for wizard in self:
            turn = wizard.request_id.signatory_ids.filtered(
                lambda signatory: signatory.state == "to_sign"
            )
            wizard.signatory_id = turn if len(turn) == 1 else False

    @api.depends("file", "file_name", "channel", "signatory_id")
    def _compute_signers(self):
        for wizard in self:
            wizard.signers = wizard.problem = wizard.warning = False
            if wizard.channel == FILE and wizard.file:
                wizard._read_signers()

    def _read_signers(self):
        """Show what the file holds, before it is recorded."""
        self.request_id.check_access("read")
        # sudo: the frozen bytes of a document that the user may read are compared
        request = self.request_id.sudo()
        data = self.env["hr.internship.file.mixin"]._decode_file(self.file)
        found = request._read_signed_file(self.file_name, data)
        self.signers = request._describe_signatures(found.signatures)
        if found.problem:
            self.problem = request._signed_file_sentence(found.problem)
        elif self.signatory_id and not self._is_named_in(found.signatures):
            self.warning = self.env._(
                "No certificate in this file bears the name of %(name)s: check that the"
                " right person signed.",
                name=self.signatory_id.name,
            )

    def _is_named_in(self, signatures):
        """Whether a certificate bears all words of the signatory's name."""
        words = set((self.signatory_id.name or "").lower().split())
        return any(words <= set(found.name.lower().split()) for found in signatures)

    def action_record(self):
        """Append the act; the file and the name of the user go with it."""
        self.ensure_one()
        self.request_id.check_access("read")
        if not self.signatory_id:
            raise UserError(self.env._("Choose who signed."))
        if not self.file:
            raise UserError(self.env._("Add the file that shows it."))
        if self.channel == PAPER and not self.is_attested:
            raise UserError(
                self.env._("Confirm that you have seen the original on paper.")
            )
        self.request_id._record(
            self.signatory_id,
            self.channel,
            self.with_context(bin_size=False).file,
            self.file_name,
            reason=self.reason,
            paper_date=self.paper_date if self.channel == PAPER else None,
        )
        return {"type": "ir.actions.act_window_close"}
