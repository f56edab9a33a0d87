# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs for the organisation."""

from odoo import api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_signatory_id = fields.Many2one(
        "res.users",
        string="Signs Internship Agreements",
        domain="[('share', '=', False)]",
        help="Signs for the organisation when an agreement names nobody else.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        companies = super().create(vals_list)
        companies.internship_signatory_id._sync_contributors()
        return companies

    def write(self, vals):
        result = super().write(vals)
        if "internship_signatory_id" in vals:
            self.internship_signatory_id._sync_contributors()
        return result
