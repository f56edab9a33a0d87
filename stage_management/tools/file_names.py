# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Names of files that every system takes."""

import re
import unicodedata
from pathlib import PurePosixPath

MAX_LENGTH = 100
_SUFFIX = re.compile(r"(.+?)(\.\w{1,8}|)", re.DOTALL)
# reserved on Windows, whatever the extension
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(name, fallback="file"):
    """Return a name without folders, control signs or what a system refuses."""
    text = unicodedata.normalize("NFC", name or "")
    text = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    text = re.sub(r'[\\/:*?"<>|]+', "-", text).strip(" .")
    stem, suffix = _SUFFIX.fullmatch(text or fallback).groups()
    name = stem[: MAX_LENGTH - len(suffix)].rstrip(" .") + suffix
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def unique_name(path, taken):
    """Return the path, numbered when it is taken (capitals do not tell apart).

    :param taken: set of paths that were given out, in small letters; gets this one
    """
    known = PurePosixPath(path)
    number, found = 1, path
    while found.casefold() in taken:
        number += 1
        found = str(known.with_name(f"{known.stem} ({number}){known.suffix}"))
    taken.add(found.casefold())
    return found
