# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Settings of the internships of a company."""

from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    internship_capacity_policy = fields.Selection(
        related="company_id.internship_capacity_policy", required=True, readonly=False
    )
    internship_acknowledge = fields.Boolean(
        related="company_id.internship_acknowledge", readonly=False
    )
    internship_hiring_service = fields.Char(
        related="company_id.internship_hiring_service", readonly=False
    )
    internship_appraisal_scores = fields.Boolean(
        related="company_id.internship_appraisal_scores", readonly=False
    )
    internship_preparation_days = fields.Integer(
        related="company_id.internship_preparation_days", readonly=False
    )
    internship_evaluation_days = fields.Integer(
        related="company_id.internship_evaluation_days", readonly=False
    )
    internship_directory_days = fields.Integer(
        related="company_id.internship_directory_days", readonly=False
    )
    internship_digest_days = fields.Integer(
        related="company_id.internship_digest_days", readonly=False
    )
