# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A half day of a usual first week."""

from odoo import fields, models

from ...tools.first_week import SLOT_KINDS
from ...tools.half_days import HALVES

WEEK_PEOPLE = [
    ("mentor", "Mentor"),
    ("backup", "Backup"),
    ("coordinator", "Coordinator"),
]


class HrInternshipWeekTemplateSlot(models.Model):
    """One half day of a template."""

    _name = "hr.internship.week.template.slot"
    _description = "Half Day of a First Week Template"
    _order = "template_id, day, half desc, id"

    template_id = fields.Many2one(
        "hr.internship.week.template", required=True, index=True, ondelete="cascade"
    )
    day = fields.Integer(required=True, default=1, help="1 is the first working day.")
    half = fields.Selection(HALVES, required=True, default="morning")
    kind = fields.Selection(SLOT_KINDS, required=True, default="own_work")
    name = fields.Char(string="What", required=True, translate=True)
    person = fields.Selection(WEEK_PEOPLE, string="With")

    _day_check = models.Constraint(
        "CHECK(day BETWEEN 1 AND 5)", "A first week has the days 1 to 5."
    )
    _order_idx = models.Index("(template_id, day, half DESC, id)")
