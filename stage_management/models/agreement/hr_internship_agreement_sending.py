# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Sending an agreement: what still stands in the way, and freezing it."""

import base64

from odoo import models
from odoo.exceptions import UserError

from ...tools import pdf_engine, placeholders

TIME_LIMIT = 60


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    def action_send(self):
        """Freeze the document and ask the parties to sign, in two rounds.

        Intern and school sign first, in any order; the organisation signs last.

        :raise UserError: naming everything that is missing
        """
        with pdf_engine.running(TIME_LIMIT):
            for agreement in self:
                agreement._check_may_be_sent()
                agreement._freeze().action_send()
        return True

    def _check_may_be_sent(self):
        self.ensure_one()
        missing = self._get_sending_blockers()
        if missing:
            raise UserError("\n".join([self.name, *(f"• {line}" for line in missing)]))

    def _get_sending_blockers(self):
        """Why the agreement can't be sent yet, as sentences."""
        self.ensure_one()
        checks = [*self._content_checks(), *self._signatory_checks()]
        return [sentence for fine, sentence in checks if not fine]

    def _content_checks(self):
        """What the document itself needs: ``[(is it fine, sentence)]``."""
        case = self.internship_id
        return [
            (self.state == "draft", self.env._("It was sent already.")),
            (
                case.state in ("draft", "preparation", "ready"),
                self.env._("The internship is no longer being prepared."),
            ),
            (
                case.date_start and case.date_end,
                self.env._("Start and end are missing."),
            ),
            (case.mentor_id, self.env._("The mentor is missing.")),
            (
                placeholders.GAP not in (self.body or ""),
                self._gap_sentence(),
            ),
        ]

    def _signatory_checks(self):
        """Who has to sign, and can be reached: ``[(is it fine, sentence)]``."""
        school, ours = self.school_signatory_id, self.organisation_signatory_id
        return [
            (self.partner_id.email, self.env._("The intern has no e-mail address.")),
            (school, self.env._("Nobody signs for the school yet.")),
            (
                school.email or not school,
                self.env._("Who signs for the school has no e-mail address."),
            ),
            (ours, self.env._("Nobody signs for the organisation yet.")),
            (
                ours.partner_id.email or not ours,
                self.env._("Who signs for the organisation has no e-mail address."),
            ),
        ]

    def _freeze(self):
        """Make the PDF and the signature request that holds it."""
        self.ensure_one()
        Request = self.env["hr.internship.signature.request"]
        self.verification_code = Request._new_verification_code()
        case = self.internship_id
        request = Request.create(
            {
                "name": self.name,
                "document_kind": self.kind,
                "verification_code": self.verification_code,
                "internship_id": case.id,
                "school_id": case.school_id.id,
                "company_id": case.company_id.id,
                "department_id": case.department_id.id,
                "user_id": case._get_acting_coordinator().id,
                "lang": self._document_lang(),
                "datas": base64.b64encode(self._render_pdf()),
                "filename": f"{self.name}.pdf",
                "signatory_ids": [(0, 0, vals) for vals in self._prepare_signatories()],
            }
        )
        self.request_id = request
        return request

    def _render_pdf(self):
        report = self.env.ref("stage_management.hr_internship_agreement_report")
        pdf, _kind = report.with_context(
            report_pdf_no_attachment=True
        )._render_qweb_pdf(report.report_name, self.ids)
        return pdf

    def _prepare_signatories(self):
        """Who signs, in which round."""
        signs_for_us = self.organisation_signatory_id.partner_id
        return [
            {"role": "intern", "order": 1, "partner_id": self.partner_id.id},
            {"role": "school", "order": 1, "partner_id": self.school_signatory_id.id},
            {"role": "organisation", "order": 2, "partner_id": signs_for_us.id},
        ]
