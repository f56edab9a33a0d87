# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Feedback both ways, and the ten rules."""

import io
from unittest.mock import patch

from lxml import etree
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import TODAY, FollowupCommon


@tagged("post_install", "-at_install")
class TestFeedback(FollowupCommon):
    def _feedback(self, **values):
        return self._make("feedback", **{"situation": "The meeting", **values})

    def test_the_intern_answers(self):
        feedback = self._feedback()
        feedback.with_user(self.intern_user)._reply("  I see  ")
        self.assertRecordValues(feedback, [{"reply": "I see", "replied_on": TODAY}])

    def test_an_empty_answer_is_refused(self):
        for text in ("", "  ", None):
            with self.subTest(text), self.assertRaisesRegex(UserError, "your answer"):
                self._feedback().with_user(self.intern_user)._reply(text)

    def test_nobody_else_answers(self):
        for user in (self.supervisor_user, self.mentor_user):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self._feedback().with_user(user)._reply("Not me")

    def test_the_intern_gives_feedback_too(self):
        Feedback = self.env["hr.internship.feedback"].with_user(self.intern_user)
        values = {"situation": "My questions", "direction": "to_intern"}
        feedback = Feedback._give_feedback(self.internship, values)
        self.assertEqual(feedback.direction, "from_intern")
        with self.assertRaises(AccessError):
            Feedback.create({"internship_id": self.internship.id, **values})

    def test_an_agreement_is_looked_at_again(self):
        feedback = self._feedback(agreement="Ask sooner", follow_up_on=TODAY)
        self.assertEqual(self._todos(self.mentor_user)["feedback"], TODAY)
        feedback.followed_up_on = TODAY
        self.assertNotIn("feedback", self._todos(self.mentor_user))

    def test_dates_that_do_not_fit_are_refused(self):
        for values, sentence in (
            ({"given_on": "2027-03-04"}, "lies in the future"),
            ({"follow_up_on": "2027-03-10"}, "what is agreed"),
            ({"follow_up_on": "2027-03-02", "agreement": "X"}, "after the feedback"),
        ):
            with (
                self.subTest(values=values),
                self.assertRaisesRegex(ValidationError, sentence),
            ):
                self._feedback(**values)

    def test_the_ten_rules_stand_beside_the_form(self):
        Feedback = self.env["hr.internship.feedback"].with_user(self.mentor_user)
        arch = etree.fromstring(Feedback.get_view(view_type="form")["arch"])
        self.assertEqual(len(arch.xpath("//page[@name='rules']//li")), 10)

    def test_the_sheet_is_one_page(self):
        feedback = self._feedback(
            behaviour="You asked each colleague what they thought",
            effect="Everybody joined in",
            agreement="You lead the next meeting",
            follow_up_on="2027-03-10",
        )
        report = self.env.ref("stage_management.hr_internship_feedback_report")
        with patch.object(type(report), "get_wkhtmltopdf_state", lambda s: "install"):
            content, kind = report.with_user(self.mentor_user)._render_qweb_pdf(
                report, feedback.ids
            )
        self.assertEqual(kind, "pdf")
        reader = PdfReader(io.BytesIO(content))
        self.assertEqual(len(reader.pages), 1)
        text = reader.pages[0].extract_text()
        for words in ("You lead the next meeting", "Ten rules", "listen to the end"):
            self.assertIn(words, text)

    def test_the_blank_sheet_holds_no_feedback(self):
        self._feedback(agreement="You lead the next meeting")
        records = self.env["hr.internship.feedback"].with_user(self.mentor_user)
        action = records.with_context(
            default_internship_id=self.internship.id
        ).action_print_blank()
        report = self.env["ir.actions.report"]._get_report(action["report_name"])
        html = (
            report.with_user(self.mentor_user)
            ._render_qweb_html(report, self.internship.ids)[0]
            .decode()
        )
        self.assertIn(self.intern.name, html)
        self.assertIn("without judging it", html)
        self.assertNotIn("next meeting", html)

    def test_who_sees_feedback(self):
        self.assertWhoReads(
            self._feedback(),
            mentor=True,
            backup=True,
            coordinator=True,
            intern=True,
            supervisor=False,
            manager=False,
            other_mentor=False,
        )
