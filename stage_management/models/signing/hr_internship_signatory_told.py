# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who was told that everybody signed: a mail that failed is tried again, once each."""

from odoo import api, fields, models


class HrInternshipSignatory(models.Model):
    _inherit = "hr.internship.signatory"

    told_on = fields.Datetime("Got the Signed File On", readonly=True)

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([{**vals, "told_on": False} for vals in vals_list])
