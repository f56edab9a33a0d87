# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Figures, against examples that were computed by hand."""

from odoo.fields import Domain

from .common import SatisfactionCommon


class TestSatisfactionFigures(SatisfactionCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship._transition("evaluation")

    def test_average_leaves_out_what_was_skipped(self):
        # (8 + 6 + 0 + 9) / 4 = 5.75: the two that were left out are no zeros,
        # the zero that was given is.
        self._answer(
            self._answers(purpose="satisfaction_intern"), [8, None, 6, 0, None, 9]
        )
        self._answer(self._answers(purpose="satisfaction_mentor"), [10, 9, 8, 7, 6, 5])
        self.assertAlmostEqual(self.internship.satisfaction_intern_score, 5.75)
        self.assertEqual(self.internship.satisfaction_intern_count, 4)
        self.assertAlmostEqual(self.internship.satisfaction_mentor_score, 7.5)
        self.assertEqual(self.internship.satisfaction_progress, "2 / 2")

    def test_answer_has_the_same_average(self):
        answer = self._answers(purpose="satisfaction_intern")
        self._answer(answer, [8, None, 6, 0, None, 9])
        self.assertAlmostEqual(answer.internship_score, 5.75)
        self.assertEqual(answer.internship_score_count, 4)

    def test_choices_and_matrix_do_not_count(self):
        answer = self._answers(purpose="satisfaction_intern")
        questions = answer.survey_id.question_ids
        choice = questions.filtered(lambda q: q.question_type == "simple_choice")[0]
        matrix = questions.filtered(lambda q: q.question_type == "matrix")[0]
        answer._save_lines(choice, choice.suggested_answer_ids[0].id)
        answer._save_lines(
            matrix,
            {matrix.matrix_row_ids[0].id: [matrix.suggested_answer_ids[0].id]},
        )
        self._answer(answer, [4, 6])
        self.assertAlmostEqual(self.internship.satisfaction_intern_score, 5.0)

    def test_unfinished_answer_does_not_count(self):
        answer = self._answers(purpose="satisfaction_intern")
        question = answer.survey_id.question_ids.filtered(
            lambda q: q.question_type == "scale"
        )[0]
        answer._save_lines(question, "3")
        self.assertFalse(self.internship.satisfaction_intern_count)
        self.assertEqual(self.internship.satisfaction_progress, "0 / 2")

    def test_report_averages_marks(self):
        self._answer(self._answers(purpose="satisfaction_intern"), [8, 6, 7])
        self._answer(self._answers(purpose="satisfaction_mentor"), [2])
        Line = self.env["survey.user_input.line"].with_user(self.coordinator)
        groups = Line.formatted_read_group(
            Line._get_figure_domain()
            & Domain("internship_id", "=", self.internship.id),
            ["internship_school_id", "internship_purpose"],
            ["value_scale:avg"],
        )
        by_purpose = {g["internship_purpose"]: g["value_scale:avg"] for g in groups}
        self.assertEqual(
            by_purpose, {"satisfaction_intern": 7.0, "satisfaction_mentor": 2.0}
        )
        self.assertEqual(groups[0]["internship_school_id"][0], self.school.id)

    def test_marks_are_averaged_not_summed(self):
        description = self.env["survey.user_input.line"].fields_get(["value_scale"])
        self.assertEqual(description["value_scale"]["aggregator"], "avg")
