# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signatures that somebody gave elsewhere, recorded by a coordinator."""

import base64

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools import file_check, hash_chain, pdf_signatures
from .hr_internship_signature_request import MAX_SIZE

PAPER, ON_BEHALF, FILE = "paper", "on_behalf", "file"
PROOF_EXTENSIONS = (".pdf", ".jpg", ".jpeg", ".png")
# a signed file is the frozen one and somewhat more
MAX_SIGNED_SIZE = 2 * MAX_SIZE


class HrInternshipSignatureRequest(models.Model):
    _inherit = "hr.internship.signature.request"

    def action_open_record(self):
        """Record a signature that was given on paper or in another program."""
        return self._open_wizard("hr.internship.signature.record")

    @api.private
    def _record(self, signatory, channel, datas, filename, reason="", paper_date=None):
        """Record what somebody signed elsewhere; the act names who recorded it.

        :param signatory: ``hr.internship.signatory`` whose turn it is
        :param channel: ``paper`` (a scan; the caller asked whether the original was
            seen), ``on_behalf`` (``datas`` proves that it may be done) or ``file``
            (the frozen PDF with an electronic signature)
        :param datas: base64 of the file that is kept with the act
        :param paper_date: the day that stands on the paper
        :returns: the new act
        :raises UserError: out of turn, ended, no coordinator, or a file that does not
            prove it; one sentence that says what to do
        """
        self._check_may_manage()
        request = self.sudo()  # sudo: see _sign
        signatory = signatory.sudo()
        request._lock()
        request._check_recordable(signatory, channel)
        facts = request._check_facts(channel, reason, paper_date)
        data = self.env["hr.internship.file.mixin"]._decode_file(datas or b"")
        act = request._append_act(
            signatory,
            "signed",
            channel,
            power=request._get_power(signatory, signatory.partner_id, paper_date),
            recorded_by=self.env.user.name,
            proof=base64.b64encode(data),
            proof_name=filename,
            signers=request._check_proof(channel, filename, data),
            **facts,
        )
        request._after_signed(act)
        return act

    def _check_recordable(self, signatory, channel):
        if channel not in (PAPER, ON_BEHALF, FILE) or signatory.request_id != self:
            raise UserError(self.env._("This signature can not be recorded here."))
        self._check_unchanged()
        if self.state != "signing" or self._is_overdue():
            raise UserError(self._ended_sentence())
        if signatory.state == "to_sign":
            return
        name = signatory.partner_id.name
        if signatory.state == "signed":
            date = format_date(self.env, signatory.signed_on, date_format="long")
            raise UserError(
                self.env._(
                    "%(name)s signed this document on %(date)s already.",
                    name=name,
                    date=date,
                )
            )
        raise UserError(
            self.env._(
                "It is not the turn of %(name)s yet: others sign before.", name=name
            )
        )

    def _check_facts(self, channel, reason, paper_date):
        """Return what else the act states, or say what is missing."""
        reason = (reason or "").strip()
        if channel == ON_BEHALF and not reason:
            raise UserError(
                self.env._("Say why the signature is recorded on behalf of somebody.")
            )
        if channel != PAPER:
            return {"reason": reason if channel == ON_BEHALF else ""}
        if not paper_date:
            raise UserError(self.env._("Fill in the day that stands on the paper."))
        if not self.create_date.date() <= paper_date <= self._get_today():
            raise UserError(
                self.env._(
                    "The paper can not be signed on %(date)s: the document was made on"
                    " %(made)s, and that day has to be over.",
                    date=format_date(self.env, paper_date),
                    made=format_date(self.env, self.create_date.date()),
                )
            )
        return {"paper_date": paper_date}

    def _check_proof(self, channel, filename, data):
        """Check the file by its content; return the signatures in it as text."""
        if channel == FILE:
            found = self._read_signed_file(filename, data)
            if found.problem:
                raise UserError(self._signed_file_sentence(found.problem))
            return self._describe_signatures(found.signatures)
        problem = file_check.check_file(filename, data, extensions=PROOF_EXTENSIONS)
        if problem and problem.reason == file_check.KIND_NOT_ACCEPTED:
            raise UserError(
                self.env._("Choose a PDF, JPEG or PNG file: a scan or a picture.")
            )
        if problem:
            mixin = self.env["hr.internship.file.mixin"]
            raise UserError(mixin._file_problem_sentence(problem))
        return ""

    @api.private
    def _read_signed_file(self, filename, data):
        """Return the :class:`SignedFile` that an upload holds."""
        problem = file_check.check_file(filename, data, MAX_SIGNED_SIZE, (".pdf",))
        if problem:
            return pdf_signatures.SignedFile(pdf_signatures.UNREADABLE)
        return pdf_signatures.read_signed_file(data, self._get_file())

    @api.private
    def _signed_file_sentence(self, problem):
        """Say what is wrong with a file that was signed elsewhere."""
        sentences = {
            pdf_signatures.OTHER_FILE: self.env._(
                "This is not the document that was sent: it does not begin with the"
                " frozen file. Have exactly the downloaded file signed."
            ),
            pdf_signatures.NOT_SIGNED: self.env._(
                "This file holds no electronic signature: choose the file that came"
                " out of the signing program."
            ),
            pdf_signatures.CHANGED: self.env._(
                "More than a signature was added to this file, so it is not clear what"
                " was signed. Have exactly the downloaded file signed."
            ),
            pdf_signatures.BROKEN: self.env._(
                "A signature in this file does not match its content: have the file"
                " signed again."
            ),
            pdf_signatures.UNREADABLE: self.env._(
                "This file can not be read as a signed PDF: choose the file that came"
                " out of the signing program."
            ),
        }
        return sentences[problem]

    @api.private
    def _describe_signatures(self, signatures):
        """Return one line for each signature that a file holds."""
        lines = []
        for found in signatures:
            line = self.env._(
                "%(name)s, certificate of %(issuer)s, %(time)s UTC",
                name=found.name or "?",
                issuer=found.issuer or "?",
                time=found.time[:16].replace("T", " ") or "?",
            )
            lines.append(line)
        return "\n".join(lines)

    def _check_unchanged(self):
        """Raise when the stored file is not the one that was frozen."""
        if hash_chain.check_document(self._get_file(), self.sha256, self.size):
            raise UserError(
                self.env._(
                    "The stored file is not the one that was sent for signature. Tell"
                    " the coordinator: it must be withdrawn and sent again."
                )
            )
