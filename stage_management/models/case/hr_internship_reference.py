# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""References of internships, drawn for a whole batch at once."""

from collections import defaultdict

from odoo import api, models
from odoo.tools import SQL


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model
    def _set_references(self, vals_list):
        """Number those that have no reference yet, company by company."""
        by_company = defaultdict(list)
        for vals in vals_list:
            if vals.get("name", "/") == "/":
                company_id = vals.get("company_id") or self.env.company.id
                by_company[company_id].append(vals)
        for company_id, unnamed in by_company.items():
            references = self._next_references(company_id, len(unnamed))
            for vals, reference in zip(unnamed, references, strict=True):
                vals["name"] = reference

    @api.model
    def _next_references(self, company_id, count):
        """The next ``count`` references of a company, drawn at once."""
        sequence = self.env["ir.sequence"].search(
            [("code", "=", "hr.internship"), ("company_id", "in", [company_id, False])],
            order="company_id",
            limit=1,
        )
        if not sequence:
            return ["/"] * count
        if sequence.implementation != "standard" or sequence.use_date_range:
            return [sequence.next_by_id() for _number in range(count)]
        self.env.cr.execute(
            SQL(
                "SELECT nextval(%s) FROM generate_series(1, %s)",
                f"ir_sequence_{sequence.id:03d}",
                count,
            )
        )
        numbers = self.env.cr.fetchall()
        return [sequence.get_next_char(number) for (number,) in numbers]
