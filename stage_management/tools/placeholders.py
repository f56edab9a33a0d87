# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Placeholders in the text of a document template: ``{{ intern }}``.

A template is text that people write in the backend: it is never evaluated. A
placeholder is a plain name; its value is put in escaped.
"""

import re

from markupsafe import Markup, escape

GAP = "…………"
_PLACEHOLDER = re.compile(r"\{\{(.*?)\}\}", re.S)
_TAG = re.compile(r"<[^>]*>")


def find(html):
    """Names of the placeholders in ``html``, in order of appearance."""
    return [_clean(match.group(1)) for match in _PLACEHOLDER.finditer(html or "")]


def unknown(html, known):
    """Names in ``html`` that are not in ``known``, each once."""
    return list(dict.fromkeys(name for name in find(html) if name not in known))


def has_loose_braces(html):
    """Whether two braces open or close without the two that belong to them."""
    rest = _PLACEHOLDER.sub("", html or "")
    return "{{" in rest or "}}" in rest


def fill(html, values):
    """Put ``values`` (name → text or Markup) in ``html``; returns Markup.

    Plain text is escaped. A name without a value stays visible as a line of dots,
    so that a gap is seen on paper.
    """

    def value_of(match):
        value = values.get(_clean(match.group(1)))
        return str(escape(value)) if value else GAP

    return Markup(_PLACEHOLDER.sub(value_of, html or ""))


def _clean(inner):
    # An HTML editor may have put tags and hard spaces inside the braces.
    return _TAG.sub("", inner).replace("&nbsp;", " ").replace("\xa0", " ").strip()
