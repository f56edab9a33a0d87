# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who signs for the organisation follows from the powers to sign."""

from odoo import api, models


class HrInternshipAgreement(models.Model):
    _inherit = "hr.internship.agreement"

    @api.model
    def _with_defaults(self, vals):
        values = super()._with_defaults(vals)
        if vals.get("organisation_signatory_id"):
            return values
        internship = self.env["hr.internship"].browse(values.get("internship_id"))
        company = internship.company_id or self.env["res.company"].browse(
            values.get("company_id")
        )
        delegate = self.env["hr.internship.delegation"]._get_default_signatory(
            company or self.env.company,
            values.get("kind", "individual"),
            internship.department_id,
            preferred=company.internship_signatory_id,
        )
        if delegate:
            values["organisation_signatory_id"] = delegate.id
        return values
