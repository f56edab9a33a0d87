# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Writing, issuing and revoking certificates and reference letters."""

import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import is_html_empty

from ...tools import hash_chain, pdf_seal, qr_code
from ..signing.write_guard import unlock

TIME_LIMIT = 60
TEMPLATES = {
    "certificate": "stage_management.internship_certificate",
    "reference": "stage_management.internship_reference",
}


class HrInternshipCertificate(models.Model):
    _inherit = "hr.internship.certificate"

    def action_submit(self):
        """The mentor gives the letter to the coordinator."""
        self.check_access("write")
        for letter in self:
            letter._check_state("draft")
            letter._check_written()
        # sudo: a state is written by this method only
        unlock(self.sudo()).write({"state": "to_review"})
        return True

    def action_return(self):
        """The coordinator gives the letter back to whoever wrote it."""
        self._check_may_issue()
        for letter in self:
            letter._check_state("to_review")
        unlock(self.sudo()).write({"state": "draft"})  # sudo: see action_submit
        return True

    def action_issue(self):
        """Freeze the letter: from now on it stays as it is."""
        self._check_may_issue()
        for letter in self:
            letter._check_state("draft", "to_review")
            letter._check_written()
            letter.internship_id._check_may_be_certified()
            letter._issue()
        return True

    def action_open_revoke(self):
        """Ask for the reason of a revocation."""
        self.ensure_one()
        model = "hr.internship.certificate.revoke"
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "name": self.env["ir.model"]._get(model).name,
            "view_mode": "form",
            "target": "new",
            "context": {"default_certificate_id": self.id},
        }

    def action_revoke(self, reason):
        """From now on the public check says that the document is not valid.

        :raise UserError: not issued, or no reason given
        """
        self._check_may_issue()
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Say why the document is revoked."))
        for certificate in self:
            certificate._check_state("issued")
        unlock(self.sudo()).write(  # sudo: see action_submit
            {
                "state": "revoked",
                "revoked_on": fields.Datetime.now(),
                "revoked_by_id": self.env.uid,
                "revoke_reason": reason,
            }
        )
        self.env.flush_all()  # another one may be issued in this transaction
        return True

    def action_download(self):
        """Download the issued file."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_url",
            "target": "download",
            "url": f"/web/content/{self._name}/{self.id}/datas"
            "?filename_field=filename&download=true",
        }

    @api.model
    def _issue_certificate(self, internship):
        """Make and issue the certificate of an internship."""
        certificate = unlock(self.sudo()).create(  # sudo: the caller has checked who
            {
                **self._letter_defaults({"internship_id": internship.id}),
                "internship_id": internship.id,
                "kind": "certificate",
            }
        )
        certificate = self.browse(certificate.id)
        certificate._issue()
        return certificate

    def _check_may_issue(self):
        self.check_access("read")
        if not self.env.user.has_group("stage_management.group_coordinator"):
            raise AccessError(self.env._("Only a coordinator may do this."))

    def _check_state(self, *states):
        self.ensure_one()
        if self.state not in states:
            labels = dict(self._fields["state"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "%(name)s: this can not be done with a document in the state"
                    " “%(state)s”.",
                    name=self.display_name,
                    state=labels[self.state],
                )
            )

    def _check_written(self):
        if self.kind == "reference" and is_html_empty(self.body):
            raise UserError(self.env._("Write the letter first."))

    def _issue(self):
        """Freeze the PDF, with the seal of the organisation when it has one."""
        self.ensure_one()
        # sudo: the text names people whom the coordinator may not read one by one,
        # and only this method writes what is frozen
        certificate = self.sudo()
        case = certificate.internship_id
        facts = {
            "verification_code": self.env[
                "hr.internship.signature.request"
            ]._new_verification_code(),
            "stated_days": case.actual_days,
            "stated_hours": case.actual_hours,
            "issued_on": fields.Datetime.now(),
            "issued_by_id": self.env.uid,
        }
        unlock(certificate).write(facts)
        data = certificate.company_id._seal_file(certificate._render_pdf())
        has_seal = pdf_seal.has_certificate(certificate.company_id.id)
        unlock(certificate).write(
            {
                "datas": base64.b64encode(data),
                "filename": f"{self.display_name}.pdf".replace("/", "-"),
                "sha256": hash_chain.sha256(data),
                "size": len(data),
                "is_sealed": has_seal,
                "state": "issued",
            }
        )

    def _render_pdf(self):
        """Return the document as PDF/A in its own language."""
        document = self.with_context(lang=self.lang)
        report = document.env["ir.actions.report"]
        url = f"{self.get_base_url()}/internships/verify/{self.verification_code}"
        html = report._render_template(
            TEMPLATES[self.kind],
            {
                "doc": document,
                "case": document.internship_id,
                "check_url": url,
                "qr_code": qr_code.data_uri(url),
                "zone": self._get_zone(),
                "has_assignment": not is_html_empty(self.internship_id.assignment),
                "seal": pdf_seal.read_certificate(self.company_id.id),
            },
        )
        return report._html_to_pdf(html.decode(), timeout=TIME_LIMIT)
