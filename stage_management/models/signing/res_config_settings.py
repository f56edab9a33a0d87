# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings of signing."""

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    internship_sign_days = fields.Integer(
        related="company_id.internship_sign_days", readonly=False
    )
    internship_sign_remind_first = fields.Integer(
        related="company_id.internship_sign_remind_first", readonly=False
    )
    internship_sign_remind_every = fields.Integer(
        related="company_id.internship_sign_remind_every", readonly=False
    )
    internship_seal_state = fields.Selection(related="company_id.internship_seal_state")
    internship_seal_text = fields.Char(related="company_id.internship_seal_text")
