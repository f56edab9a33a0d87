# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the settings say about the seal."""

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    internship_seal_state = fields.Selection(related="company_id.internship_seal_state")
    internship_seal_text = fields.Char(related="company_id.internship_seal_text")
