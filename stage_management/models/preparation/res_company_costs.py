# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How interns get their expenses back."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_cost_procedure = fields.Text(
        string="Procedure for Expenses",
        help="How and when an intern claims expenses; shown with each cost.",
    )
