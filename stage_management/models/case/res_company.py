# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How many days before and after an internship things should be done."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_preparation_days = fields.Integer(
        string="Prepared Before the Start",
        default=14,
        help="Days before the start by which the preparation should be finished.",
    )
    internship_evaluation_days = fields.Integer(
        string="Closed After the End",
        default=30,
        help="Days after the end by which the internship should be closed.",
    )
    internship_directory_days = fields.Integer(
        string="In the Directory Before the Start",
        default=14,
        help="Days before the start from which all staff see who will arrive.",
    )

    _internship_days_check = models.Constraint(
        "CHECK(internship_preparation_days >= 0 AND internship_evaluation_days >= 0 "
        "AND internship_directory_days >= 0)",
        "A number of days can't be negative.",
    )

    def write(self, vals):
        result = super().write(vals)
        if {"internship_preparation_days", "internship_evaluation_days"} & set(vals):
            self._recompute_internship_due_dates()
        return result

    def _recompute_internship_due_dates(self):
        """Let another number of days count for what is not finished yet."""
        # sudo: who may change the company may not see its internships.
        internships = self.env["hr.internship"].sudo()
        pending = internships.search(
            [
                ("company_id", "in", self.ids),
                ("state", "in", ("draft", "preparation", "evaluation")),
            ]
        )
        for name in ("preparation_due", "evaluation_due"):
            self.env.add_to_compute(internships._fields[name], pending)
