# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Notice the language of a short text."""

import re

_COMMON_WORDS = {
    "nl": "de het een en ik van voor met bij ben naar uw mijn niet graag stage als "
    "zou om dat die ook aan tijdens studeer opleiding geachte vriendelijke groeten",
    "fr": "le la les un une et je de des du pour avec dans mon ma votre vos suis que "
    "en stage est au ce cette madame monsieur cordialement étudiante étudiant",
    "de": "der die das ein eine und ich von für mit bei bin nach ihr mein nicht gern "
    "als um dass auch praktikum während studiere geehrte freundlichen grüßen",
    "en": "the a an and i of for with at am to your my not would like as that also "
    "internship during study dear kind regards sincerely",
}
_WORDS = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_ENOUGH = 3


def guess_language(text):
    """Two-letter code of the language that ``text`` is written in, or ``None``.

    Counts words that are common in one language; knows Dutch, French, German and
    English. ``None`` when there is too little text or two languages come equal.
    """
    words = re.findall(r"[^\W\d_]+", (text or "").lower())
    ranking = sorted(
        (
            (sum(word in known for word in words), code)
            for code, known in _WORDS.items()
        ),
        reverse=True,
    )
    (best, code), (second, _other) = ranking[:2]
    return code if best >= _ENOUGH and best > second else None
