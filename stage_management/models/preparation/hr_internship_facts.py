# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The folder follows what its rules look at, wherever that is changed."""

from contextlib import contextmanager

from odoo import api, models

# of the internship itself; dates, mentor and backup are those of its terms
FACTS = {
    "partner_id", "supervisor_id", "school_id", "type_id", "subject", "site_id", "desk",
}  # fmt: skip


class HrInternship(models.Model):
    _inherit = "hr.internship"

    @api.model_create_multi
    def create(self, vals_list):
        internships = super().create(vals_list)
        # sudo: nobody is told that it is because of the age
        internships.sudo().filtered("is_minor_at_start").is_listed = False
        return internships

    def write(self, vals):
        if not FACTS & set(vals):
            return super().write(vals)
        with self._following_facts():
            return super().write(vals)

    @contextmanager
    def _following_facts(self):
        """Afterwards folders are up to date, and new minors not in the directory."""
        # sudo: see _sync_documents
        cases = self.sudo()
        minors = cases.filtered("is_minor_at_start")
        yield
        cases = cases.exists()
        new_minors = cases.filtered("is_minor_at_start") - minors
        if new_minors:
            new_minors.is_listed = False
        cases._sync_documents()
