# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Until when the steps of an internship should be done."""

from odoo import api, fields, models
from odoo.fields import Domain

# What each state waits for, and the day after which it is late.
DUE_FIELDS = {
    "draft": "preparation_due",
    "preparation": "preparation_due",
    "ready": "date_start",
    "ongoing": "date_end",
    "evaluation": "evaluation_due",
}


class HrInternship(models.Model):
    """Boundary dates are stored; what is late follows from them and from today.

    So it is right without a cron, and a search on it goes by an index.
    """

    _inherit = "hr.internship"

    preparation_due = fields.Date(
        string="Prepare Before", compute="_compute_preparation_due", store=True
    )
    evaluation_due = fields.Date(
        string="Close Before", compute="_compute_evaluation_due", store=True
    )
    due_date = fields.Date(
        string="Next Step Due",
        compute="_compute_due_date",
        store=True,
        index="btree_not_null",
        help="Until when the step that the internship waits for should be done.",
    )
    is_late = fields.Boolean(
        string="Late", compute="_compute_is_late", search="_search_is_late"
    )

    _preparation_due_idx = models.Index(
        "(preparation_due) WHERE state IN ('draft', 'preparation')"
    )
    # with all that the start screen asks, so that it counts without reading rows
    _running_idx = models.Index(
        "(date_end, id) INCLUDE (date_start, company_id, state, active) "
        "WHERE state IN ('ready', 'ongoing', 'evaluation')"
    )

    @api.depends("date_start", "company_id")
    def _compute_preparation_due(self):
        """Some days before the start, as the company wants it.

        Another number of days counts for what is still prepared: the company
        computes it anew, see :class:`ResCompany`.
        """
        for internship in self:
            days = internship.company_id.internship_preparation_days
            internship.preparation_due = internship.date_start and fields.Date.subtract(
                internship.date_start, days=days
            )

    @api.depends("date_end", "company_id")
    def _compute_evaluation_due(self):
        for internship in self:
            days = internship.company_id.internship_evaluation_days
            internship.evaluation_due = internship.date_end and fields.Date.add(
                internship.date_end, days=days
            )

    @api.depends("state", *sorted(set(DUE_FIELDS.values())))
    def _compute_due_date(self):
        for internship in self:
            field = DUE_FIELDS.get(internship.state)
            internship.due_date = field and internship[field]

    @api.depends("due_date")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for internship in self:
            internship.is_late = bool(internship.due_date) and (
                internship.due_date < today
            )

    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("due_date", "<", "today")
