# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Is a file from outside what its name says, and of a kind that we take?"""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

MAX_FILE_SIZE = 10 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = {
    ".pdf": (b"%PDF-",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".doc": (_OLE,),
}
_ZIP_MEMBERS = {".docx": "word/document.xml", ".odt": "content.xml"}
ACCEPTED_EXTENSIONS = (*_SIGNATURES, *_ZIP_MEMBERS, ".txt")

EMPTY = "empty"
TOO_LARGE = "too_large"
KIND_NOT_ACCEPTED = "kind_not_accepted"
NOT_WHAT_IT_SAYS = "not_what_it_says"


@dataclass(frozen=True)
class FileProblem:
    """Why a file is not taken: ``reason`` is one of the constants above."""

    name: str
    reason: str
    size: int


def check_file(name, content, max_size=MAX_FILE_SIZE, extensions=ACCEPTED_EXTENSIONS):
    """Return the :class:`FileProblem` of a file, or ``None`` when it is fine.

    ``content`` are the bytes; sizes are in bytes. The kind follows from the
    content, never from the name or from what the sender declares.
    """
    extension = PurePosixPath(name or "").suffix.lower()
    if not content:
        reason = EMPTY
    elif len(content) > max_size:
        reason = TOO_LARGE
    elif extension not in extensions:
        reason = KIND_NOT_ACCEPTED
    elif not _is_of_kind(extension, content):
        reason = NOT_WHAT_IT_SAYS
    else:
        return None
    return FileProblem(name=name or "", reason=reason, size=len(content))


def _is_of_kind(extension, content):
    if extension in _SIGNATURES:
        return content.startswith(_SIGNATURES[extension])
    if extension in _ZIP_MEMBERS:
        return _has_zip_member(content, _ZIP_MEMBERS[extension])
    return b"\x00" not in content


def _has_zip_member(content, member):
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return member in archive.namelist()
    except zipfile.BadZipFile:
        return False
