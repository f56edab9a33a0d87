# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Surveys that serve internships."""

from odoo import api, fields, models
from odoo.exceptions import UserError

# What a survey is for.
INTERNSHIP_TOOLS = [
    ("satisfaction_intern", "Satisfaction of the intern"),
    ("satisfaction_mentor", "Satisfaction of the mentor"),
]


class SurveySurvey(models.Model):
    """Surveys of the type *internship* are answered by invitation only.

    No rule of the survey app opens their answers, only those of this add-on do. The
    type stays with them when the add-on leaves: any other would open them.
    """

    _inherit = "survey.survey"

    survey_type = fields.Selection(
        selection_add=[("internship", "Internship")],
        ondelete={"internship": lambda surveys: None},
    )
    internship_tool = fields.Selection(
        INTERNSHIP_TOOLS,
        string="Used For",
        index="btree_not_null",
        copy=False,
        groups="stage_management.group_coordinator,"
        "stage_management.group_administrator,base.group_system",
        help="When several open surveys are used for the same, the newest is sent.",
    )

    @api.depends("survey_type")
    @api.depends_context("uid")
    def _compute_allowed_survey_types(self):  # pylint: disable=missing-return
        super()._compute_allowed_survey_types()
        for survey in self:
            if survey.survey_type == "internship" or self.env.user.has_group(
                "stage_management.group_coordinator"
            ):
                survey.allowed_survey_types = [
                    *(survey.allowed_survey_types or []),
                    "internship",
                ]

    def write(self, vals):
        if vals.get("survey_type", "internship") != "internship":
            self._check_may_leave_internships()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_answered(self):
        self._check_may_leave_internships()

    def _check_may_leave_internships(self):
        """Refuse what would open or delete answers of interns and mentors."""
        # sudo: those who may not read the answers must not lose them either; only
        # the survey's own title is told.
        answered = (
            self.env["survey.user_input"]
            .sudo()
            ._read_group(
                [("survey_id", "in", self.ids), ("internship_id", "!=", False)],
                ["survey_id"],
            )
        )
        for (survey,) in answered:
            raise UserError(
                self.env._(
                    "“%(title)s” was answered for internships and stays what it is. "
                    "Close it, and continue with a copy.",
                    title=survey.title,
                )
            )

    def get_formview_id(self, access_uid=None):
        user = self.env["res.users"].browse(access_uid) if access_uid else self.env.user
        if self.survey_type == "internship" and not user.has_group(
            "survey.group_survey_user"
        ):
            return self.env.ref("stage_management_survey.survey_survey_view_form").id
        return super().get_formview_id(access_uid=access_uid)

    def _check_answer_creation(
        self,
        user,
        partner,
        email,
        test_entry=False,
        check_attempts=True,
        invite_token=False,
    ):
        if self.survey_type == "internship" and check_attempts and not test_entry:
            raise UserError(self.env._("This survey is answered by invitation only."))
        return super()._check_answer_creation(
            user,
            partner,
            email,
            test_entry=test_entry,
            check_attempts=check_attempts,
            invite_token=invite_token,
        )

    @api.model
    def _get_for_internships(self, tool):
        """The open survey that is used for ``tool``, the newest when several are."""
        return self.search(
            [("survey_type", "=", "internship"), ("internship_tool", "=", tool)],
            order="id desc",
            limit=1,
        )

    def _create_internship_answers(self, vals_list):
        """Create one answer for each of ``vals_list``, in one go.

        Does for many what ``_create_answer`` does for one: the person is always
        known by ``partner_id``, so that the link works logged in and not. Each answer
        has its own invitation: a mentor's second intern is a second answer.
        """
        self.ensure_one()
        UserInput = self.env["survey.user_input"]
        shared = {"survey_id": self.id, "test_entry": False}
        if self.questions_selection == "all":
            questions = self._prepare_user_input_predefined_questions()
            shared["predefined_question_ids"] = [(6, 0, questions.ids)]
        return UserInput.create(
            [
                {**shared, "invite_token": UserInput._generate_invite_token(), **vals}
                for vals in vals_list
            ]
        )
