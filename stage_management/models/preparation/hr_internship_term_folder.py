# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The folder follows the terms of the internship."""

from odoo import api, models


class HrInternshipTerm(models.Model):
    _inherit = "hr.internship.term"

    @api.model_create_multi
    def create(self, vals_list):
        terms = super().create(vals_list)
        # a term that comes with a new internship has no folder yet
        terms.internship_id._sync_documents()
        return terms

    def write(self, vals):
        if not {"date_from", "date_to", "mentor_id", "backup_id"} & set(vals):
            return super().write(vals)
        with self.internship_id._following_facts():
            return super().write(vals)
