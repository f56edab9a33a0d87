# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What interns are evaluated on, in our own words."""

from odoo import fields, models


class HrInternshipEvaluationCriterion(models.Model):
    """A line of our own form, for when the school has none."""

    _name = "hr.internship.evaluation.criterion"
    _description = "Evaluation Criterion"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    description = fields.Text(translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    _order_idx = models.Index("(sequence, id)")
