# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The electronic seal of an organisation."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...tools import pdf_seal


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_seal_state = fields.Selection(
        [
            (pdf_seal.NONE, "No certificate"),
            (pdf_seal.VALID, "Valid"),
            (pdf_seal.ENDING, "Ends soon"),
            (pdf_seal.EXPIRED, "Expired"),
            (pdf_seal.NOT_YET, "Not valid yet"),
            (pdf_seal.UNREADABLE, "Can not be read"),
        ],
        string="Seal",
        compute="_compute_internship_seal",
        groups="stage_management.group_coordinator,base.group_system",
    )
    internship_seal_text = fields.Char(
        string="Certificate of the Seal",
        compute="_compute_internship_seal",
        groups="stage_management.group_coordinator,base.group_system",
    )

    @api.depends_context("lang")
    def _compute_internship_seal(self):
        for company in self:
            certificate = pdf_seal.read_certificate(company.id)
            company.internship_seal_state = certificate.state
            company.internship_seal_text = company._seal_sentence(certificate)

    def _seal_sentence(self, certificate):
        """Say how a certificate is, and what to do about it."""
        values = {
            "subject": certificate.subject,
            "start": self._format_seal_day(certificate.valid_from),
            "end": self._format_seal_day(certificate.valid_until),
        }
        sentences = {
            pdf_seal.NONE: self.env._(
                "No certificate is configured: documents are not sealed."
            ),
            pdf_seal.VALID: self.env._(
                "Documents are sealed as %(subject)s, until %(end)s.", **values
            ),
            pdf_seal.ENDING: self.env._(
                "Documents are sealed as %(subject)s. The certificate ends on %(end)s:"
                " order a new one now.",
                **values,
            ),
            pdf_seal.EXPIRED: self.env._(
                "The seal certificate of %(subject)s ended on %(end)s: ask the"
                " administrator of the server for a new one.",
                **values,
            ),
            pdf_seal.NOT_YET: self.env._(
                "The seal certificate of %(subject)s is valid from %(start)s only.",
                **values,
            ),
            pdf_seal.UNREADABLE: self.env._(
                "The seal certificate can not be opened: ask the administrator of the"
                " server to check the file and its passphrase."
            ),
        }
        return sentences[certificate.state]

    def _format_seal_day(self, day):
        return format_date(self.env, day, date_format="long") if day else ""

    @api.private
    def _seal_file(self, data):
        """Return a PDF with the seal of the company, or as it is without one.

        :raises UserError: there is a certificate, but it can not be used
        """
        self.ensure_one()
        try:
            return pdf_seal.seal_for_company(data, self.id)
        except pdf_seal.PdfSealError as error:
            sentence = self._seal_sentence(pdf_seal.read_certificate(self.id))
            raise UserError(sentence) from error
