# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings of the internships of a company."""

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    internship_capacity_policy = fields.Selection(
        related="company_id.internship_capacity_policy", required=True, readonly=False
    )
