# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is in force: the agreement with every signed amendment."""

from collections import defaultdict

from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools import format_date

from ...tools.amendments import PLACEHOLDERS, TERM_FIELDS, mark_changes

COUNTED = ("days", "hours")


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    amendment_count = fields.Integer(compute="_compute_in_force_html")
    in_force_html = fields.Html(
        string="Consolidated Text", compute="_compute_in_force_html", sanitize=False
    )
    difference_html = fields.Html(
        string="Differences", compute="_compute_in_force_html", sanitize=False
    )

    @api.depends("amendment_ids.state", "body")
    @api.depends_context("lang")
    def _compute_in_force_html(self):
        """Only of signed agreements: before, nothing is in force."""
        render = self.env["ir.qweb"]._render
        for agreement in self:
            signed = agreement.sudo()._get_signed_amendments()
            agreement.amendment_count = len(signed)
            if agreement.kind != "individual" or agreement.state != "signed":
                agreement.in_force_html = agreement.difference_html = False
                continue
            values = agreement._get_in_force()
            name = "stage_management.amendment_consolidated_text"
            agreement.in_force_html = render(name, values)
            name = "stage_management.amendment_differences"
            agreement.difference_html = render(name, values)

    def action_open_in_force(self):
        """Show what holds now, and what changed when."""
        self.ensure_one()
        view = self.env.ref("stage_management.hr_internship_in_force_view_form")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("What Is in Force"),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(view.id, "form")],
        }

    def action_print_in_force(self):
        """Download the consolidated text with the table of differences."""
        return self.env.ref(
            "stage_management.hr_internship_in_force_report"
        ).report_action(self, config=False)

    def action_draw_up_amendment(self):
        """Amend this agreement."""
        self.ensure_one()
        return self.internship_id.action_draw_up_amendment()

    def _get_in_force(self):
        """Values of the templates: text, rows of differences, amendments, additions."""
        self.ensure_one()
        self._check_field_access(self._fields["body"], "read")
        # sudo: who may read the agreement may read what amendments made of it
        agreement = self.sudo()
        signed = agreement._get_signed_amendments()
        text, missing = mark_changes(agreement.body, agreement._get_versions(signed))
        return {
            "doc": agreement,
            "text": Markup(text),
            "rows": [row for one in signed for row in one._get_difference_rows()],
            "amendments": [one._describe_version() for one in signed],
            "additions": agreement._get_additions(signed, missing),
        }

    def _get_versions(self, signed):
        """``{placeholder: [(value, mark, is_coming), …]}`` for the text."""
        today = fields.Date.context_today(self)
        versions = defaultdict(list)
        for amendment in signed:
            for change in amendment.change_ids:
                coming = change.kind in TERM_FIELDS and amendment.effective_date > today
                mark = amendment._get_mark(coming)
                for name in PLACEHOLDERS.get(change.kind, ()):
                    if name in COUNTED:
                        # hours follow from all amendments together: told once
                        versions[name] = [(self._get_count(name), mark, False)]
                    else:
                        value = change._get_words()["after"]
                        versions[name].append((value, mark, coming))
        return dict(versions)

    def _get_count(self, name):
        case = self.internship_id
        number = case.planned_days if name == "days" else case.planned_hours
        return case._format_number(number, self._document_lang())

    def _get_mark(self, coming=False):
        if not coming:
            return f"[{self.amendment_number}]"
        day = self._format_day(self.effective_date)
        return f"[{self.amendment_number}: {day} →]"

    def _get_additions(self, signed, missing):
        """Changes that the text has no words for: ``[(mark, heading, words)]``."""
        additions = []
        for amendment in signed:
            for change in amendment.change_ids:
                names = set(PLACEHOLDERS.get(change.kind, ())) - set(COUNTED)
                if not names or names & set(missing) or change.kind == "early_end":
                    heading, words = amendment._get_clause(change)
                    additions.append((amendment._get_mark(), heading, words))
        return additions

    def _describe_version(self):
        signed_on = self.request_id.completed_on
        version = {
            "mark": self._get_mark(),
            "name": self.title,
            "signed_on": signed_on and format_date(self.env, signed_on),
            "effective_date": format_date(self.env, self.effective_date),
        }
        sentence = self.env._(
            "%(name)s (%(code)s): signed by all on %(signed_on)s, holds from "
            "%(effective_date)s.",
            code=self.verification_code,
            **version,
        )
        if not self.applied_on:
            sentence = f"{sentence} {self.env._('Not carried out yet.')}"
        return {**version, "sentence": sentence}

    def _get_difference_rows(self):
        """One row per change, with what was before and in which version it stands."""
        version = self._describe_version()
        kinds = dict(self.change_ids._fields["kind"]._description_selection(self.env))
        return [
            {
                **version,
                "what": kinds[change.kind],
                "before": change.before,
                "after": change.after,
            }
            for change in self.change_ids
        ]
