# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A throw-away authority and the seal certificates that it gives out."""

import functools
import os
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

NAME = "Throw-away Service"
USAGE = (
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


def _name(text):
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


def _key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(subject, key, issuer, issuer_key, days, usage):
    """A certificate from and until so many days from now."""
    now = datetime.now(UTC)
    authority = "key_cert_sign" in usage
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), True)
        .add_extension(
            x509.KeyUsage(**{name: name in usage for name in USAGE}), critical=True
        )
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            False,
        )
        .sign(issuer_key, hashes.SHA256())
    )


@functools.cache
def authority():
    """Return ``(key, certificate)`` of an authority that nobody knows."""
    key = _key()
    days, usage = (-400, 400), ("key_cert_sign", "crl_sign")
    return key, _certificate("Throw-away CA", key, "Throw-away CA", key, days, usage)


def root():
    """Return the certificate of the authority as DER."""
    return authority()[1].public_bytes(serialization.Encoding.DER)


@functools.cache
def make_p12(start=-1, end=300, passphrase=b"secret"):
    """Return the PKCS#12 file of a seal certificate, valid between these days."""
    key, (root_key, root_certificate) = _key(), authority()
    usage = ("digital_signature", "content_commitment")
    certificate = _certificate(
        NAME, key, "Throw-away CA", root_key, (start, end), usage
    )
    encryption = serialization.BestAvailableEncryption(passphrase)
    return pkcs12.serialize_key_and_certificates(
        b"seal", key, certificate, [root_certificate], encryption
    )


@contextmanager
def seal_folder(company_id, p12=None, passphrase=b"secret"):
    """Configure a seal for a company for the length of the block; give the folder."""
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.dict(os.environ, STAGE_SEAL_DIR=folder),
    ):
        path = Path(folder)
        (path / f"{company_id}.p12").write_bytes(p12 or make_p12())
        (path / f"{company_id}.pass").write_bytes(passphrase + b"\n")
        yield path
