# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Training that an intern follows."""

from odoo import api, fields, models


class HrInternshipTraining(models.Model):
    """A course, a day of introduction, a language class…"""

    _name = "hr.internship.training"
    _description = "Training of an Intern"
    _inherit = ["hr.internship.followup.mixin"]
    _order = "day desc, id desc"

    name = fields.Char(string="Training", required=True)
    provider = fields.Char(string="Given By")
    day = fields.Date(string="On", required=True, default=fields.Date.context_today)
    hours = fields.Float()
    state = fields.Selection(
        [
            ("planned", "Planned"),
            ("followed", "Followed"),
            ("missed", "Not followed"),
        ],
        required=True,
        default="planned",
    )

    _hours_check = models.Constraint(
        "CHECK(hours >= 0)", "A number of hours can't be negative."
    )
    _order_idx = models.Index("(day DESC, id DESC)")

    @api.model
    def _portal_readable_fields(self):
        return super()._portal_readable_fields() | {
            "name",
            "provider",
            "day",
            "hours",
            "state",
        }
