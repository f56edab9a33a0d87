# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Signed files as a card reader or an app makes them, with invented certificates."""

import functools
import io
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

NATIONAL_NUMBER = "85073000160"
USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@functools.cache
def signer(name):
    """Return a pyHanko signer with a certificate such as an identity card has."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, f"{name} (Signature)"),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, NATIONAL_NUMBER),
        ]
    )
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Citizen CA")])
    now = datetime.now(UTC)
    usage = dict.fromkeys(USAGES, False) | {"content_commitment": True}
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(key, hashes.SHA256())
    )
    p12 = pkcs12.serialize_key_and_certificates(
        b"key", key, certificate, None, serialization.BestAvailableEncryption(b"x")
    )
    return signers.SimpleSigner.load_pkcs12_data(p12, [], b"x")


def sign_elsewhere(data, name, field="Signature1"):
    """Return ``data`` with an electronic signature of ``name``."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    metadata = signers.PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    target = io.BytesIO()
    signers.sign_pdf(writer, metadata, signer(name), output=target)
    return target.getvalue()


def repaint(data):
    """Return ``data`` with an update that replaces what its first page shows."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    reference, _resources = writer.find_page_for_modification(0)
    page = reference.get_object()
    stream = generic.StreamObject(stream_data=b"BT ET")
    page[generic.pdf_name("/Contents")] = writer.add_object(stream)
    writer.mark_update(reference)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
