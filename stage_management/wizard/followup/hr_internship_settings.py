# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings of the follow-up."""

from odoo import fields, models


class HrInternshipSettings(models.TransientModel):
    _inherit = "hr.internship.settings"

    internship_visit_weeks = fields.Integer(
        related="company_id.internship_visit_weeks", readonly=False
    )
