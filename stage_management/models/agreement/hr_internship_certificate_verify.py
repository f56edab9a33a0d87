# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Certificates and letters in the public check of documents."""

from odoo import api, models
from odoo.tools import format_datetime

from ...tools import hash_chain, pdf_evidence
from ...tools.verification import PublicCheck
from ..signing.hr_internship_signature_request_verify import FileVerification

PUBLIC = [("state", "in", ("issued", "revoked"))]


class HrInternshipVerification(models.AbstractModel):
    _inherit = "hr.internship.verification"

    @api.model
    def _get_verifiable_models(self):
        return [*super()._get_verifiable_models(), "hr.internship.certificate"]


class HrInternshipCertificate(models.Model):
    _inherit = "hr.internship.certificate"

    @api.model
    @api.private
    def _verify_file(self, data):
        """Compare a file with what was issued; returns a :class:`FileVerification`."""
        certificates = self.sudo()  # sudo: who looks up a file need not see the record
        digest = hash_chain.sha256(data)
        known = certificates.search([*PUBLIC, ("sha256", "=", digest)], limit=1)
        if known:
            return FileVerification("authentic", (), known.id)
        code = pdf_evidence.find_code(data)
        domain = [("verification_code", "=", code)]
        if not (code and certificates.search_count(domain, 1)):
            domain = [("sha256", "in", pdf_evidence.prefix_hashes(data))]
        known = certificates.search([*PUBLIC, *domain], limit=1)
        if known:
            return FileVerification("altered", (), known.id)
        return FileVerification("unknown")

    @api.private
    def _get_public_check(self, file=None):
        """Return the :class:`PublicCheck` of one document, None while it is a draft."""
        self.ensure_one()
        if self.state not in ("issued", "revoked"):
            return None
        is_kept = not hash_chain.check_document(
            self._get_file(), self.sha256, self.size
        )
        is_same = file is None or file.status == "authentic"
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        return PublicCheck(
            status="authentic" if is_kept and is_same else "altered",
            sentence=self.env["hr.internship.verification"]._public_sentence(
                file, is_kept
            ),
            kind=kinds[self.kind],
            company=self.company_id.name,
            state=self._public_state(),
            is_valid=self.state == "issued",
        )

    def _public_state(self):
        """Since when it is valid, or is not any more."""
        if self.state == "revoked":
            return self.env._(
                "Revoked on %(day)s: it is not valid.",
                day=self._format_public_day(self.revoked_on),
            )
        return self.env._(
            "Issued on %(day)s.", day=self._format_public_day(self.issued_on)
        )

    def _format_public_day(self, moment):
        zone = self._get_zone()
        return format_datetime(self.env, moment, tz=zone, dt_format="d MMMM y")
