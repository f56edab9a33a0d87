# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Electronic signatures (eID, itsme…) that somebody else put into a PDF.

Plain Python. Files come from outside: nothing is fetched from the internet, and
whatever a damaged or hostile file makes the parser raise becomes one of the
constants below. Without roots of trust nobody is *identified* by a signature: the
name is what the certificate says.
"""

import io
from dataclasses import dataclass
from datetime import UTC

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

MAX_SIGNATURES = 20
MAX_NAME = 120
DIGESTS = {"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"}

_INFO = {"/Producer", "/Creator", "/ModDate", "/CreationDate", "/Title", "/Author"}
_INFO |= {"/Subject", "/Keywords"}

OTHER_FILE = "other_file"  # does not begin with the frozen file
NOT_SIGNED = "not_signed"
CHANGED = "changed"  # pages were changed before or after signing
BROKEN = "broken"  # a signature does not match the content
UNREADABLE = "unreadable"


@dataclass(frozen=True)
class FoundSignature:
    """One signature as the file states it; ``time`` is ISO 8601 or ""."""

    name: str
    issuer: str
    time: str
    is_intact: bool
    is_valid: bool
    is_whole: bool


@dataclass(frozen=True)
class SignedFile:
    """What is wrong with a file, "" when it is fine, and the signatures in it."""

    problem: str
    signatures: tuple = ()


def read_signed_file(data, frozen):
    """Return the :class:`SignedFile` that says how ``frozen`` was signed.

    :param data: bytes that somebody uploaded
    :param frozen: bytes of the file that had to be signed
    """
    if not data.startswith(frozen) or len(data) == len(frozen):
        return SignedFile(OTHER_FILE if data != frozen else NOT_SIGNED)
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        embedded = reader.embedded_regular_signatures[:MAX_SIGNATURES]
        if not embedded:
            return SignedFile(NOT_SIGNED)
        signatures = tuple(_read(signature) for signature in embedded)
        problem = _find_problem(reader, frozen, embedded, signatures)
    except Exception:  # the parser raises what it likes
        return SignedFile(UNREADABLE)
    return SignedFile(problem, signatures)


def _find_problem(reader, frozen, embedded, signatures):
    if not all(found.is_intact and found.is_valid for found in signatures):
        return BROKEN
    last = reader.xrefs.total_revisions - 1
    is_longer = embedded[-1].signed_revision == last and not signatures[-1].is_whole
    if is_longer or any(_is_changed_after(signature) for signature in embedded):
        return CHANGED
    before = PdfFileReader(io.BytesIO(frozen), strict=False)
    revisions = {signature.signed_revision for signature in embedded}
    for revision in {*revisions, last}:
        if _find_changes(before, reader.get_historical_resolver(revision)):
            return CHANGED
    return ""


def _is_changed_after(signature):
    """Whether more than signatures and what proves them came after this one."""
    signature.compute_integrity_info()
    if signature.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return True
    result = signature.diff_result
    if not isinstance(result, DiffResult):
        return result is not None
    return result.modification_level > ModificationLevel.FORM_FILLING


def _find_changes(before, seen):
    """Return the objects of the frozen file that look different in what was signed.

    An update may also replace what a page shows: then the file still begins with the
    frozen bytes and its signatures are intact, but somebody signed something else.
    """
    root = before.trailer_view.raw_get("/Root").reference
    if seen.trailer_view.raw_get("/Root").reference != root:
        return [root]
    known = {
        reference
        for revision in range(before.xrefs.total_revisions)
        for reference in before.xrefs.explicit_refs_in_revision(revision)
    }
    changed = []
    for reference in known:
        old, new = _get(before, reference), _get(seen, reference)
        if _bytes(old) != _bytes(new) and not _is_allowed(old, new, reference == root):
            changed.append(reference)
    return changed


def _get(handler, reference):
    return handler.get_object(generic.Reference(reference.idnum, reference.generation))


def _is_allowed(old, new, is_root):
    """Whether an object changed only as signing changes it."""
    if not isinstance(new, generic.DictionaryObject) or type(old) is not type(new):
        return False
    if isinstance(old, generic.StreamObject):
        return new.get("/Type") in ("/Metadata", "/XRef", "/ObjStm")
    keys = {key for key in {*old, *new} if _entry(old, key) != _entry(new, key)}
    if is_root:
        return keys <= {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms"}
    if old.get("/Type") == "/Page":
        return keys <= {"/Annots"} and _only_fields_added(old, new)
    return bool(_INFO & {*old}) and "/Type" not in old and keys <= _INFO


def _only_fields_added(old, new):
    """Whether the annotations of a page are the old ones and places of signatures."""
    kept = {_bytes(kid) for kid in _kids(old)}
    added = [kid for kid in _kids(new) if _bytes(kid) not in kept]
    if len(_kids(new)) - len(added) != len(kept):
        return False
    return all(
        kid.get_object().get("/Subtype") == "/Widget"
        and kid.get_object().get("/FT") == "/Sig"
        for kid in added
    )


def _kids(page):
    annotations = page["/Annots"] if "/Annots" in page else ()  # noqa: SIM401
    return [annotations.raw_get(index) for index in range(len(annotations))]


def _entry(dictionary, key):
    return _bytes(dictionary.raw_get(key)) if key in dictionary else b""


def _bytes(value):
    target = io.BytesIO()
    if isinstance(value, generic.StreamObject):
        target.write(value.encoded_data)
        value = generic.DictionaryObject({key: value.raw_get(key) for key in value})
    value.write_to_stream(target, None)
    return target.getvalue()


def _read(signature):
    """Read one signature, without asking whom its certificate can be trusted by.

    A validation of the certificate would only fail, and log the national number.
    """
    is_intact, is_valid = validate_sig_integrity(
        signature.signer_info,
        signature.signer_cert,
        expected_content_type="data",
        actual_digest=signature.compute_digest(),
    )
    certificate = signature.signer_cert
    time = signature.self_reported_timestamp
    if time and time.tzinfo:
        time = time.astimezone(UTC)
    whole = SignatureCoverageLevel.ENTIRE_FILE
    return FoundSignature(
        name=_get_name(certificate.subject),
        issuer=_get_name(certificate.issuer),
        time=time.isoformat() if time else "",
        is_intact=bool(is_intact),
        is_valid=bool(is_valid) and signature.md_algorithm in DIGESTS,
        is_whole=signature.evaluate_signature_coverage() == whole,
    )


def _get_name(name):
    """Return the common name only: certificates also hold a national number."""
    native = name.native
    text = native.get("common_name") or native.get("organization_name") or ""
    text = ", ".join(text) if isinstance(text, list) else str(text)
    return "".join(char for char in text if char.isprintable())[:MAX_NAME]
