# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Personal links and one-time codes: what is random, how long it holds, how often."""

import secrets
from datetime import datetime, timedelta

TOKEN_BYTES = 32
CODE_DIGITS = 6
CODE_LIFE = timedelta(minutes=10)
MAX_ATTEMPTS = 5  # for one code
MAX_FAILURES = 20  # for one link: then only a new mail helps
MAX_CODES = 3  # in an hour
HOUR = timedelta(hours=1)


def new_token():
    """Return 256 random bits for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_code():
    """Return six random digits; the first ones may be zeros."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def clean_code(text):
    """Return the digits that somebody typed, "" for what can be no code."""
    digits = "".join(char for char in text or "" if char in "0123456789")
    return digits if len(digits) == CODE_DIGITS else ""


def recent(times, now):
    """Return which of these moments (``2026-02-03T10:11:12``, …) count still.

    A clock that was moved back does not empty the list: what lies ahead counts.
    """
    limit = now - HOUR
    return [time for time in times if datetime.fromisoformat(time) > limit]


def mask(email):
    """Return an address by which only its owner knows it: ``d•••@school.example``."""
    local, at, domain = (email or "").partition("@")
    return f"{local[:1]}•••@{domain}" if at else "•••"
