# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The text of an amendment: an article per change, in the words of its template."""

from markupsafe import Markup, escape

from odoo import api, models

from ...tools import placeholders
from ...tools.amendments import MARKED, mark_class


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    @api.model
    def _placeholder_labels(self, *args):
        return {
            **super()._placeholder_labels(*args),
            "amended_title": self.env._("amendment: title of the amended agreement"),
            "amended_date": self.env._("amendment: when that agreement was signed"),
            "amended_code": self.env._("amendment: verification code of the agreement"),
            "earlier": self.env._("amendment: the earlier amendments"),
            "effective_date": self.env._("amendment: from when it holds"),
            "changes": self.env._("amendment: an article per change, numbered from 2"),
            "next_article": self.env._("amendment: number of the article after these"),
        }

    def _placeholder_values(self, *args):
        values = super()._placeholder_values(*args)
        if self.kind == "amendment":
            code = self._document_lang(*args)
            return {**values, **self._amendment_values(code)}
        # found again in the text, to show what amendments made of them
        return {
            name: Markup('<span class="%s">%s</span>') % (mark_class(name), value)
            if name in MARKED and value
            else value
            for name, value in values.items()
        }

    def _amendment_values(self, code):
        """Values of an amendment in the language ``code``."""
        # sudo: see _placeholder_values
        amendment = self.sudo().with_context(lang=code, document_lang=code)
        amended = amendment.amended_id
        signed_on = amended.request_id.completed_on
        articles = amendment._get_articles()
        return {
            "amended_title": amended.title,
            "amended_date": signed_on and amendment._format_day(signed_on.date()),
            "amended_code": amended.verification_code,
            "earlier": amendment._describe_earlier(),
            "effective_date": amendment.effective_date
            and amendment._format_day(amendment.effective_date),
            "changes": Markup().join(articles),
            "next_article": str(len(articles) + 2),
        }

    def _describe_earlier(self):
        """The amendments before this one, in a few words."""
        names = [
            f"{other.title} ({self._format_day(other.request_id.completed_on.date())})"
            for other in self.amended_id._get_signed_amendments()
            if other != self and other.request_id.completed_on
        ]
        return ", ".join(names) or self.env._("none")

    def _get_articles(self):
        """One article per change, as Markup."""
        return [
            Markup("<h2>%s. %s</h2><p>%s</p>") % (number, *self._get_clause(change))
            for number, change in enumerate(self.change_ids, start=2)
        ]

    def _get_clause(self, change):
        """Heading and words of a change, in the language of the amendment."""
        words = change._get_words()
        clause = self.template_id.clause_ids.filtered(lambda c: c.kind == change.kind)
        text = escape(clause.text or "{{ before }} → {{ after }}")
        filled = placeholders.fill(text, words).replace("\n", Markup("<br/>"))
        return clause.name or words["what"], filled


class HrInternshipAmendmentChange(models.Model):
    _inherit = "hr.internship.amendment.change"

    def _get_words(self):
        """What a clause may say, in the language of the amendment."""
        self.ensure_one()
        agreement = self.agreement_id
        code = self.env.context.get("document_lang") or agreement._document_lang()
        # sudo: names of colleagues and schedules, which the text names
        change = self.sudo().with_context(lang=code)
        write_day = agreement._format_day
        kinds = dict(self._fields["kind"]._description_selection(change.env))
        askers = dict(self._fields["ended_by"]._description_selection(change.env))
        return {
            "what": kinds[self.kind],
            "before": change._describe_before(write_day),
            "after": change._describe_after(write_day),
            "effective_date": agreement.effective_date
            and write_day(agreement.effective_date),
            "from": self.date_from and write_day(self.date_from),
            "until": self.date_to and write_day(self.date_to),
            "reason": self.reason,
            "who": askers.get(self.ended_by),
        }
