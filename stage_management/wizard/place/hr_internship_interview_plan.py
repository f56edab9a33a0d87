# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Plan an interview, or move it."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError


class HrInternshipInterviewPlan(models.TransientModel):
    """When, where and with whom a candidate is interviewed.

    Colleagues get a private appointment, the candidate a mail with a calendar file.
    """

    _name = "hr.internship.interview.plan"
    _description = "Plan an Interview"
    _inherit = ["hr.mixin"]

    application_id = fields.Many2one(
        "hr.internship.application", required=True, ondelete="cascade"
    )
    interview_id = fields.Many2one(
        "hr.internship.interview", compute="_compute_interview_id"
    )
    company_id = fields.Many2one(related="application_id.company_id")
    start = fields.Datetime(
        string="From",
        required=True,
        compute="_compute_from_application",
        store=True,
        precompute=True,
        readonly=False,
    )
    minutes = fields.Integer(required=True, default=45)
    coordinator_id = fields.Many2one(
        "res.users",
        required=True,
        compute="_compute_from_application",
        store=True,
        precompute=True,
        readonly=False,
        domain="[('share', '=', False)]",
    )
    mentor_id = fields.Many2one(
        "hr.employee",
        compute="_compute_from_application",
        store=True,
        precompute=True,
        readonly=False,
        help="Presents the department and the project.",
    )
    location = fields.Char(
        compute="_compute_from_application",
        store=True,
        precompute=True,
        readonly=False,
        help="Building, floor and room: the candidate gets it.",
    )
    videocall_location = fields.Char(
        string="Video Call",
        compute="_compute_from_application",
        store=True,
        precompute=True,
        readonly=False,
    )
    address = fields.Char(string="Candidate Gets a Mail At", compute="_compute_address")

    _minutes_check = models.Constraint(
        "CHECK(minutes BETWEEN 5 AND 480)",
        "An interview lasts between 5 minutes and 8 hours.",
    )

    @api.depends("application_id")
    def _compute_interview_id(self):
        for plan in self:
            interview = plan.application_id.interview_id
            plan.interview_id = interview if interview.state == "planned" else False

    @api.depends("application_id")
    def _compute_from_application(self):
        for plan in self:
            application, interview = plan.application_id, plan.interview_id
            plan.start = interview.start or plan._get_next_working_day()
            plan.coordinator_id = (
                interview.coordinator_id or application.user_id or self.env.user
            )
            plan.mentor_id = interview.mentor_id or application.mentor_id
            plan.location = interview.location
            plan.videocall_location = interview.videocall_location

    @api.depends("application_id")
    def _compute_address(self):
        for plan in self:
            plan.address = plan.application_id._get_correspondent()

    @api.model
    def _get_next_working_day(self):
        """Ten o'clock in Belgium, three working days from now; in UTC."""
        day = fields.Datetime.now().replace(hour=9, minute=0, second=0, microsecond=0)
        left = 3
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5
        return day

    def action_confirm(self):
        """Put the interview in the calendars and tell the candidate."""
        self.ensure_one()
        if self.start <= fields.Datetime.now():
            raise UserError(
                self.env._("That moment is past: choose one in the future.")
            )
        interview = self.interview_id or self._create_interview()
        is_new = not interview.event_id
        interview.write(
            {"coordinator_id": self.coordinator_id.id, "mentor_id": self.mentor_id.id}
        )
        interview._appoint(
            self.start,
            self.start + timedelta(minutes=self.minutes),
            location=self.location,
            videocall_location=self.videocall_location,
        )
        if is_new:
            interview._notify_candidate("planned")
        return {"type": "ir.actions.act_window_close"}

    def _create_interview(self):
        """A new sheet; the candidate counts as one to interview from now on."""
        application = self.application_id
        if application.state != "interview":
            application._transition("interview")
        if self.mentor_id and application.mentor_id != self.mentor_id:
            application.mentor_id = self.mentor_id
        return self.env["hr.internship.interview"].create(
            {"application_id": application.id}
        )
