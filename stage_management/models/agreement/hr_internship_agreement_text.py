# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The text of an agreement: placeholders and their values."""

from odoo import api, fields, models
from odoo.tools import format_date

from ...tools import placeholders


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    @api.model
    def _placeholder_labels(self):
        """The placeholders that a template may use: ``{name: what it stands for}``."""
        return {
            "organisation": self.env._("name of the organisation"),
            "organisation_address": self.env._("address of the organisation"),
            "organisation_signatory": self.env._("who signs for the organisation"),
            "school": self.env._("name of the school"),
            "school_address": self.env._("address of the school"),
            "school_signatory": self.env._("who signs for the school"),
            "supervisor": self.env._("the school's supervisor"),
            "intern": self.env._("name of the intern"),
            "programme": self.env._("programme that the intern follows"),
            "type": self.env._("kind of internship"),
            "subject": self.env._("topic of the internship"),
            "assignment": self.env._("the assignment, as described"),
            "department": self.env._("department where the intern works"),
            "mentor": self.env._("name of the mentor"),
            "backup": self.env._("name of the backup"),
            "date_start": self.env._("first day"),
            "date_end": self.env._("last day"),
            "hours": self.env._("planned hours"),
            "days": self.env._("planned days"),
            "schedule": self.env._("working schedule"),
            "reference": self.env._("reference of the internship"),
            "today": self.env._("date on which the text is drawn up"),
        }

    def _placeholder_values(self):
        """Values of the placeholders for this agreement, in its language."""
        self.ensure_one()
        # sudo: the text names people and the schedule, which the coordinator who
        # draws it up may not read one by one (employees, other companies' partners).
        agreement = self.sudo().with_context(lang=self._document_lang())
        case = agreement.internship_id
        company = case.company_id
        return {
            "organisation": company.name,
            "organisation_address": self._address_line(company.partner_id),
            "organisation_signatory": agreement.organisation_signatory_id.name,
            "school": case.school_id.name,
            "school_address": self._address_line(case.school_id),
            "school_signatory": agreement.school_signatory_id.name,
            "supervisor": case.supervisor_id.name,
            "intern": case.partner_id.name,
            "programme": case.programme_id.name,
            "type": case.type_id.name,
            "subject": case.subject,
            "assignment": case.assignment,
            "department": case.department_id.name,
            "mentor": case.mentor_id.name,
            "backup": case.backup_id.name,
            **agreement._placeholder_figures(),
        }

    def _placeholder_figures(self):
        case = self.internship_id
        return {
            "date_start": self._format_day(case.date_start),
            "date_end": self._format_day(case.date_end),
            "hours": case._format_number(case.planned_hours, self._document_lang()),
            "days": case._format_number(case.planned_days, self._document_lang()),
            "schedule": case.resource_calendar_id.name,
            "reference": case.name,
            "today": self._format_day(fields.Date.context_today(self)),
        }

    def _format_day(self, day):
        """A day with its month in words: read the same way everywhere."""
        return format_date(
            self.env,
            day,
            lang_code=self._document_lang(),
            date_format="d MMMM yyyy",
        )

    @api.model
    def _address_line(self, partner):
        town = " ".join(part for part in (partner.zip, partner.city) if part)
        return ", ".join(part for part in (partner.street, town) if part)

    def _document_lang(self):
        """Code of an installed language for the language of this document."""
        self.ensure_one()
        installed = [code for code, _name in self.env["res.lang"].get_installed()]
        wanted = self.internship_id.lang
        if wanted and wanted[:2] == self.lang:
            return wanted
        return next(
            (code for code in installed if code[:2] == (self.lang or "")), "en_US"
        )

    def _gap_sentence(self):
        """That the text has gaps, and what should stand there as far as known."""
        labels, values = self._placeholder_labels(), self._placeholder_values()
        names = dict.fromkeys(placeholders.find(self.template_id.body))
        missing = [labels[n] for n in names if n in labels and not values.get(n)]
        if not missing:
            return self.env._(
                "The text has gaps (…………): complete the internship and fill the "
                "text in again, or write what is missing in the text itself."
            )
        return self.env._(
            "The text has gaps (…………). Missing on the internship: %(missing)s. "
            "Complete it and fill the text in again, or write it in the text itself.",
            missing=", ".join(missing),
        )

    def action_fill(self):
        """Fill the text in again from the template and the internship as it is."""
        for agreement in self:
            agreement.body = placeholders.fill(
                agreement.template_id.body, agreement._placeholder_values()
            )
        return True
