# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""PAdES seal of the organisation behind a signed file, when it has a certificate.

Plain Python. ``STAGE_SEAL_DIR`` names a folder with ``<company id>.p12`` and
``<company id>.pass``; without it files stay as they are.
"""

import io
import os
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

FIELD = "OrganisationSeal"


class PdfSealError(Exception):
    """The certificate can not be used; the text says why."""


def has_certificate(company_id):
    return _certificate_path(company_id) is not None


def seal_for_company(data, company_id):
    """Return the file sealed with the company's certificate, or as it is."""
    path = _certificate_path(company_id)
    if path is None:
        return data
    secret = path.with_suffix(".pass")
    passphrase = secret.read_bytes().strip() if secret.is_file() else None
    return seal(data, path.read_bytes(), passphrase)


def seal(data, p12, passphrase=None):
    """Return ``data`` with a PAdES signature as one more incremental update.

    :param p12: bytes of a PKCS#12 file with key and certificate
    :raises PdfSealError: wrong passphrase, no key, unreadable file
    """
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(p12, [], passphrase)
    except Exception as error:  # the parser raises what it likes
        raise PdfSealError(f"The certificate could not be read: {error}") from error
    if signer is None:
        raise PdfSealError("The certificate could not be read.")
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    target = io.BytesIO()
    signers.sign_pdf(writer, metadata, signer, output=target)
    return target.getvalue()


def _certificate_path(company_id):
    folder = os.environ.get("STAGE_SEAL_DIR")
    path = Path(folder) / f"{company_id}.p12" if folder else None
    return path if path and path.is_file() else None
