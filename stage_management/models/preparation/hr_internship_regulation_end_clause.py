# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Reasons for which an internship can be stopped, and by whom."""

from odoo import fields, models


class HrInternshipRegulationEndClause(models.Model):
    """One reason for stopping an internship, as the regulations say.

    Source: toolbox A4, *when and by whom an internship can be stopped*.
    """

    _name = "hr.internship.regulation.end.clause"
    _description = "End Clause of the Internship Regulations"
    _order = "regulation_id, sequence, id"
    _rec_name = "reason"

    regulation_id = fields.Many2one(
        "hr.internship.regulation", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(
        related="regulation_id.company_id", store=True, precompute=True, index=True
    )
    sequence = fields.Integer(default=10)
    ended_by = fields.Selection(
        [
            ("intern", "The intern"),
            ("school", "The school"),
            ("organisation", "The organisation"),
            ("mentor", "The mentor, through the coordinator"),
        ],
        string="Stopped By",
        required=True,
    )
    reason = fields.Char(required=True, translate=True)

    _order_idx = models.Index("(regulation_id, sequence, id)")

    def write(self, vals):
        if {"reason", "ended_by"} & set(vals):
            self.regulation_id._check_not_signed()
        return super().write(vals)
