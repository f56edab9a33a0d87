# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Compare and merge files of terms; run by the virtual environment's Python."""

import sys
from pathlib import Path

import polib

SHOWN = 15


def _key(entry):
    return entry.msgctxt, entry.msgid


def _load(path):
    return polib.pofile(path) if Path(path).exists() else polib.POFile()


def _quote(keys):
    shown = [f"    {text[:100]!r}" for _context, text in sorted(keys, key=str)[:SHOWN]]
    more = len(keys) - SHOWN
    return "\n".join([*shown, f"    and {more} more"] if more > 0 else shown)


def _difference(fresh, present):
    """Sentences on terms that one side lacks."""
    fresh_keys = {_key(entry) for entry in fresh}
    present_keys = {_key(entry) for entry in present if not entry.obsolete}
    sentences = []
    if missing := fresh_keys - present_keys:
        sentences.append(
            f"{len(missing)} new term(s), run make i18n:\n{_quote(missing)}"
        )
    if gone := present_keys - fresh_keys:
        sentences.append(
            f"{len(gone)} term(s) no longer used, run make i18n:\n{_quote(gone)}"
        )
    return sentences


def stale(fresh, present):
    """What makes a template of terms stale."""
    return _difference(_load(fresh), _load(present))


def incomplete(fresh, path):
    """What a translation lacks."""
    translation = _load(path)
    sentences = _difference(_load(fresh), translation)
    entries = [entry for entry in translation if not entry.obsolete]
    empty = {_key(e) for e in entries if not e.translated() and not e.fuzzy}
    fuzzy = {_key(e) for e in entries if e.fuzzy}
    if empty:
        sentences.append(f"{len(empty)} untranslated term(s):\n{_quote(empty)}")
    if fuzzy:
        sentences.append(
            f"{len(fuzzy)} term(s) to be confirmed (fuzzy):\n{_quote(fuzzy)}"
        )
    return sentences


def unused(fresh, path):
    """Terms that a partial translation still has, and nobody uses."""
    return [text for text in stale(fresh, path) if " new term(s)" not in text]


def merge(fresh, path, language):
    """Bring a translation up to date with the terms."""
    template, translation = _load(fresh), _load(path)
    translation.metadata = {**template.metadata, **translation.metadata}
    translation.metadata["Language"] = language
    translation.merge(template)
    for entry in translation.obsolete_entries():
        translation.remove(entry)
    translation.sort()
    translation.wrapwidth = 78
    translation.save(path)
    left = len(translation.untranslated_entries()) + len(translation.fuzzy_entries())
    return [f"  {path}: {left} of {len(translation)} to translate"]


ACTIONS = {"stale": stale, "incomplete": incomplete, "unused": unused, "merge": merge}

if __name__ == "__main__":
    print("\n".join(ACTIONS[sys.argv[1]](*sys.argv[2:])))
