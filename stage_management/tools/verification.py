# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the public check of documents takes in and gives out.

Plain Python: no registry, no translation.
"""

import hashlib
import hmac
import ipaddress
import re
import secrets
from dataclasses import dataclass

CODE_LENGTH = 12
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LANGUAGES = ("nl", "fr", "de", "en")
_ACCEPTED = re.compile(r"\s*([a-z]{1,8})(?:-[a-z0-9-]+)?\s*(?:;\s*q=([0-9.]{1,5}))?\s*")


@dataclass(frozen=True)
class PublicCheck:
    """What anybody may know about a document: no names, no content.

    ``status`` is *authentic*, *altered* or *unknown*; ``is_valid`` whether the
    document still counts, so neither withdrawn nor revoked.
    """

    status: str
    sentence: str = ""
    kind: str = ""
    company: str = ""
    state: str = ""
    is_valid: bool = False
    acts: tuple = ()


def new_code():
    """Return a random code such as ``K7QF-2M9T-XW4H``."""
    letters = "".join(secrets.choice(CODE_ALPHABET) for _index in range(CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def normalise_code(text):
    """Return a typed code as ``K7QF-2M9T-XW4H``, "" when it can be none."""
    plain = re.sub(r"[^A-Z0-9]", "", (text or "")[:100].upper())
    if len(plain) != CODE_LENGTH or set(plain) - set(CODE_ALPHABET):
        return ""
    return "-".join(plain[start : start + 4] for start in range(0, CODE_LENGTH, 4))


def abbreviate(name):
    """Return the initials of the first two words of a name: ``N. V.``"""
    words = re.findall(r"\w+", name or "")
    return " ".join(f"{word[0].upper()}." for word in words[:2])


def hash_address(address, secret):
    """Return what stands for a visitor's address, useless without the secret.

    A network of IPv6 counts as one visitor: whoever has one address has all of it.
    """
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        known = address or ""
    if getattr(known, "version", 4) == 6:
        known = known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False)
    return hmac.new(secret.encode(), str(known).encode(), hashlib.sha256).hexdigest()


def choose_language(wanted, accepted, offered):
    """Return one of the two-letter codes in ``offered``.

    :param wanted: what the visitor chose, or nothing
    :param accepted: the header Accept-Language of the browser
    :param offered: codes in order of preference, never empty
    """
    if wanted in offered:
        return wanted
    found = []
    for position, part in enumerate((accepted or "")[:500].lower().split(",")):
        match = _ACCEPTED.fullmatch(part)
        if match and match[1] in offered:
            found.append((-_quality(match[2]), position, match[1]))
    return min(found)[2] if found else offered[0]


def _quality(text):
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
