# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A zip of files with an index that names each one and its SHA-256.

Plain Python: the files come one by one, so that only one is in memory.
"""

import hashlib
import zipfile
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from .file_names import safe_name, unique_name

MAX_SIZE = 500 * 1024 * 1024
SUMS = "SHA256SUMS"


class ArchiveTooLargeError(Exception):
    """The files together are larger than an archive may be."""


@dataclass(frozen=True)
class Entry:
    """One file in an archive, as its index names it."""

    path: str
    label: str
    size: int
    sha256: str


def write(stream, files, index, max_size=MAX_SIZE):
    """Write the zip to a stream that can seek; return its entries.

    :param files: iterable of ``(folder, name, label, bytes)``
    :param index: callable, entries → HTML of the page ``index.html``
    :raises ArchiveTooLargeError: before more than ``max_size`` bytes are packed
    """
    entries, taken, total = [], {"index.html", SUMS.casefold()}, 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, name, label, data in files:
            total += len(data)
            if total > max_size:
                raise ArchiveTooLargeError
            wanted = "/".join(map(safe_name, filter(None, (folder, name))))
            path = unique_name(wanted, taken)
            archive.writestr(path, data)
            digest = hashlib.sha256(data).hexdigest()
            entries.append(Entry(path, label, len(data), digest))
        sums = "".join(f"{entry.sha256}  {entry.path}\n" for entry in entries)
        archive.writestr(SUMS, sums)
        archive.writestr("index.html", index(entries))
    return entries


def index_page(entries, lang, title, intro, headings):
    """Return the HTML page that lists the entries.

    :param headings: names of the columns: file, what it is, size, SHA-256
    """
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in headings)
    rows = "".join(
        f'<tr><td><a href="{escape(quote(entry.path))}">{escape(entry.path)}</a></td>'
        f"<td>{escape(entry.label)}</td><td>{entry.size}</td>"
        f"<td><code>{entry.sha256}</code></td></tr>"
        for entry in entries
    )
    style = (
        "body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}"
        "th,td{text-align:left;padding:.4rem 1rem .4rem 0;border-bottom:1px solid #bbb;"
        "vertical-align:top}code{font-size:.8em}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8"/>'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>"
        f"<h1>{escape(title)}</h1><p>{escape(intro)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        "</body></html>\n"
    )
