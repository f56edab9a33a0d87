# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The table of results, and the machine it was made on."""

import os
import platform
from datetime import datetime
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
INTRODUCTION = (
    "{rows:,} internships beside {rows:,} of Odoo's applicants in one database. Ours "
    "and the peer in turn, median, warm, an empty record cache and a transaction of "
    "its own for each run."
)
HEADER = ("what", "ours", "peer", "ratio", "at most")


def cells(line):
    """Texts of one line."""
    ours = "not there" if line.ours is None else f"{line.ours:.2f} ms"
    ratio = "–" if line.ratio is None else f"{line.ratio:.2f}"
    mark = "" if line.is_met else " ✗"
    return (line.what, ours, f"{line.peer:.2f} ms", ratio + mark, f"{line.at_most:g}")


def render(lines):
    """All lines as a Markdown table that also reads well as plain text."""
    rows = [HEADER, *map(cells, lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADER))]
    texts = []
    for number, row in enumerate(rows):
        first, *others = zip(row, widths, strict=True)
        parts = [first[0].ljust(first[1]), *(text.rjust(w) for text, w in others)]
        texts.append(f"| {' | '.join(parts)} |")
        if not number:
            rules = ["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])]
            texts.append(f"| {' | '.join(rules)} |")
    return "\n".join(texts)


def machine(cr):
    """What the figures were measured on."""
    from odoo import release

    cr.execute("SHOW server_version")
    load = os.getloadavg()
    return [
        f"{_processor()}, {os.cpu_count()} cores, {_memory()} of memory",
        (
            f"PostgreSQL {cr.fetchone()[0].split()[0]}, Odoo {release.version}, "
            f"Python {platform.python_version()}, "
            f"{platform.system()} {platform.release()}"
        ),
        (
            f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}; "
            f"load of the machine {load[0]:.1f} (1 min), {load[1]:.1f} (5 min)"
        ),
    ]


def write(lines, facts, rows):
    """Write ``RESULTS.md``."""
    parts = [
        "# Results of `make bench`",
        INTRODUCTION.format(rows=rows),
        "\n".join(f"- {fact}" for fact in facts),
        render(lines),
    ]
    RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _processor():
    for text in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if text.startswith("model name"):
            return text.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory():
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{pages / 1024**3:.0f} GiB"
