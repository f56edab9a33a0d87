# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Why an amendment can't be sent yet, and what is good to know before."""

from odoo import api, fields, models
from odoo.tools import format_date
from odoo.tools.mail import html_to_inner_content

from ...tools import amendments, placeholders
from ...tools.extension import Guard

AMENDABLE_STATES = ("preparation", "ready", "ongoing", "evaluation")


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    amendment_problems = fields.Html(
        string="What Still Blocks Sending",
        compute="_compute_amendment_problems",
        sanitize=False,
    )
    amendment_warnings = fields.Html(
        string="Good to Know", compute="_compute_amendment_problems", sanitize=False
    )

    @api.depends(
        "state", "kind", "effective_date", "change_ids.kind", "change_ids.date_to",
        "change_ids.date_from", "change_ids.employee_id", "body",
        "school_signatory_id", "organisation_signatory_id",
    )  # fmt: skip
    @api.depends_context("lang")
    def _compute_amendment_problems(self):
        self.update({"amendment_problems": False, "amendment_warnings": False})
        for amendment in self:
            if amendment.kind != "amendment" or amendment.state != "draft":
                continue
            render = amendment.internship_id._render_guards
            problems = [Guard(text) for text in amendment._get_sending_blockers()]
            warnings = [Guard(text) for text in amendment._get_amendment_warnings()]
            amendment.amendment_problems = render(problems)
            amendment.amendment_warnings = render(warnings)

    def _content_checks(self):
        if self.kind != "amendment":
            return super()._content_checks()
        case, day = self.internship_id, self.effective_date
        is_amendable = self.amended_id.state == "signed"
        checks = [
            (self.state == "draft", self.env._("It was sent already.")),
            (
                is_amendable,
                self.env._(
                    "There is no signed agreement to amend: change the internship and "
                    "its agreement instead."
                ),
            ),
            (case.state in AMENDABLE_STATES, self.env._("The internship is over.")),
            (self.change_ids, self.env._("Nothing changes yet: add what changes.")),
            (day, self.env._("The effective date is missing.")),
            self._other_amendment_check(),
        ]
        if day and case.date_start and case.date_end:
            checks.append(self._effective_date_check(day, case))
            problems = self._get_change_problems()
            checks += [(False, sentence) for sentence in problems]
        return [*checks, *self._amendment_text_checks()]

    def _other_amendment_check(self):
        others = self.internship_id.agreement_ids - self
        pending = others.filtered(lambda other: other.state == "to_sign")[:1]
        return (
            not pending,
            self.env._(
                "“%(name)s” is being signed: wait until it is signed, or withdraw it.",
                name=pending.name,
            ),
        )

    def _effective_date_check(self, day, case):
        last = fields.Date.add(case.date_end, days=1)
        return (
            case.date_start <= day <= last,
            self.env._(
                "The effective date lies outside the internship (%(start)s – %(end)s).",
                start=format_date(self.env, case.date_start),
                end=format_date(self.env, case.date_end),
            ),
        )

    def _get_change_problems(self):
        """What is wrong with the changes, each by itself and together."""
        kinds = self.change_ids.mapped("kind")
        labels = dict(self.change_ids._fields["kind"]._description_selection(self.env))
        problems = [
            self.env._(
                "“%(kind)s” stands in the amendment twice: keep one of them.",
                kind=labels[kind],
            )
            for kind in amendments.repeated(kinds)
        ]
        if len(set(kinds) & set(amendments.END_KINDS)) > 1:
            problems.append(
                self.env._(
                    "The last day is changed in more than one way: choose between a "
                    "longer period, a shorter period and an early end."
                )
            )
        for change in self.change_ids:
            problems += change._get_problems()
        return problems

    def _amendment_text_checks(self):
        """That the text is complete and says what changes."""
        body = self.body or ""
        if not self.change_ids:
            return []
        checks = [(placeholders.GAP not in body, self._gap_sentence())]
        if self.is_text_edited:
            text = html_to_inner_content(body)
            said = (change._get_words()["after"] for change in self.change_ids)
            checks.append(
                (
                    all(words in text for words in said),
                    self.env._(
                        "The text was edited and doesn't say all that changes: fill "
                        "it in again, or complete it."
                    ),
                )
            )
        return checks

    def _get_amendment_warnings(self):
        """What may go on all the same, as sentences."""
        sentences = []
        for change in self.change_ids:
            sentences += change._get_warnings()
        return sentences
