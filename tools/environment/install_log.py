# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A warning while our add-ons are installed is a failure."""

import re

from . import databases, results
from .paths import ROOT

ALLOWED = ROOT / "tools" / "allowed_warnings.txt"
BAD = ("WARNING", "ERROR", "CRITICAL")


def patterns():
    """Expressions for lines that are expected, each with its reason in the file."""
    lines = ALLOWED.read_text(encoding="utf-8").splitlines()
    return [re.compile(line) for line in lines if line and not line.startswith("#")]


def warnings(text):
    """Entries of a log that are not expected, as text."""
    allowed = patterns()
    return [
        f"{entry.level} {entry.logger}: {entry.text}"
        for entry in results.log_entries(text)
        if entry.level in BAD
        and not any(p.search(f"{entry.logger}: {entry.text}") for p in allowed)
    ]


def run(suite):
    """Read the logs of the installations of the templates."""
    result = results.Result(suite.name)
    for template in (databases.ADDONS, databases.DEMO):
        databases.ensure(template)
        for made in (template.base, template):
            found = warnings(made.log.read_text(encoding="utf-8", errors="replace"))
            result.check(f"installation of {made.name}", "\n".join(found))
    return result
