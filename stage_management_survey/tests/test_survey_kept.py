# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What was answered is not lost by tidying up."""

from odoo.exceptions import UserError

from .common import SatisfactionCommon


class TestSurveyKept(SatisfactionCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship._transition("evaluation")
        cls.survey = cls.env.ref("stage_management_survey.survey_satisfaction_intern")

    def test_asked_survey_is_not_deleted(self):
        with self.assertRaisesRegex(UserError, "continue with a copy"):
            self.survey.unlink()

    def test_answered_question_is_not_deleted(self):
        self._answer(self._answers(purpose="satisfaction_intern"), [8])
        question = self._answers().user_input_line_ids.question_id
        with self.assertRaisesRegex(UserError, "continue with a copy"):
            question.unlink()

    def test_chosen_answer_is_not_deleted(self):
        answer = self._answers(purpose="satisfaction_intern")
        choice = self.env.ref(
            "stage_management_survey.survey_satisfaction_intern_level_easy"
        )
        answer._save_lines(choice.question_id, choice.id)
        with self.assertRaisesRegex(UserError, "continue with a copy"):
            choice.unlink()

    def test_unused_survey_may_go(self):
        copy = self.survey.copy()
        copy.survey_type = "custom"
        copy.unlink()
        self.assertFalse(copy.exists())

    def test_answers_are_by_invitation_only(self):
        with self.assertRaisesRegex(UserError, "by invitation"):
            self.survey._create_answer(user=self.intern_user)
