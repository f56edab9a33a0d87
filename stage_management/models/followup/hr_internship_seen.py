# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""When the coordinator last saw an intern or the mentor."""

from odoo import api, fields, models
from odoo.fields import Domain

from .hr_internship_talk import SEEN_KINDS


class HrInternship(models.Model):
    """The boundary date is stored: what is overdue follows from it and from today."""

    _inherit = "hr.internship"

    talk_ids = fields.One2many("hr.internship.talk", "internship_id")
    last_seen_on = fields.Date(compute="_compute_last_seen_on", store=True)
    visit_due = fields.Date(string="Visit By", compute="_compute_visit_due", store=True)
    is_visit_due = fields.Boolean(
        string="Not Seen for Long",
        compute="_compute_is_visit_due",
        search="_search_is_visit_due",
    )

    _visit_due_idx = models.Index("(visit_due, id) WHERE state = 'ongoing'")

    @api.depends("talk_ids.day", "talk_ids.kind")
    def _compute_last_seen_on(self):
        # sudo: a date, for all who may read the internship
        for internship in self.sudo():
            seen = internship.talk_ids.filtered(lambda talk: talk.kind in SEEN_KINDS)
            internship.last_seen_on = max(seen.mapped("day"), default=False)

    @api.depends("last_seen_on", "date_start", "company_id")
    def _compute_visit_due(self):
        """Some weeks after the last talk, or after the start.

        Another number of weeks counts for what still runs: the company computes it
        anew.
        """
        for internship in self:
            weeks = internship.company_id.internship_visit_weeks
            seen = internship.last_seen_on or internship.date_start
            internship.visit_due = (
                seen and weeks > 0 and fields.Date.add(seen, weeks=weeks)
            )

    @api.depends("visit_due", "state")
    def _compute_is_visit_due(self):
        today = fields.Date.context_today(self)
        for internship in self:
            due = internship.state == "ongoing" and internship.visit_due
            internship.is_visit_due = bool(due) and due < today

    def _search_is_visit_due(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain("state", "=", "ongoing") & Domain("visit_due", "<", "today")
