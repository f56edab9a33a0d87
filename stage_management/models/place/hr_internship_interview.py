# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The interview sheet: what was told, asked and seen, and what each makes of it."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ...tools.extension import Guard
from ...tools.transitions import table

INTERVIEW_STATES = [
    ("planned", "Planned"),
    ("held", "Held"),
    ("cancelled", "Cancelled"),
]
INTERVIEW_TRANSITIONS = table(
    "planned",
    ("planned", "held", "coordinator mentor", True),
    ("planned", "cancelled", "coordinator"),
    ("held", "planned", "coordinator"),
)
ADVICES = [("yes", "Yes"), ("doubt", "In doubt"), ("no", "No")]
SCORES = [
    ("0", "None"),
    ("1", "Weak"),
    ("2", "Fair"),
    ("3", "Good"),
    ("4", "Excellent"),
]
# what the mentor fills in; the general part is the coordinator's
MENTOR_FIELDS = frozenset(
    {
        "state",
        "department_note",
        "test_given",
        "test_result",
        "motivation",
        "match_assignment",
        "match_mentor",
        "match_department",
        "motivation_score",
        "match_assignment_score",
        "match_mentor_score",
        "match_department_score",
        "mentor_advice",
    }
)


class HrInternshipInterview(models.Model):
    """One interview of one candidate with coordinator and mentor.

    Two parts: the general one is the coordinator's, department and project are the
    mentor's; motivation and the three-way match intern–assignment–mentor are
    appraised by both, in words first. Source: toolbox B3, C2.
    """

    _name = "hr.internship.interview"
    _description = "Internship Interview"
    _inherit = ["hr.mixin", "hr.internship.transition.mixin"]
    _order = "start desc, id desc"
    _check_company_auto = True

    application_id = fields.Many2one(
        "hr.internship.application", required=True, index=True, ondelete="cascade"
    )
    partner_name = fields.Char(
        related="application_id.partner_name", string="Candidate"
    )
    place_id = fields.Many2one(related="application_id.place_id")
    application_state = fields.Selection(
        related="application_id.state", string="Application State"
    )
    company_id = fields.Many2one(
        related="application_id.company_id", store=True, index=True
    )
    state = fields.Selection(
        INTERVIEW_STATES, required=True, default="planned", copy=False
    )
    coordinator_id = fields.Many2one(
        "res.users",
        required=True,
        index=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
    )
    mentor_id = fields.Many2one("hr.employee", index="btree_not_null")
    mentor_user_id = fields.Many2one(
        related="mentor_id.user_id",
        string="Mentor (User)",
        store=True,
        index="btree_not_null",
    )
    # general part
    told_organisation = fields.Boolean("Our organisation and its mission")
    told_goal = fields.Boolean("What an internship is for, and what is expected")
    told_regulations = fields.Boolean("The internship regulations")
    told_hiring = fields.Boolean("No promise of a job: how staff is hired")
    hiring_service = fields.Char(related="company_id.internship_hiring_service")
    general_note = fields.Text(
        string="General Part",
        help="Education, expectations, practical matters, questions of the candidate.",
    )
    # department and project
    department_note = fields.Text(
        string="Department and Project",
        help="How the candidate reacts to the department, its tasks and the project.",
    )
    test_given = fields.Char(
        string="Short Test",
        help="Something small that the department really does, such as proofreading a "
        "press release.",
    )
    test_result = fields.Text(string="Result of the Test")
    # appraisal
    motivation = fields.Text(help="Why this internship, why here?")
    match_assignment = fields.Text(
        string="Intern and Assignment", help="Does the project fit what the intern can?"
    )
    match_mentor = fields.Text(
        string="Intern and Mentor", help="Will they work well together?"
    )
    match_department = fields.Text(
        string="Mentor and Assignment",
        help="Can the mentor guide this project in this period?",
    )
    motivation_score = fields.Selection(SCORES, string="Motivation: Score")
    match_assignment_score = fields.Selection(
        SCORES, string="Intern and Assignment: Score"
    )
    match_mentor_score = fields.Selection(SCORES, string="Intern and Mentor: Score")
    match_department_score = fields.Selection(
        SCORES, string="Mentor and Assignment: Score"
    )
    has_scores = fields.Boolean(related="company_id.internship_appraisal_scores")
    coordinator_advice = fields.Selection(ADVICES, string="Coordinator: Take?")
    mentor_advice = fields.Selection(ADVICES, string="Mentor: Take?")
    is_general_part_mine = fields.Boolean(compute="_compute_is_general_part_mine")
    untold = fields.Char(string="Not Told Yet", compute="_compute_untold")

    @api.depends("partner_name", "start")
    def _compute_display_name(self):
        for interview in self:
            interview.display_name = self.env._(
                "Interview: %s", interview.partner_name or ""
            )

    @api.depends_context("uid")
    def _compute_is_general_part_mine(self):
        is_coordinator = self.env.user.has_group("stage_management.group_coordinator")
        self.is_general_part_mine = is_coordinator

    @api.depends("told_organisation", "told_goal", "told_regulations", "told_hiring")
    def _compute_untold(self):
        names = ("told_organisation", "told_goal", "told_regulations", "told_hiring")
        labels = {
            name: self._fields[name]._description_string(self.env) for name in names
        }
        for interview in self:
            missing = [labels[name] for name in names if not interview[name]]
            interview.untold = "; ".join(missing)

    @api.model
    def _transition_table(self):
        return INTERVIEW_TRANSITIONS

    def _transition_roles(self):
        roles = super()._transition_roles()
        if self.mentor_user_id == self.env.user:
            roles = roles | {"mentor"}
        return roles

    def _get_guards(self, target):
        guards = super()._get_guards(target)
        if target == "held":
            for interview in self.filtered("start"):
                if interview.start > fields.Datetime.now():
                    guards[interview.id].append(
                        Guard(
                            self.env._(
                                "The interview has not begun: it is planned on "
                                "%(moment)s.",
                                moment=interview._format_moment(),
                            )
                        )
                    )
        return guards

    def write(self, vals):
        self._check_own_part(vals)
        return super().write(vals)

    def _check_own_part(self, vals):
        """Mentors fill in their part of the sheet, not the coordinator's."""
        if self.env.su or not self or self[0].is_general_part_mine:
            return
        foreign = set(vals) - MENTOR_FIELDS
        if foreign:
            labels = [
                self._fields[name]._description_string(self.env)
                for name in sorted(foreign)
                if name in self._fields
            ]
            raise AccessError(
                self.env._(
                    "The coordinator fills in this part of the sheet: %(fields)s.",
                    fields=", ".join(labels),
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        for interview in self:
            if interview.state == "held":
                raise UserError(
                    self.env._(
                        "The interview of %(name)s was held and stays on record.",
                        name=interview.partner_name,
                    )
                )

    def action_held(self):
        """The interview is over."""
        return self._transition("held")

    def action_not_held(self):
        """Take back that the interview was held."""
        return self._transition("planned")
