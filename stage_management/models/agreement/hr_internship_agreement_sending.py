# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sending an agreement: what still stands in the way, and freezing it."""

import base64

from odoo import api, models
from odoo.exceptions import UserError

from ...tools import pdf_engine, placeholders
from ..signing.write_guard import is_unlocked, unlock

TIME_LIMIT = 60
# the state follows from the request: nobody points an agreement to another one
PROTECTED = {"request_id", "queued_by_id", "sending_problem"}


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    @api.model_create_multi
    def create(self, vals_list):
        if any(PROTECTED & set(vals) for vals in vals_list):
            self._check_by_sending()
        return super().create(vals_list)

    def write(self, vals):
        if PROTECTED & set(vals):
            self._check_by_sending()
        return super().write(vals)

    def _check_by_sending(self):
        if not is_unlocked(self):
            raise UserError(
                self.env._("An agreement is sent by its button, not by hand.")
            )

    def action_send(self):
        """Freeze the document and ask the parties to sign, in the template's rounds.

        Unless the template says otherwise, intern and school sign first, in any
        order; the organisation signs last.

        :raise UserError: naming everything that is missing
        """
        self._prepare_sending()
        with pdf_engine.running(TIME_LIMIT):
            for agreement in self:
                agreement._check_may_be_sent()
                agreement._freeze().action_send()
        return True

    def _prepare_sending(self):
        """Called before it is checked what stands in the way of sending these."""

    def _check_may_be_sent(self):
        self.ensure_one()
        missing = self._get_sending_blockers()
        if missing:
            raise UserError("\n".join([self.name, *(f"• {line}" for line in missing)]))

    def _get_sending_blockers(self):
        """Why the agreement can't be sent yet, as sentences."""
        self.ensure_one()
        if self.state != "draft":
            return [self.env._("It was sent already.")]
        checks = [
            *self._content_checks(),
            *self._text_checks(),
            *self._signatory_checks(),
        ]
        annexes = [annex._get_problem() for annex in self.annex_ids]
        return [sentence for fine, sentence in checks if not fine] + [
            sentence for sentence in annexes if sentence
        ]

    def _content_checks(self):
        """What the document is about: ``[(is it fine, sentence)]``."""
        if self.kind == "framework":
            return self._framework_checks()
        case = self.internship_id
        return [
            (
                case.state in ("draft", "preparation", "ready"),
                self.env._("The internship is no longer being prepared."),
            ),
            (
                case.date_start and case.date_end,
                self.env._("Start and end are missing."),
            ),
            (case.mentor_id, self.env._("The mentor is missing.")),
        ]

    def _framework_checks(self):
        has_end = self.date_to or self.is_tacit
        return [
            (
                self.date_from and has_end,
                self.env._("Say from when until when it is in force."),
            ),
        ]

    def _text_checks(self):
        """What the document itself needs: ``[(is it fine, sentence)]``."""
        if self.source == "school":
            return [(self.file, self.env._("Add the agreement of the school as PDF."))]
        bodies = f"{self.body or ''}{self.second_body or ''}"
        has_gap = placeholders.GAP in bodies
        return [
            (self.body, self.env._("The text is empty: fill it in again.")),
            (not has_gap, has_gap and self._gap_sentence()),
        ]

    def _freeze(self):
        """Make the PDF and the signature request that holds it."""
        self.ensure_one()
        self.verification_code = self.request_id._new_verification_code()
        return self._freeze_as([self._make_pdf()])

    def _make_pdf(self):
        """The bytes to sign: our text, or the school's file as it is."""
        return self._get_file() if self.source == "school" else self._render_pdf()

    def _freeze_as(self, files):
        """Make the signature requests of these agreements.

        :param files: the bytes of each, in the same order; each has its code already
        """
        requests = self.request_id.create(
            [
                agreement._prepare_request(file)
                for agreement, file in zip(self, files, strict=True)
            ]
        )
        for agreement, request in zip(self, requests, strict=True):
            unlock(agreement).write({"request_id": request.id})
        return requests

    def _prepare_request(self, file):
        """Values of the signature request."""
        self.ensure_one()
        case = self.internship_id
        responsible = case._get_acting_coordinator() if case else self.env.user
        return {
            "name": self.name,
            "document_kind": self.kind,
            "verification_code": self.verification_code,
            "internship_id": case.id,
            "school_id": self.school_id.id,
            "company_id": self.company_id.id,
            "department_id": case.department_id.id,
            "user_id": responsible.id,
            "lang": self._document_lang(),
            "datas": base64.b64encode(file),
            "filename": f"{self.name}.pdf",
            "signatory_ids": [(0, 0, vals) for vals in self._prepare_signatories()],
            "annex_ids": [(0, 0, vals) for vals in self._prepare_annexes()],
        }

    def _render_pdf(self):
        report = self.env.ref("stage_management.hr_internship_agreement_report")
        pdf, _kind = report.with_context(
            report_pdf_no_attachment=True
        )._render_qweb_pdf(report.report_name, self.ids)
        return pdf
