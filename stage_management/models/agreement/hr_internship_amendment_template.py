# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A template of amendments holds a clause per kind of change."""

from odoo import fields, models


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    clause_ids = fields.One2many(
        "hr.internship.amendment.clause", "template_id", string="Clauses", copy=True
    )
