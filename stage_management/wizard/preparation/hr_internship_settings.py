# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings of the preparation."""

from odoo import fields, models


class HrInternshipSettings(models.TransientModel):
    _inherit = "hr.internship.settings"

    internship_cost_procedure = fields.Text(
        related="company_id.internship_cost_procedure", readonly=False
    )
