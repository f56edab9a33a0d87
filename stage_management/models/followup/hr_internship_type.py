# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""When interns of a type are evaluated."""

from odoo import fields, models


class HrInternshipType(models.Model):
    _inherit = "hr.internship.type"

    evaluated = fields.Selection(
        [
            ("no", "Not evaluated"),
            ("final", "At the end"),
            ("both", "Half-way and at the end"),
        ],
        required=True,
        default="both",
        help="The evaluations are made by themselves, two weeks before the school "
        "expects them. Who stays less than four weeks has none half-way.",
    )
