# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A first week as it usually goes."""

from odoo import fields, models


class HrInternshipWeekTemplate(models.Model):
    """Ten half days to begin from; each internship changes its own copy."""

    _name = "hr.internship.week.template"
    _description = "First Week Template"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    type_ids = fields.Many2many(
        "hr.internship.type",
        string="Types of Internship",
        help="Leave it empty to use the programme for all types.",
    )
    slot_ids = fields.One2many(
        "hr.internship.week.template.slot", "template_id", copy=True
    )
    active = fields.Boolean(default=True)
