# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings on expenses of interns."""

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    internship_cost_procedure = fields.Text(
        related="company_id.internship_cost_procedure", readonly=False
    )
