# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How often a digest reminds."""

from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    internship_digest_days = fields.Integer(
        string="Remind of Overdue To-dos Every",
        default=7,
        help="Days after which the digest names an overdue to-do again.",
    )

    _internship_digest_days_check = models.Constraint(
        "CHECK(internship_digest_days > 0)",
        "Overdue to-dos are named again after one day at the earliest.",
    )
