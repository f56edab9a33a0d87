# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
from unittest.mock import patch

from pypdf import PdfReader

from odoo.tests import RecordCapturer
from odoo.tools import mute_logger

from ...models.common import ir_actions_report
from ...models.signing import (
    hr_internship_signature_request_evidence as evidence,
)
from ...tools import pdf_engine
from ...tools.pdf_document import PdfDocumentError
from .common import PNG, SigningCase, sample_pdf


class TestEvidence(SigningCase):
    def _text(self, request):
        reader = PdfReader(io.BytesIO(request._get_signed_file()))
        return " ".join(reader.pages[-1].extract_text().split())

    def test_the_signed_file_begins_with_the_frozen_file(self):
        request = self._completed()
        self._run_cron()
        self.assertEqual(request.evidence_state, "done")
        self.assertTrue(request._get_signed_file().startswith(sample_pdf()))
        self.assertEqual(request._get_file(), sample_pdf())

    def test_the_page_says_who_when_how_and_how_to_check(self):
        request = self._request()
        self._sign(request, self.intern, image=PNG)
        self._sign(request, self.school, self.head)
        self._run_cron()
        text = self._text(request)
        for fragment in (
            "Noor Intern",
            "Hilde Head",
            "Portal, drawn",
            f"{request.signature_ids[0].signed_on} UTC",
            request.verification_code,
            f"first {request.size} bytes",
            request.head_hash[:16],
            request.signature_ids[0].hash[:16],
        ):
            self.assertIn(fragment, text)

    def test_everybody_gets_the_file_and_the_head_hash(self):
        request = self._completed()
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._run_cron()
        self.assertEqual(mails.records.recipient_ids, request.signatory_ids.partner_id)
        for mail in mails.records:
            self.assertIn(request.head_hash, mail.body_html)
            self.assertEqual(mail.attachment_ids.raw, request._get_signed_file())

    def test_the_cron_tells_nobody_twice(self):
        self._completed()
        self._run_cron()
        with RecordCapturer(self.env["mail.mail"]) as mails:
            self._run_cron()
        self.assertFalse(mails.records)

    @mute_logger(ir_actions_report.__name__, evidence.__name__)
    def test_a_failing_engine_loses_nothing_and_the_cron_repairs(self):
        request = self._completed()
        failing = patch.object(
            pdf_engine.Engine, "render", side_effect=PdfDocumentError("no Pango")
        )
        with failing:
            self._run_cron()
        self.assertEqual(request.state, "completed")
        self.assertEqual(request.evidence_state, "failed")
        self.assertIn("no Pango", request.evidence_error)
        self.assertAuthentic(request)
        self._run_cron()
        self.assertEqual(request.evidence_state, "done")
        self.assertTrue(request.is_notified)

    @mute_logger(evidence.__name__)
    def test_a_file_that_can_not_be_extended_is_kept_and_said(self):
        broken = base64.b64encode(sample_pdf()[:900])
        request = self._completed(datas=broken)
        self._run_cron()
        self.assertEqual(request.evidence_state, "failed")
        self.assertEqual(request.signature_count, 3)

    @mute_logger(ir_actions_report.__name__, evidence.__name__)
    def test_one_bad_request_does_not_stop_the_others(self):
        bad, good = self._completed(), self._completed()
        original = type(bad)._make_evidence

        def _make_evidence(request):
            if request == bad:
                raise ValueError("bad")
            return original(request)

        with patch.object(type(bad), "_make_evidence", _make_evidence):
            self._run_cron()
        self.assertEqual(bad.evidence_state, "failed")
        self.assertEqual(good.evidence_state, "done")

    def test_the_button_makes_it_at_once(self):
        request = self._completed()
        request.with_user(self.coordinator).action_retry_evidence()
        self.assertEqual(request.evidence_state, "done")

    def test_a_page_is_in_the_language_of_the_document(self):
        self.env["res.lang"]._activate_lang("fr_FR")
        view = self.env.ref("stage_management.signature_evidence")
        view.with_context(lang="fr_FR").update_field_translations(
            "arch_db", {"fr_FR": {"Who signed": "Qui a signé"}}
        )
        request = self._completed(lang="fr_FR")
        self._run_cron()
        self.assertIn("Qui a signé", self._text(request))
