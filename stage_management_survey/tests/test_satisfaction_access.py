# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who reads what was answered: coordinators of the company, nobody else."""

from odoo.exceptions import AccessError, UserError

from ..hooks import uninstall_hook
from .common import SatisfactionCommon

ANSWER_MODELS = ("survey.user_input", "survey.user_input.line")


class TestSatisfactionAccess(SatisfactionCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls._create_user("s_officer", "survey.group_survey_user")
        cls.manager = cls._create_user("s_manager", "survey.group_survey_manager")
        cls.internship._transition("evaluation")

    def setUp(self):
        super().setUp()
        self._answer(self._answers(purpose="satisfaction_intern"), [8] * 6)
        self.env.invalidate_all()

    def _visible(self, user, model):
        self.env.invalidate_all()
        answers = self._answers()
        if model == "survey.user_input.line":
            answers = answers.user_input_line_ids
        return self.env[model].with_user(user).search([("id", "in", answers.ids)])

    def test_coordinator_reads_all(self):
        self.assertEqual(len(self._visible(self.coordinator, "survey.user_input")), 2)
        self.assertTrue(self._visible(self.coordinator, "survey.user_input.line"))

    def test_coordinator_changes_nothing(self):
        answer = self._answers()[0].with_user(self.coordinator)
        for attempt in (lambda: answer.write({"email": "x"}), answer.unlink):
            with self.assertRaises(AccessError):
                attempt()

    def test_coordinator_of_another_company_reads_none(self):
        company = self.env["res.company"].create({"name": "Other"})
        other = self._create_user(
            "s_other",
            "stage_management.group_coordinator",
            company_id=company.id,
            company_ids=[(6, 0, company.ids)],
        )
        for model in ANSWER_MODELS:
            self.assertFalse(self._visible(other, model))

    def test_survey_staff_reads_none(self):
        for user in (self.officer, self.manager):
            for model in ANSWER_MODELS:
                self.assertFalse(self._visible(user, model))

    def test_survey_staff_reads_none_after_uninstallation(self):
        self._uninstall()
        self.assertTrue(self._answers())
        for user in (self.officer, self.manager):
            for model in ANSWER_MODELS:
                self.assertFalse(self._visible(user, model))

    def test_survey_staff_may_not_open_answers_after_uninstallation(self):
        self._uninstall()
        # As survey officers can, once nothing of this add-on stops them.
        self.env.cr.execute("UPDATE survey_survey SET survey_type = 'custom'")
        for user in (self.officer, self.manager):
            for model in ANSWER_MODELS:
                self.assertFalse(self._visible(user, model))

    def _uninstall(self):
        """What happens to the answers when the add-on leaves."""
        uninstall_hook(self.env)
        self.env["ir.model.fields.selection"].search(
            [
                ("field_id.model", "=", "survey.survey"),
                ("field_id.name", "=", "survey_type"),
                ("value", "=", "internship"),
            ]
        )._process_ondelete()
        self.env.flush_all()

    def test_uninstallation_closes_answered_surveys_only(self):
        answered = self._answers().survey_id
        unused = answered[0].copy({"title": "Unused"})
        uninstall_hook(self.env)
        self.assertFalse(any(answered.mapped("active")))
        self.assertFalse(answered.get_external_id()[answered[0].id])
        self.assertTrue(unused.active)

    def test_survey_staff_may_not_open_answers_by_changing_the_type(self):
        survey = self._answers().survey_id[0]
        for user in (self.officer, self.manager):
            with self.assertRaisesRegex(UserError, "stays what it is"):
                survey.with_user(user).write({"survey_type": "custom"})

    def test_survey_staff_may_not_choose_what_is_sent(self):
        with self.assertRaises(AccessError):
            self.env["survey.survey"].with_user(self.officer).create(
                {
                    "title": "Mine",
                    "survey_type": "internship",
                    "internship_tool": "satisfaction_intern",
                }
            )

    def test_others_read_none(self):
        administrator = self._create_user(
            "s_admin", "stage_management.group_administrator"
        )
        for user in (self.mentor_user, self.intern_user, administrator):
            for model in ANSWER_MODELS:
                with self.assertRaises(AccessError):
                    self._visible(user, model)

    def test_figures_are_for_coordinators(self):
        with self.assertRaises(AccessError):
            self.internship.with_user(self.mentor_user).read(
                ["satisfaction_intern_score"]
            )

    def test_form_shows_figures_to_coordinators_only(self):
        for user, shown in ((self.mentor_user, False), (self.coordinator, True)):
            internships = self.env["hr.internship"].with_user(user)
            views = internships.get_views([(False, "form")])["views"]
            self.assertEqual(
                "satisfaction_intern_score" in views["form"]["arch"], shown
            )

    def test_coordinator_sees_no_other_survey(self):
        other = self.env["survey.survey"].create({"title": "About lunch"})
        surveys = self.env["survey.survey"].with_user(self.coordinator).search([])
        self.assertNotIn(other, surveys)
        self.assertIn(
            self.env.ref("stage_management_survey.survey_satisfaction_intern"), surveys
        )
