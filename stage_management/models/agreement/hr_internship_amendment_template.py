# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A template of amendments holds a clause per kind of change."""

from datetime import date

from markupsafe import Markup, escape

from odoo import fields, models

from ...tools import placeholders

# what stands in the place of the old and the new value, in a preview
_INVENTED = {
    "mentor": ("mentor", "backup"),
    "backup": ("backup", "supervisor"),
    "department": ("department", "organisation"),
    "place": ("subject", "assignment"),
    "hours": ("schedule", "schedule"),
}


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    clause_ids = fields.One2many(
        "hr.internship.amendment.clause", "template_id", string="Clauses", copy=True
    )

    def _get_invented_values(self):
        values = super()._get_invented_values()
        if self.kind != "amendment":
            return values
        signed_on = self._format_invented_day(date(2027, 1, 11))
        articles = [
            Markup("<h2>%s. %s</h2><p>%s</p>")
            % (number, clause.name, self._fill_invented_clause(clause, values))
            for number, clause in enumerate(self.clause_ids, start=2)
        ]
        return {
            **values,
            "amended_title": self.title,
            "amended_date": signed_on,
            "amended_code": "K7QF-2M9T-XW4H",
            "earlier": f"{self.title} 1 ({signed_on})",
            "effective_date": self._format_invented_day(date(2027, 3, 15)),
            "changes": Markup().join(articles),
            "next_article": str(len(articles) + 2),
        }

    def _fill_invented_clause(self, clause, values):
        day = self._format_invented_day
        before, after = _INVENTED.get(clause.kind, (None, None))
        words = {
            "before": values[before] if before else values["date_end"],
            "after": values[after] if after else day(date(2027, 6, 18)),
            "effective_date": day(date(2027, 3, 15)),
            "from": day(date(2027, 4, 5)),
            "until": day(date(2027, 4, 16)),
            "reason": values["subject"],
            "who": values["intern"],
        }
        return placeholders.fill(escape(clause.text), words)
