# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A template as a document, with invented people and days."""

from odoo import models
from odoo.tools import format_date

from ...tools import placeholders, template_text
from ...tools.invented_agreement import invented_values


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    def action_preview(self):
        """Show the PDF with invented data and all conditional parts."""
        return self.env.ref(
            "stage_management.hr_internship_agreement_template_report"
        ).report_action(self, config=False)

    def _document_lang(self):
        """Code of an installed language for the language of this template."""
        self.ensure_one()
        installed = [code for code, _name in self.env["res.lang"].get_installed()]
        return next((code for code in installed if code[:2] == self.lang), "en_US")

    def _get_preview_company(self):
        return self.company_id or self.env.company

    def _get_preview_body(self):
        """The text with invented values; every conditional part stands in it."""
        self.ensure_one()
        asked = template_text.conditions_in(self.body)
        body = template_text.choose(self.body, dict.fromkeys(asked, True))
        return placeholders.fill(body, self._get_invented_values())

    def _get_invented_values(self):
        """A value for every placeholder."""
        values = invented_values(self.lang, self._format_invented_day)
        company = self._get_preview_company()
        values["organisation"] = company.name
        values["organisation_address"] = self.env[
            "hr.internship.agreement"
        ]._address_line(company.partner_id)
        return values

    def _format_invented_day(self, day):
        return format_date(
            self.env, day, lang_code=self._document_lang(), date_format="d MMMM yyyy"
        )
