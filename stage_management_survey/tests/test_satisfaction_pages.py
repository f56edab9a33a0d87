# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The link, opened by the right person, by another, and by nobody in particular."""

from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import SatisfactionCommon


@tagged("post_install", "-at_install")
class TestSatisfactionPages(SatisfactionCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.internship._transition("evaluation")

    def setUp(self):
        super().setUp()
        self.answer = self._answers(purpose="satisfaction_intern")
        self.url = self.answer._get_answer_path()

    def _open(self, login=None):
        self.authenticate(login, login)
        return self.url_open(self.url)

    def test_intern_opens_the_own_link(self):
        response = self._open("s_intern")
        self.assertEqual(response.status_code, 200)
        self.assertIn('value="start"', response.text)

    def test_link_works_without_logging_in(self):
        self.assertIn('value="start"', self._open().text)

    def test_mentor_reads_the_own_language(self):
        self.url = self._answers(purpose="satisfaction_mentor")._get_answer_path()
        self.assertIn("/nl", self._open("s_mentor").url)

    def test_somebody_else_may_only_log_out(self):
        response = self._open("s_mentor")
        self.assertEqual(response.status_code, 200)
        self.assertIn("/web/session/logout?redirect=", response.text)
        self.assertNotIn('value="start"', response.text)

    def test_wrong_link_tells_nothing(self):
        self.url = self.url[:-4] + "0000"
        response = self._open()
        self.assertIn("This link is not yours", response.text)
        self.assertNotIn(self.intern_user.name, response.text)

    def test_expired_link_says_so(self):
        self.answer.deadline = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        self.assertIn("closed", self._open().text)

    def test_closed_survey_says_so(self):
        self.answer.survey_id.active = False
        self.assertIn("closed", self._open().text)

    def test_second_try_makes_no_second_answer(self):
        self._answer(self.answer, [8] * 6)
        self.url = (
            f"/survey/retry/{self.answer.survey_id.access_token}"
            f"/{self.answer.access_token}"
        )
        before = self.answer.survey_id.user_input_ids
        self._open("s_intern")
        self.assertEqual(self.answer.survey_id.user_input_ids, before)
