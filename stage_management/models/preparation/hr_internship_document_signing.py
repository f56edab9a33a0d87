# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Documents that intern and guardian sign: statements and regulations."""

import base64

from odoo import fields, models
from odoo.exceptions import UserError

_STATE_OF_REQUEST = {
    "signing": "to_sign",
    "completed": "accepted",
    "refused": "refused",
}


class HrInternshipDocument(models.Model):
    _inherit = "hr.internship.document"

    request_id = fields.Many2one(
        "hr.internship.signature.request",
        string="Signing",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )
    verification_code = fields.Char(copy=False, readonly=True)
    is_signed_here = fields.Boolean(compute="_compute_is_signed_here")

    def _compute_is_signed_here(self):
        for document in self:
            document.is_signed_here = document.type_id._is_signed()

    def _is_being_signed(self):
        return bool(self.request_id)

    def _get_waiting_names(self):
        if self.state != "to_sign":
            return ""
        waiting = self.request_id.signatory_ids.filtered(
            lambda signatory: signatory.state in ("waiting", "to_sign")
        )
        return ", ".join(waiting.partner_id.mapped("name"))

    def action_preview(self):
        """Show the PDF as it would be sent."""
        return self.env.ref(
            "stage_management.hr_internship_document_report"
        ).report_action(self, config=False)

    def action_ask_to_sign(self):
        """Freeze the text in the intern's language and ask the intern to sign it.

        :raise UserError: naming what is missing
        """
        self.check_access("write")
        for document in self:
            problems = document._get_signing_problems()
            if problems:
                raise UserError(
                    "\n".join([document.display_name, *(f"• {p}" for p in problems)])
                )
            document._prepare_text()
            document._freeze().action_send()
        return True

    def action_open_request(self):
        """Open who has signed and who has not."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.signature.request",
            "res_id": self.request_id.id,
            "view_mode": "form",
        }

    def _prepare_text(self):
        """Choose the text that counts today."""
        for document in self.filtered(lambda document: document.kind == "regulation"):
            document.regulation_id = document._find_regulation()

    def _get_signing_problems(self):
        """Why it can't be sent for signature, as sentences."""
        self.ensure_one()
        checks = [*self._text_checks(), *self._signer_checks()]
        return [sentence for is_fine, sentence in checks if not is_fine]

    def _text_checks(self):
        """Whether there is something to sign: ``[(is it fine, sentence)]``."""
        kind = self.type_id
        has_text = kind.kind != "statement" or kind.statement
        has_rules = kind.kind != "regulation" or self._find_regulation().text_ids
        is_free = self.state in ("missing", "refused", "not_applicable")
        return [
            (
                kind._is_signed(),
                self.env._("This document is brought, not signed here."),
            ),
            (
                has_text,
                self.env._("The document type has no text to sign yet."),
            ),
            (
                has_rules,
                self.env._(
                    "No regulations are in force today: add a version under Documents."
                ),
            ),
            (
                is_free,
                self.env._("It was signed, or sent for signature, already."),
            ),
        ]

    def _signer_checks(self):
        """Who signs, and can be reached: ``[(is it fine, sentence)]``."""
        case = self.internship_id
        guardians = case._get_guardians()
        # sudo: the age decides who signs; only coordinators come here
        is_minor = case.sudo().is_minor_at_start
        checks = [
            (
                not is_minor or guardians,
                self.env._("Add a parent or guardian, who signs too."),
            )
        ]
        return checks + [
            (
                person.email,
                self.env._("%(name)s has no e-mail address.", name=person.name),
            )
            for person in case.partner_id | guardians
        ]

    def _freeze(self):
        """Make the PDF and the signature request that holds it."""
        self.ensure_one()
        Request = self.env["hr.internship.signature.request"]
        case = self.internship_id
        self.verification_code = Request._new_verification_code()
        request = Request.create(
            {
                "name": self._document_title(),
                "verification_code": self.verification_code,
                "internship_id": case.id,
                "school_id": case.school_id.id,
                "company_id": case.company_id.id,
                "department_id": case.department_id.id,
                "user_id": case._get_acting_coordinator().id,
                "lang": case.lang,
                "datas": base64.b64encode(self._render_pdf()),
                "filename": f"{self._document_title()}.pdf",
                "signatory_ids": [(0, 0, vals) for vals in self._prepare_signatories()],
            }
        )
        self.request_id = request
        return request

    def _document_title(self):
        """What the document is called, in the language of the intern."""
        case = self.internship_id
        kind = self.type_id.with_context(lang=case.lang)
        return f"{kind.name} {case.name}"

    def _render_pdf(self):
        report = self.env.ref("stage_management.hr_internship_document_report")
        pdf, _kind = report.with_context(
            report_pdf_no_attachment=True
        )._render_qweb_pdf(report.report_name, self.ids)
        return pdf

    def _prepare_signatories(self):
        """The intern, and under 18 also the parents or guardians."""
        case = self.internship_id
        people = [{"role": "intern", "order": 1, "partner_id": case.partner_id.id}]
        if case.sudo().is_minor_at_start:  # sudo: see _get_signing_problems
            people += [
                {"role": "guardian", "order": 1, "partner_id": guardian.id}
                for guardian in case._get_guardians()
            ]
        return people

    def _follow_request(self):
        """Bring in how far the signing is."""
        for document in self:
            request = document.request_id
            state = _STATE_OF_REQUEST.get(request.state, "missing")
            refusal = request.signature_ids.filtered(lambda act: act.kind == "refused")
            document.write(
                {
                    "state": state,
                    "reason": refusal[-1:].reason if state == "refused" else False,
                    "provided_by_id": document.internship_id.partner_id.id
                    if state == "accepted"
                    else False,
                    "provided_on": request.completed_on,
                }
            )
