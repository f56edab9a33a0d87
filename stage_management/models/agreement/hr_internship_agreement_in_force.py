# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which framework agreement is in force for an internship, and what one says."""

from odoo import api, fields, models


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    framework_note = fields.Char(compute="_compute_framework_note")

    @api.depends("internship_id", "school_id")
    def _compute_framework_note(self):
        # sudo: that there is a framework agreement, and until when, is no secret to
        # who reads the agreement of an internship
        for agreement in self.sudo():
            agreement.framework_note = False
            if agreement.kind == "framework" or not agreement.school_id:
                continue
            framework = agreement._find_framework()
            agreement.framework_note = (
                f"{framework.name}, {framework._period_sentence()}"
                if framework
                else self.env._(
                    "No framework agreement with the school is in force in this period."
                )
            )

    def _find_framework(self):
        """The framework agreement that is in force during the whole internship."""
        self.ensure_one()
        case = self.internship_id
        frameworks = self.sudo()._search_frameworks(self.school_id, self.company_id)
        return frameworks.filtered(
            lambda framework: (
                framework._is_in_force(case.date_start)
                and framework._is_in_force(case.date_end)
                and (
                    not framework.programme_ids
                    or case.programme_id in framework.programme_ids
                )
            )
        )[:1]

    @api.model
    def _search_frameworks(self, schools, companies):
        """The signed framework agreements of these schools, the latest first."""
        return self.search(
            [
                ("kind", "=", "framework"),
                ("school_id", "in", schools.ids),
                ("company_id", "in", companies.ids),
                ("state", "=", "signed"),
            ],
            order="date_from desc, id desc",
        )

    def _is_in_force(self, day=None):
        """Whether this framework agreement is in force on a day, today by default."""
        self.ensure_one()
        day = day or fields.Date.context_today(self)
        has_begun = not self.date_from or self.date_from <= day
        is_over = self.in_force_until and self.in_force_until < day
        return self.state == "signed" and has_begun and not is_over

    def _framework_values(self):
        """What the framework agreement says itself, as texts."""
        frequency = dict(
            self._fields["reporting_frequency"]._description_selection(self.env)
        )
        return {
            "date_from": self._format_day(self.date_from),
            "date_to": self._format_day(self.date_to),
            "notice": str(self.notice_months),
            "insurer": self.insurer,
            "policy_number": self.policy_number,
            "insured_until": self._format_day(self.insured_until),
            "contacts": ", ".join(self.contact_ids.mapped("name")),
            "programmes": ", ".join(self.programme_ids.mapped("name")),
            "reporting": frequency.get(self.reporting_frequency, "").lower(),
            "reporting_contact": self.reporting_partner_id.name,
            "reporting_duties": self.reporting_duties,
        }

    def _framework_conditions(self):
        """Which conditions hold for a framework agreement: ``{name: bool}``."""
        return {
            "tacit": self.is_tacit,
            "fixed": not self.is_tacit,
            "programmes": bool(self.programme_ids),
            "insurance": bool(self.policy_number),
            "reporting": self.reporting_frequency != "none",
            "annexes": bool(self.annex_ids),
        }
