# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""PAdES seal of the organisation behind a signed file, when it has a certificate.

Plain Python. ``STAGE_SEAL_DIR`` names a folder with ``<company id>.p12`` and
``<company id>.pass``; without it files stay as they are.
"""

import io
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.status import SignatureCoverageLevel

FIELD = "OrganisationSeal"
WARN_DAYS = 30

NONE = "none"
VALID = "valid"
ENDING = "ending"
EXPIRED = "expired"
NOT_YET = "not_yet"
UNREADABLE = "unreadable"
USABLE = (VALID, ENDING)


class PdfSealError(Exception):
    """The certificate can not be used; ``reason`` is one of the states above."""

    def __init__(self, reason, detail=""):
        self.reason = reason
        super().__init__(f"The certificate is {reason}: {detail}")


@dataclass(frozen=True)
class SealCertificate:
    """What is known of the certificate of a company; days are dates in UTC."""

    state: str
    subject: str = ""
    valid_from: object = None
    valid_until: object = None
    detail: str = ""

    @property
    def is_usable(self):
        return self.state in USABLE


def has_certificate(company_id):
    return _certificate_path(company_id) is not None


def read_certificate(company_id, now=None):
    """Return the :class:`SealCertificate` of a company; never raises."""
    path = _certificate_path(company_id)
    if path is None:
        return SealCertificate(NONE)
    try:
        return describe(path.read_bytes(), _passphrase(path), now)
    except OSError as error:
        return SealCertificate(UNREADABLE, detail=str(error.strerror))


def describe(p12, passphrase=None, now=None):
    """Return the :class:`SealCertificate` in the bytes of a PKCS#12 file."""
    try:
        bundle = pkcs12.load_pkcs12(p12, passphrase)
    except ValueError as error:  # also for a wrong passphrase
        return SealCertificate(UNREADABLE, detail=str(error))
    if bundle.key is None or bundle.cert is None:
        return SealCertificate(UNREADABLE, detail="no key or no certificate")
    certificate = bundle.cert.certificate
    start, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return SealCertificate(
        _state(start, end, now or datetime.now(UTC)),
        _subject(certificate),
        start.date(),
        end.date(),
    )


def seal_for_company(data, company_id):
    """Return the file sealed with the company's certificate, or as it is.

    :raises PdfSealError: there is a certificate, but it can not be used
    """
    path = _certificate_path(company_id)
    if path is None:
        return data
    try:
        return seal(data, path.read_bytes(), _passphrase(path))
    except OSError as error:
        raise PdfSealError(UNREADABLE, error.strerror) from error


def seal(data, p12, passphrase=None, now=None):
    """Return ``data`` with a PAdES signature as one more incremental update.

    :param p12: bytes of a PKCS#12 file with key and certificate
    :raises PdfSealError: wrong passphrase, no key, unreadable file, out of date
    """
    certificate = describe(p12, passphrase, now)
    if not certificate.is_usable:
        raise PdfSealError(certificate.state, certificate.detail)
    signer = signers.SimpleSigner.load_pkcs12_data(p12, [], passphrase)
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        name=certificate.subject,
    )
    target = io.BytesIO()
    signers.sign_pdf(writer, metadata, signer, output=target)
    return target.getvalue()


def is_intact(data):
    """Return whether a file carries our seal over all that it holds.

    For files that are kept here. Who gave the certificate out is not asked: that is
    for the program that somebody reads the file with.
    """
    try:
        seals = PdfFileReader(io.BytesIO(data), strict=False).embedded_signatures
        found = next(seal for seal in seals if seal.field_name == FIELD)
        found.compute_integrity_info()
        intact, valid = validate_sig_integrity(
            found.signer_info,
            found.signer_cert,
            expected_content_type="data",
            actual_digest=found.compute_digest(),
        )
    except Exception:  # the parser raises what it likes on a damaged file
        return False
    is_whole = found.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return intact and valid and is_whole


def _state(start, end, now):
    if now > end:
        return EXPIRED
    if now < start:
        return NOT_YET
    return ENDING if now > end - timedelta(days=WARN_DAYS) else VALID


def _subject(certificate):
    names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _certificate_path(company_id):
    folder = os.environ.get("STAGE_SEAL_DIR")
    path = Path(folder) / f"{company_id}.p12" if folder else None
    return path if path and path.is_file() else None


def _passphrase(path):
    secret = path.with_suffix(".pass")
    return secret.read_bytes().strip() if secret.is_file() else None
