# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A sealed file in the eyes of three other programs."""

import io
import os
import subprocess
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from odoo.tests import BaseCase, tagged

from ...tools import pdf_seal
from ...tools.pdf_evidence import append_pages
from .common import sample_pdf
from .seal_certificates import NAME, make_p12, root, seal_folder


def run_on(data, *command):
    """Run a program on a file; return its code and what it says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(data)
        done = subprocess.run(
            [*command, str(path)], capture_output=True, text=True, check=False
        )
    return done.returncode, done.stdout + done.stderr


@tagged("post_install", "-at_install")
class TestPdfSeal(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.signed = append_pages(sample_pdf(), sample_pdf("Evidence"), "AAAA")
        cls.sealed = pdf_seal.seal(cls.signed, make_p12(), b"secret")
        changed = bytearray(cls.sealed)
        changed[cls.signed.index(b"endstream") - 5] ^= 1
        cls.changed = bytes(changed)

    def _status(self, data):
        roots = list(load_certs_from_pemder_data(root()))
        signature = PdfFileReader(io.BytesIO(data)).embedded_signatures[0]
        return validate_pdf_signature(
            signature, ValidationContext(trust_roots=roots, allow_fetching=False)
        )

    def test_pyhanko_trusts_it_by_its_authority(self):
        status = self._status(self.sealed)
        self.assertTrue(status.bottom_line)
        self.assertEqual(status.coverage.name, "ENTIRE_FILE")
        self.assertEqual(status.signing_cert.subject.native["common_name"], NAME)

    def test_pyhanko_refuses_one_changed_byte(self):
        self.assertFalse(self._status(self.changed).intact)

    def test_pdfsig_validates_it_and_refuses_one_changed_byte(self):
        code, text = run_on(self.sealed, "pdfsig")
        self.assertEqual(code, 0, text)
        self.assertIn("Signature is Valid", text)
        self.assertIn("Total document signed", text)
        self.assertIn("ETSI.CAdES.detached", text)
        self.assertIn(NAME, text)
        _code, text = run_on(self.changed, "pdfsig")
        self.assertNotIn("Signature is Valid", text)
        self.assertIn("Digest Mismatch", text)

    def test_qpdf_finds_no_error(self):
        code, text = run_on(self.sealed, "qpdf", "--check")
        self.assertEqual(code, 0, text)
        self.assertIn("No syntax or stream encoding errors", text)

    def test_it_keeps_what_it_held(self):
        self.assertTrue(self.sealed.startswith(self.signed))
        self.assertTrue(self.sealed.startswith(sample_pdf()))

    def test_without_a_folder_the_file_stays_as_it_is(self):
        with patch.dict(os.environ):
            os.environ.pop("STAGE_SEAL_DIR", None)
            self.assertFalse(pdf_seal.has_certificate(1))
            self.assertEqual(pdf_seal.read_certificate(1).state, pdf_seal.NONE)
            self.assertEqual(pdf_seal.seal_for_company(self.signed, 1), self.signed)

    def test_the_folder_names_the_certificate_of_each_company(self):
        with seal_folder(7):
            sealed = pdf_seal.seal_for_company(self.signed, 7)
            self.assertTrue(self._status(sealed).bottom_line)
            self.assertEqual(pdf_seal.seal_for_company(self.signed, 8), self.signed)

    def test_what_can_not_be_used_is_said(self):
        for p12, passphrase, reason in (
            (make_p12(), b"wrong", pdf_seal.UNREADABLE),
            (make_p12(), None, pdf_seal.UNREADABLE),
            (b"no certificate", b"", pdf_seal.UNREADABLE),
            (make_p12(-30, -1), b"secret", pdf_seal.EXPIRED),
            (make_p12(1, 30), b"secret", pdf_seal.NOT_YET),
        ):
            with self.assertRaises(pdf_seal.PdfSealError) as caught:
                pdf_seal.seal(self.signed, p12, passphrase)
            self.assertEqual(caught.exception.reason, reason)

    def test_the_end_is_told_thirty_days_before(self):
        now = datetime.now(UTC)
        for days, state in ((271, pdf_seal.ENDING), (269, pdf_seal.VALID)):
            certificate = pdf_seal.describe(
                make_p12(), b"secret", now + timedelta(days=days)
            )
            self.assertEqual(certificate.state, state)
            self.assertEqual(certificate.subject, NAME)

    def test_a_missing_passphrase_file_is_said(self):
        with seal_folder(7) as folder:
            (folder / "7.pass").unlink()
            self.assertEqual(pdf_seal.read_certificate(7).state, pdf_seal.UNREADABLE)
