# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from odoo.tests import BaseCase, tagged

from ...tools.pdf_evidence import append_pages
from ...tools.pdf_seal import (
    PdfSealError,
    has_certificate,
    seal,
    seal_for_company,
)
from .common import sample_pdf


def throw_away_certificate(passphrase=b"secret"):
    """Return ``(p12, certificate)`` of an organisation that nobody knows."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Throw-away Service")])
    now = datetime.now(UTC)
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign"),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
                **usage,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    encryption = serialization.BestAvailableEncryption(passphrase)
    p12 = pkcs12.serialize_key_and_certificates(
        b"seal", key, certificate, None, encryption
    )
    return p12, certificate.public_bytes(serialization.Encoding.DER)


@tagged("post_install", "-at_install")
class TestPdfSeal(BaseCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.p12, cls.certificate = throw_away_certificate()
        cls.signed = append_pages(sample_pdf(), sample_pdf("Evidence"), "AAAA")

    def _status(self, data):
        roots = list(load_certs_from_pemder_data(self.certificate))
        signature = PdfFileReader(io.BytesIO(data)).embedded_signatures[0]
        return validate_pdf_signature(
            signature, ValidationContext(trust_roots=roots, allow_fetching=False)
        )

    def test_a_sealed_file_validates_and_keeps_what_it_held(self):
        sealed = seal(self.signed, self.p12, b"secret")
        self.assertTrue(sealed.startswith(self.signed))
        self.assertTrue(self._status(sealed).bottom_line)

    def test_one_changed_byte_breaks_the_seal(self):
        sealed = bytearray(seal(self.signed, self.p12, b"secret"))
        place = self.signed.index(b"endstream") - 5
        sealed[place] ^= 1
        self.assertFalse(self._status(bytes(sealed)).intact)

    def test_without_a_folder_the_file_stays_as_it_is(self):
        with patch.dict(os.environ):
            os.environ.pop("STAGE_SEAL_DIR", None)
            self.assertFalse(has_certificate(1))
            self.assertEqual(seal_for_company(self.signed, 1), self.signed)

    def test_the_folder_names_the_certificate_of_each_company(self):
        with (
            tempfile.TemporaryDirectory() as folder,
            patch.dict(os.environ, STAGE_SEAL_DIR=folder),
        ):
            (Path(folder) / "7.p12").write_bytes(self.p12)
            (Path(folder) / "7.pass").write_bytes(b"secret\n")
            self.assertTrue(self._status(seal_for_company(self.signed, 7)).bottom_line)
            self.assertEqual(seal_for_company(self.signed, 8), self.signed)

    def test_a_wrong_passphrase_is_said(self):
        with self.assertRaisesRegex(PdfSealError, "certificate"):
            seal(self.signed, self.p12, b"wrong")
