# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""After how many weeks an intern should be visited again."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_visit_weeks = fields.Integer(
        string="Visit Interns Every",
        default=4,
        help="Weeks after which an intern who was not seen is among the to-dos of the "
        "coordinator. 0 for never.",
    )

    _internship_visit_check = models.Constraint(
        "CHECK(internship_visit_weeks >= 0)", "A number of weeks can't be negative."
    )

    def write(self, vals):
        result = super().write(vals)
        if "internship_visit_weeks" in vals:
            # sudo: who may change the company may not see its internships.
            internships = self.env["hr.internship"].sudo()
            pending = internships.search(
                [
                    ("company_id", "in", self.ids),
                    ("state", "in", ("draft", "preparation", "ready", "ongoing")),
                ]
            )
            self.env.add_to_compute(internships._fields["visit_due"], pending)
        return result
