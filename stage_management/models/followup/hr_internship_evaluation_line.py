# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One criterion of an evaluation on our own form."""

from odoo import api, fields, models


class HrInternshipEvaluationLine(models.Model):
    """A mark and, more important, a sentence about it."""

    _name = "hr.internship.evaluation.line"
    _description = "Line of an Evaluation"
    _inherit = ["hr.internship.portal.mixin"]
    _order = "sequence, id"

    evaluation_id = fields.Many2one(
        "hr.internship.evaluation", required=True, index=True, ondelete="cascade"
    )
    internship_id = fields.Many2one(
        related="evaluation_id.internship_id", store=True, precompute=True, index=True
    )
    company_id = fields.Many2one(
        related="evaluation_id.company_id", store=True, precompute=True
    )
    criterion_id = fields.Many2one(
        "hr.internship.evaluation.criterion",
        required=True,
        ondelete="restrict",
        index=True,
    )
    sequence = fields.Integer(
        related="criterion_id.sequence", store=True, precompute=True
    )
    mark = fields.Selection(
        [
            ("1", "Not yet"),
            ("2", "With help"),
            ("3", "Well"),
            ("4", "Very well"),
            ("0", "Not seen"),
        ]
    )
    comment = fields.Text()

    _order_idx = models.Index("(sequence, id)")

    @api.depends("criterion_id")
    def _compute_display_name(self):
        for line in self:
            # sudo: the name of a criterion, for all who may read the line
            line.display_name = line.sudo().criterion_id.name or ""

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "evaluation_id",
            "sequence",
            "mark",
            "comment",
        }
