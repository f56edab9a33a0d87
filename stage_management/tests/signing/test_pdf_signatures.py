# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo.tests import BaseCase, tagged
from odoo.tools import mute_logger

from ...tools.pdf_signatures import (
    BROKEN,
    CHANGED,
    NOT_SIGNED,
    OTHER_FILE,
    read_signed_file,
)
from .certificates import NATIONAL_NUMBER, repaint, sign_elsewhere
from .common import sample_pdf

PYHANKO = "pyhanko.sign.diff_analysis.policies"


@tagged("post_install", "-at_install")
class TestPdfSignatures(BaseCase):
    def setUp(self):
        super().setUp()
        self.frozen = sample_pdf()
        self.signed = sign_elsewhere(self.frozen, "Dirk Vanhoorne")

    def _problem(self, data):
        return read_signed_file(data, self.frozen).problem

    def test_name_issuer_and_time_are_read(self):
        found = read_signed_file(self.signed, self.frozen)
        self.assertEqual(found.problem, "")
        (signature,) = found.signatures
        self.assertEqual(signature.name, "Dirk Vanhoorne (Signature)")
        self.assertEqual(signature.issuer, "Citizen CA")
        self.assertRegex(signature.time, r"^20\d\d-\d\d-\d\dT")
        self.assertTrue(signature.is_intact and signature.is_valid)
        self.assertTrue(signature.is_whole)

    def test_national_number_is_neither_told_nor_logged(self):
        with self.assertLogs(level=logging.DEBUG) as logs:
            logging.getLogger("test").debug("something")
            found = read_signed_file(self.signed, self.frozen)
        self.assertNotIn(NATIONAL_NUMBER, f"{found} {logs.output}")

    def test_two_people_sign_one_after_the_other(self):
        both = sign_elsewhere(self.signed, "Noor Vermaelen", "Signature2")
        found = read_signed_file(both, self.frozen)
        self.assertEqual(found.problem, "")
        self.assertEqual([s.is_whole for s in found.signatures], [False, True])

    def test_another_document_is_refused(self):
        other = sign_elsewhere(sample_pdf("Other"), "Dirk Vanhoorne")
        self.assertEqual(self._problem(other), OTHER_FILE)
        self.assertEqual(self._problem(b" " + self.signed), OTHER_FILE)

    def test_file_without_signature_is_refused(self):
        for data in (self.frozen, repaint(self.frozen)):
            self.assertEqual(self._problem(data), NOT_SIGNED)

    def test_page_that_was_replaced_before_signing_is_refused(self):
        shadow = sign_elsewhere(repaint(self.frozen), "Dirk Vanhoorne")
        self.assertTrue(shadow.startswith(self.frozen))
        self.assertEqual(self._problem(shadow), CHANGED)

    @mute_logger(PYHANKO)
    def test_page_that_was_replaced_after_signing_is_refused(self):
        self.assertEqual(self._problem(repaint(self.signed)), CHANGED)

    def test_what_was_added_behind_the_signature_is_refused(self):
        self.assertEqual(self._problem(self.signed + b"\n%more"), CHANGED)

    def test_one_changed_byte_breaks_the_signature(self):
        data = bytearray(self.signed)
        data[data.index(b"Adobe.PPKLite", len(self.frozen))] ^= 1
        self.assertEqual(self._problem(bytes(data)), BROKEN)

    def test_cut_and_odd_files_are_refused(self):
        half = (len(self.frozen) + len(self.signed)) // 2
        for tail in (b"", b"\0" * 500, b"%%EOF" * 50, self.signed[half:]):
            self.assertTrue(self._problem(self.frozen + tail))
        self.assertTrue(self._problem(self.signed[:half]))
        self.assertTrue(self._problem(b""))
