# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A seal that can not be placed never costs an act, and is placed later."""

import io

from pyhanko.pdf_utils.reader import PdfFileReader
from pypdf import PdfReader

from odoo.tests import tagged
from odoo.tools import mute_logger

from ...models.signing import (
    hr_internship_signature_request_evidence as evidence,
)
from .common import SigningCase, sample_pdf
from .seal_certificates import NAME, make_p12, seal_folder


@tagged("post_install", "-at_install")
class TestSeal(SigningCase):
    def setUp(self):
        super().setUp()
        self.request = self._completed()
        self.company = self.request.company_id

    def _signatures(self):
        data = io.BytesIO(self.request._get_signed_file())
        return PdfFileReader(data).embedded_signatures

    def _page(self):
        reader = PdfReader(io.BytesIO(self.request._get_signed_file()))
        return " ".join(reader.pages[-1].extract_text().split())

    def test_the_signed_file_carries_the_seal_and_says_so(self):
        with seal_folder(self.company.id):
            self._run_cron()
        self.assertEqual(self.request.evidence_state, "done")
        self.assertEqual(len(self._signatures()), 1)
        self.assertTrue(self.request._get_signed_file().startswith(sample_pdf()))
        self.assertIn(f"electronic seal of {NAME}", self._page())
        self.assertAuthentic(self.request)

    def test_without_a_certificate_the_page_says_so(self):
        self._run_cron()
        self.assertFalse(self._signatures())
        self.assertIn("Not sealed: no certificate is configured.", self._page())

    @mute_logger(evidence.__name__)
    def _test_repaired(self, p12, passphrase, sentence):
        with seal_folder(self.company.id, p12, passphrase):
            self._run_cron()
            self.assertEqual(self.request.state, "completed")
            self.assertEqual(self.request.evidence_state, "failed")
            self.assertIn(sentence, self.request.evidence_error)
            self.assertFalse(self.request.is_notified)
            self.assertEqual(self.request.signature_count, 3)
            self.assertAuthentic(self.request)
        with seal_folder(self.company.id):
            self._run_cron()
        self.assertEqual(self.request.evidence_state, "done")
        self.assertFalse(self.request.evidence_error)
        self.assertEqual(len(self._signatures()), 1)
        self.assertTrue(self.request.is_notified)
        self.assertEqual(self.request.signature_count, 3)

    def test_a_wrong_passphrase_is_told_and_repaired(self):
        self._test_repaired(make_p12(), b"wrong", "can not be opened")

    def test_an_expired_certificate_is_told_and_replaced(self):
        self._test_repaired(make_p12(-30, -1), b"secret", "ended on")

    def test_the_settings_say_how_the_certificate_is(self):
        settings = self.env["res.config.settings"]
        for p12, state, words in (
            (make_p12(), "valid", f"sealed as {NAME}, until"),
            (make_p12(-30, 20), "ending", "order a new one now"),
            (make_p12(-30, -1), "expired", "ended on"),
            (make_p12(1, 30), "not_yet", "valid from"),
            (b"nothing", "unreadable", "check the file and its passphrase"),
        ):
            with seal_folder(self.company.id, p12):
                self.env.invalidate_all()
                line = settings.create({"company_id": self.company.id})
                self.assertEqual(line.internship_seal_state, state)
                self.assertIn(words, line.internship_seal_text)
        self.env.invalidate_all()
        line = settings.create({"company_id": self.company.id})
        self.assertIn("not sealed", line.internship_seal_text)
