# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""After each fault state and file agree, no act is lost, and the next cron repairs."""

import sys
from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.tests import RecordCapturer, tagged
from odoo.tools import mute_logger

from ...models.common import ir_actions_report
from ...models.signing import (
    hr_internship_signatory,
)
from ...models.signing import (
    hr_internship_signature_request_evidence as evidence,
)
from ...tools import pdf_engine
from .common import SigningCase

HANG = (sys.executable, "-c", "import time; time.sleep(60)")


def failing_mails(case, partners):
    """Let mails to some people fail while they are written."""
    template = type(case.env["mail.template"])
    original = template.send_mail_batch

    def send_mail_batch(self, res_ids, *args, **kwargs):
        records = self.env[self.model].browse(res_ids)
        if records.partner_id & partners:
            raise OSError("queue full")
        return original(self, res_ids, *args, **kwargs)

    return patch.object(template, "send_mail_batch", send_mail_batch)


@tagged("post_install", "-at_install")
class TestFaults(SigningCase):
    def assertConsistent(self, request, acts=3):
        """The acts are those that were made, and nothing else is claimed."""
        self.env.invalidate_all()
        self.assertEqual(request.state, "completed")
        self.assertEqual(request.signature_count, acts)
        self.assertEqual(
            request.signature_ids.mapped("sequence"), list(range(1, acts + 1))
        )
        self.assertEqual(request.evidence_state == "done", bool(request.signed_datas))
        self.assertAuthentic(request)

    def assertRepaired(self, request, told):
        """The next cron makes the page and tells those who were not told."""
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._run_cron()
        self.assertConsistent(request)
        self.assertEqual(request.evidence_state, "done")
        self.assertTrue(request.is_notified)
        self.assertEqual(mails.records.recipient_ids, told)
        self.assertEqual(len(mails.records), len(told))
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._run_cron()
        self.assertFalse(mails.records, "nobody is told twice")

    @mute_logger(ir_actions_report.__name__, evidence.__name__)
    def test_an_engine_that_hangs_at_completion_is_stopped(self):
        request = self._completed()
        with (
            patch.object(pdf_engine, "COMMAND", HANG),
            patch.object(evidence, "TIME_LIMIT", 1),
        ):
            self._run_cron()
        self.assertConsistent(request)
        self.assertEqual(request.evidence_state, "failed")
        self.assertIn("stopped after 1 seconds", request.evidence_error)
        self.assertRepaired(request, request.signatory_ids.partner_id)

    @mute_logger(ir_actions_report.__name__, evidence.__name__)
    def test_one_hanging_document_does_not_stop_the_others(self):
        first, second = self._completed(), self._completed()
        original, command = pdf_engine.Engine._start, pdf_engine.COMMAND

        def start(engine):
            hangs = engine.count == 1
            engine.timeout = 1 if hangs else 60
            with patch.object(pdf_engine, "COMMAND", HANG if hangs else command):
                original(engine)

        with patch.object(pdf_engine.Engine, "_start", start):
            self._run_cron()
        self.env.invalidate_all()
        self.assertEqual(
            sorted((first | second).mapped("evidence_state")), ["done", "failed"]
        )

    @mute_logger(hr_internship_signatory.__name__)
    def test_a_full_mail_queue_at_completion_is_tried_again(self):
        request = self._completed()
        everybody = request.signatory_ids.partner_id
        with failing_mails(self, everybody):
            self._run_cron()
        self.assertConsistent(request)
        self.assertEqual(request.evidence_state, "done")
        self.assertFalse(request.is_notified)
        self.assertRepaired(request, everybody)

    @mute_logger(hr_internship_signatory.__name__)
    def test_one_mail_that_fails_is_sent_later_and_the_others_not_again(self):
        request = self._completed()
        unlucky = self.school.partner_id
        with failing_mails(self, unlucky), RecordCapturer(self.env["mail.mail"]) as m:
            self._run_cron()
        self.assertEqual(
            m.records.recipient_ids, request.signatory_ids.partner_id - unlucky
        )
        self.assertConsistent(request)
        self.assertRepaired(request, unlucky)

    @mute_logger(hr_internship_signatory.__name__)
    def test_an_invitation_that_fails_costs_no_act_and_is_sent_later(self):
        request = self._request()
        with failing_mails(self, self.head.partner_id):
            self._sign(request, self.intern, self.school)
        self.assertEqual(request.signature_count, 2)
        signatory = self._signatory(request, self.head)
        self.assertEqual(signatory.state, "to_sign")
        self.assertFalse(signatory.invited_on)
        self._run_cron()
        self.assertTrue(signatory.invited_on)
        self._sign(request, self.head)
        self.assertConsistent(request)

    def test_a_clock_that_was_moved_back_breaks_no_chain(self):
        request = self._request()
        self._sign(request, self.intern)
        earlier = request.signature_ids.signed_on - timedelta(days=400)
        with patch.object(fields.Datetime, "now", lambda *args: earlier):
            self._sign(request, self.school)
        self._sign(request, self.head)
        self.assertConsistent(request)
        first, second, _third = request.signature_ids.sorted("sequence")
        self.assertEqual(
            second.signed_on, first.signed_on, "never before the act before"
        )
        self.assertRepaired(request, request.signatory_ids.partner_id)
