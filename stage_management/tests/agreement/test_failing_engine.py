# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A PDF engine that fails: one sentence, nothing half done, and a second chance."""

import sys
from unittest.mock import patch

from odoo.exceptions import UserError
from odoo.tests import RecordCapturer, tagged
from odoo.tools import mute_logger

from ...models.agreement import hr_internship_agreement_sending
from ...models.common import ir_actions_report
from ...tools import pdf_engine
from ...tools.pdf_document import PdfDocumentError
from ..common import InternshipCommon

ELSEWHERE = '<p>As agreed.</p><img src="https://elsewhere.example/logo.png"/>'


def failing_engine():
    """An engine that never makes a document."""
    error = PdfDocumentError("OSError: cannot load library 'pango'")
    return patch.object(pdf_engine.Engine, "render", side_effect=error)


@tagged("post_install", "-at_install")
class TestFailingEngine(InternshipCommon):
    def _agreement(self):
        internship = self._internship().with_user(self.coordinator)
        internship.action_prepare()
        action = internship.action_draw_up_agreement()
        agreement = self.env["hr.internship.agreement"].browse(action["res_id"])
        return agreement.with_user(self.coordinator)

    def _assert_nothing_was_sent(self, agreement):
        self.assertEqual(agreement.state, "draft")
        self.assertFalse(agreement.request_id)
        self.assertFalse(agreement.verification_code)
        # held while an agreement is signed: still free
        agreement.internship_id.subject = "Chatbots and more"

    @mute_logger(ir_actions_report.__name__)
    def test_sending_says_so_and_sends_nothing(self):
        agreement = self._agreement()
        with (
            RecordCapturer(self.env["hr.internship.signature.request"]) as requests,
            RecordCapturer(self.env["mail.mail"]) as mails,
            failing_engine(),
            self.assertRaises(UserError) as caught,
        ):
            agreement.action_send()
        self.assertSentence(
            caught.exception, "The PDF could not be made.", "administrator", "pango"
        )
        self.assertFalse(requests.records)
        self.assertFalse(mails.records)
        self._assert_nothing_was_sent(agreement)
        agreement.action_send()
        self.assertEqual(agreement.state, "to_sign")

    @mute_logger(ir_actions_report.__name__)
    def test_an_engine_that_hangs_while_sending_is_stopped(self):
        agreement = self._agreement()
        hang = (sys.executable, "-c", "import time; time.sleep(60)")
        with (
            RecordCapturer(self.env["mail.mail"]) as mails,
            patch.object(pdf_engine, "COMMAND", hang),
            patch.object(hr_internship_agreement_sending, "TIME_LIMIT", 1),
            self.assertRaises(UserError) as caught,
        ):
            agreement.action_send()
        self.assertSentence(caught.exception, "stopped after 1 seconds")
        self.assertFalse(mails.records)
        self._assert_nothing_was_sent(agreement)
        agreement.action_send()
        self.assertEqual(agreement.state, "to_sign")

    @mute_logger(ir_actions_report.__name__)
    def test_picture_from_elsewhere_is_named(self):
        agreement = self._agreement()
        agreement.body = ELSEWHERE
        with self.assertRaises(UserError) as caught:
            agreement.action_send()
        self.assertSentence(caught.exception, "https://elsewhere.example/logo.png")
        self._assert_nothing_was_sent(agreement)

    @mute_logger(ir_actions_report.__name__)
    def test_one_of_several_fails_and_none_is_sent(self):
        agreements = self._agreement() + self._agreement()
        agreements[1].body = ELSEWHERE
        with self.assertRaises(UserError):
            agreements.action_send()
        self.assertEqual(agreements.mapped("state"), ["draft", "draft"])

    @mute_logger(ir_actions_report.__name__)
    def test_a_certificate_says_so_and_is_not_issued(self):
        internship = self._internship(state="closed").with_user(self.coordinator)
        with failing_engine(), self.assertRaises(UserError) as caught:
            internship.action_issue_certificate()
        self.assertSentence(caught.exception, "The PDF could not be made.")
        self.env.invalidate_all()
        internship.action_issue_certificate()
        self.assertEqual(internship.certificate_ids.state, "issued")
