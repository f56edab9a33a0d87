# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The interview of a candidate, as seen from the application."""

from odoo import api, fields, models

from ...tools.extension import Guard

# states in which no interview is to come any more
PAST_INTERVIEW = ("accepted", "refused", "withdrawn", "set_aside", "referred")


class HrInternshipApplication(models.Model):
    _inherit = "hr.internship.application"

    interview_ids = fields.One2many(
        "hr.internship.interview", "application_id", string="All Interviews"
    )
    interview_id = fields.Many2one(
        "hr.internship.interview",
        compute="_compute_interview_id",
        store=True,
        index="btree_not_null",
        help="The last one that was not cancelled.",
    )
    interview_start = fields.Datetime(
        related="interview_id.start", string="Interview On", store=True
    )

    has_planned_interview = fields.Boolean(compute="_compute_has_planned_interview")
    is_interview_to_come = fields.Boolean(compute="_compute_has_planned_interview")

    _interview_idx = models.Index(
        "(company_id, interview_start) WHERE interview_start IS NOT NULL"
    )

    @api.depends("interview_ids.state")
    def _compute_interview_id(self):
        for application in self:
            valid = application.interview_ids.filtered(lambda i: i.state != "cancelled")
            application.interview_id = valid.sorted("id")[-1:]

    @api.depends("interview_id.state", "interview_id.stop")
    def _compute_has_planned_interview(self):
        for application in self:
            interview = application.interview_id
            is_planned = interview.state == "planned"
            application.has_planned_interview = is_planned
            application.is_interview_to_come = is_planned and interview._is_to_come()

    def _interview_guards(self):
        """No outcome before the interview is over."""
        self.ensure_one()
        interview = self.interview_id
        if not self.is_interview_to_come:
            return []
        return [
            Guard(
                self.env._(
                    "The interview on %(moment)s is not over: decide afterwards, or "
                    "cancel the interview.",
                    moment=interview._format_moment(),
                ),
                self.env._("coordinator"),
            )
        ]

    def _after_transition(self, source, target):
        result = super()._after_transition(source, target)
        if target in PAST_INTERVIEW:
            planned = self.interview_ids.filtered(lambda i: i.state == "planned")
            # sudo: follows from a step that the user was allowed to take
            planned.sudo()._close_with_application()
        return result

    def action_plan_interview(self):
        """Ask when, where and with whom the candidate is interviewed."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Plan the interview"),
            "res_model": "hr.internship.interview.plan",
            "view_mode": "form",
            "target": "new",
            "context": {"default_application_id": self.id},
        }

    def action_open_interview(self):
        """Open the interview sheet."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.internship.interview",
            "res_id": self.interview_id.id,
            "view_mode": "form",
        }
