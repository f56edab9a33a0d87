# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Names of persons, compared."""

import re
import unicodedata


def name_key(name):
    """The words of a name without accents, capitals, order or punctuation.

    ``Peeters, Émma`` and ``Emma PEETERS`` have one key; empty for no name.
    """
    plain = unicodedata.normalize("NFKD", name or "")
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(sorted(re.findall(r"\w+", letters.casefold())))
