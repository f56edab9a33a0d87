# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The settings of the app, for who sets it up and is no system administrator."""

from odoo import api, fields, models

COMPANY = "company_id."


class HrInternshipSettings(models.TransientModel):
    """What the company decides about its internships.

    Each field is one of the company; an administrator of internships writes these
    and nothing else of it. Subjects add theirs.
    """

    _name = "hr.internship.settings"
    _description = "Internship Settings"

    company_id = fields.Many2one(
        "res.company",
        required=True,
        readonly=True,
        default=lambda self: self.env.company,
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
    internship_capacity_policy = fields.Selection(
        related="company_id.internship_capacity_policy", required=True, readonly=False
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

    @api.depends("company_id")
    def _compute_display_name(self):
        for settings in self:
            settings.display_name = self.env._("Settings")

    @api.model_create_multi
    def create(self, vals_list):
        """Always of the company in which the user works."""
        kept = [self._split(vals) for vals in vals_list]
        records = super().create([{} for _vals in vals_list])
        for values in kept:
            self._keep(self.env.company, values)
        return records

    def write(self, vals):
        self.check_access("write")
        self._keep(self.company_id & self.env.companies, self._split(vals))
        return super().write({})

    @api.model
    def _split(self, vals):
        """Those of the values that are settings of the company."""
        return {
            name: value
            for name, value in vals.items()
            if (self._fields[name].related or "").startswith(COMPANY)
        }

    @api.model
    def _keep(self, company, values):
        if values:
            # sudo: who may fill in this form writes these fields of the own company
            company.sudo().write(values)
