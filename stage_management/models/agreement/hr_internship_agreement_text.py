# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The text of an agreement: placeholders, conditional parts, one or two languages."""

from odoo import api, fields, models
from odoo.tools import format_date

from ...tools import placeholders, template_text

# what is chosen on the form and stands in the text
FOLLOWED = {"school_signatory_id", "organisation_signatory_id", "is_telework_agreed"}


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    version_id = fields.Many2one(
        "hr.internship.agreement.template.version",
        string="Wording",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
        help="The version of the template in which it was drawn up.",
    )
    second_template_id = fields.Many2one(
        "hr.internship.agreement.template",
        string="Second Language",
        ondelete="restrict",
        domain="[('kind', '=', kind), ('lang', '!=', lang), "
        "('company_id', 'in', (company_id, False))]",
        help="The text in this language follows in the same document.",
    )
    second_version_id = fields.Many2one(
        "hr.internship.agreement.template.version",
        string="Second Wording",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )
    second_title = fields.Char(string="Title in the Second Language")
    second_body = fields.Html(
        string="Text in the Second Language", sanitize_overridable=False
    )
    is_telework_agreed = fields.Boolean(
        string="Telework Agreed",
        help="The text then says under which conditions.",
    )

    @api.model
    def _fixed_fields(self):
        return super()._fixed_fields() | {
            "second_template_id",
            "second_title",
            "second_body",
            "is_telework_agreed",
        }

    def write(self, vals):
        result = super().write(vals)
        if FOLLOWED & set(vals) and "body" not in vals:
            self._follow_choices()
        if "second_template_id" in vals and "second_body" not in vals:
            self._fill_second()
        return result

    def _placeholder_values(self, lang=None):
        """Values of the placeholders for this agreement, in its language.

        :param lang: two letters, for the text in the second language
        """
        self.ensure_one()
        code = self._document_lang(lang)
        # sudo: the text names people and the schedule, which the coordinator who
        # draws it up may not read one by one (employees, other companies' partners).
        agreement = self.sudo().with_context(lang=code, document_lang=code)
        parties = agreement._placeholder_parties()
        if self.kind == "framework":
            return {**parties, **agreement._framework_values()}
        return {
            **parties,
            **agreement._placeholder_people(),
            **agreement._placeholder_figures(),
        }

    def _placeholder_parties(self):
        company, school = self.company_id, self.school_id
        return {
            "organisation": company.name,
            "organisation_address": self._address_line(company.partner_id),
            "organisation_signatory": self.organisation_signatory_id.name,
            "school": school.name,
            "school_address": self._address_line(school),
            "school_signatory": self.school_signatory_id.name,
            "today": self._format_day(fields.Date.context_today(self)),
        }

    def _placeholder_people(self):
        case = self.internship_id
        return {
            "supervisor": case.supervisor_id.name,
            "intern": case.partner_id.name,
            "programme": case.programme_id.name,
            "type": case.type_id.name,
            "subject": case.subject,
            "assignment": case.assignment,
            "department": case.department_id.name,
            "mentor": case.mentor_id.name,
            "backup": case.backup_id.name,
            "guardian": ", ".join(case._get_guardians().mapped("name"))
            if case
            else False,
        }

    def _placeholder_figures(self):
        case, lang = self.internship_id, self._text_lang()
        return {
            "date_start": self._format_day(case.date_start),
            "date_end": self._format_day(case.date_end),
            "hours": case._format_number(case.planned_hours, lang),
            "days": case._format_number(case.planned_days, lang),
            "schedule": case.resource_calendar_id.name,
            "reference": case.name,
            "expenses": self._expenses_text(),
            "framework": self._find_framework().name,
        }

    def _expenses_text(self):
        """What was agreed on expenses, as a line: what for, and how much."""
        costs = self.internship_id.cost_ids.filtered("agreed_amount")
        kinds = dict(costs._fields["kind"]._description_selection(self.env))
        lines = []
        for cost in costs:
            number = self.internship_id._format_number(
                cost.agreed_amount, self._text_lang()
            )
            what = cost.name or kinds[cost.kind]
            lines.append(f"{what}: {number} {cost.currency_id.symbol}")
        return "; ".join(lines)

    def _condition_values(self):
        """Which conditions hold for this agreement: ``{name: bool}``."""
        self.ensure_one()
        # sudo: age, risks and expenses decide on the wording; only coordinators draw
        # up agreements
        agreement = self.sudo()
        if self.kind == "framework":
            return agreement._framework_conditions()
        case = agreement.internship_id
        documents = case.document_ids
        return {
            "minor": case.is_minor_at_start,
            "expenses": any(case.cost_ids.mapped("agreed_amount")),
            "telework": agreement.is_telework_agreed,
            "risk": any(documents.mapped("has_risks")),
            "health": any(
                document.kind == "health" and document.is_required
                for document in documents
            ),
            "secondary": case.school_id.school_kind == "secondary",
            "framework": bool(case and agreement._find_framework()),
            "annexes": bool(agreement.annex_ids),
        }

    def _text_lang(self):
        """Code of the language in which a text is being filled in."""
        return self.env.context.get("document_lang") or self._document_lang()

    def _format_day(self, day):
        """A day with its month in words: read the same way everywhere."""
        return format_date(
            self.env, day, lang_code=self._text_lang(), date_format="d MMMM yyyy"
        )

    @api.model
    def _address_line(self, partner):
        town = " ".join(part for part in (partner.zip, partner.city) if part)
        return ", ".join(part for part in (partner.street, town) if part)

    def _document_lang(self, lang=None):
        """Code of an installed language for the language of this document.

        :param lang: two letters, when it is not the first language
        """
        self.ensure_one()
        installed = [code for code, _name in self.env["res.lang"].get_installed()]
        wanted, iso = self.internship_id.lang, lang or self.lang or ""
        if wanted and (wanted[:2] == iso or not iso):
            return wanted
        return next((code for code in installed if code[:2] == iso), "en_US")

    def _gap_sentence(self):
        """That the text has gaps, and what should stand there as far as known."""
        labels = self._placeholder_labels(self.kind)
        values = self._placeholder_values()
        body = template_text.choose(self.template_id.body, self._condition_values())
        names = dict.fromkeys(placeholders.find(body))
        missing = [labels[n] for n in names if n in labels and not values.get(n)]
        if not missing:
            return self.env._(
                "The text has gaps (…………): complete the internship and fill the "
                "text in again, or write what is missing in the text itself."
            )
        if self.kind == "framework":
            return self.env._(
                "The text has gaps (…………). Missing: %(missing)s. Complete it and "
                "fill the text in again, or write it in the text itself.",
                missing=", ".join(missing),
            )
        return self.env._(
            "The text has gaps (…………). Missing on the internship: %(missing)s. "
            "Complete it and fill the text in again, or write it in the text itself.",
            missing=", ".join(missing),
        )

    def _follow_choices(self):
        """Let a draft that nobody edited by hand name those who sign it now."""
        self.filtered(
            lambda a: (
                a.state == "draft"
                and a.source == "own"
                and a.kind != "amendment"
                and a.body
                and not a.is_text_edited
            )
        ).action_fill()

    def action_fill(self):
        """Fill the text in again from the template and the internship as it is."""
        for agreement in self.filtered("template_id"):
            template = agreement.template_id
            agreement.write(
                {
                    "body": agreement._fill_in(template),
                    "version_id": template._get_version().id,
                }
            )
        self._fill_second()
        return True

    def _fill_second(self):
        """Fill in the text in the second language, if there is one."""
        for agreement in self:
            template = agreement.second_template_id
            if not template and not agreement.second_body:
                continue
            agreement.write(
                {
                    "second_title": template.title,
                    "second_body": template and agreement._fill_in(template),
                    "second_version_id": template._get_version().id,
                }
            )

    def _fill_in(self, template):
        """The text of a template for this agreement."""
        self.ensure_one()
        body = template_text.choose(template.body, self._condition_values())
        return placeholders.fill(body, self._placeholder_values(template.lang))
