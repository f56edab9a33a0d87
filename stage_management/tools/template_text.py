# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Parts of a template that stand in a document only under a condition.

``[[if minor]] … [[end]]`` keeps what stands between when the condition holds,
``[[if not minor]] … [[end]]`` when it does not. Parts may hold other parts. A template
is text that people write in the backend: nothing of it is evaluated.
"""

import re
from dataclasses import dataclass

import lxml.html

_MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
# a mark alone in its paragraph is the whole paragraph
_ALONE = re.compile(
    r"<(p|div)\b[^>]*>(?:\s|&nbsp;|\xa0|<br\s*/?>)*(\[\[[^\[\]<]*\]\])"
    r"(?:\s|&nbsp;|\xa0|<br\s*/?>)*</\1>"
)
_IF = re.compile(r"^if\s+(not\s+)?([a-z_]+)$", re.I)
_VOID = {"br", "hr", "img", "col", "wbr", "input"}
_UNSAFE_TAGS = frozenset(
    [
        *("script", "iframe", "frame", "object", "embed", "applet", "link", "meta"),
        *("form", "input", "button", "select", "textarea", "base", "style"),
        *("video", "audio", "source", "svg", "math"),
    ]
)
_PICTURES = ("data:image/", "/stage_management/static/")
_ADDRESSES = ("src", "href", "background", "action", "data", "poster", "srcset")

UNKNOWN_CONDITION = "unknown_condition"
NOT_UNDERSTOOD = "not_understood"
NOT_CLOSED = "not_closed"
NOT_OPENED = "not_opened"
CROSSES = "crosses"
UNSAFE_TAG = "unsafe_tag"
UNSAFE_ATTRIBUTE = "unsafe_attribute"
PICTURE_ELSEWHERE = "picture_elsewhere"


@dataclass(frozen=True)
class Problem:
    """Something that a template can't hold; ``text`` is what was found."""

    code: str
    text: str


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    text: str

    @property
    def words(self):
        text = _plain(self.text)
        return " ".join(text.split()).lower()

    @property
    def is_end(self):
        return self.words == "end"

    @property
    def condition(self):
        """Name of the condition and whether it is turned round, or ``None``."""
        found = _IF.match(self.words)
        return (found[2].lower(), bool(found[1])) if found else None


def find_problems(html, conditions):
    """Everything about the conditional parts that can't be understood."""
    problems, opened = [], []
    html = _with_marks_alone(html)
    for mark in _marks(html):
        if mark.is_end:
            if not opened:
                problems.append(Problem(NOT_OPENED, "[[end]]"))
                continue
            start = opened.pop()
            if not _is_balanced(html[start.end : mark.start]):
                problems.append(Problem(CROSSES, f"[[{start.words}]]"))
        elif mark.condition is None:
            problems.append(Problem(NOT_UNDERSTOOD, f"[[{mark.words}]]"))
        else:
            opened.append(mark)
            if mark.condition[0] not in conditions:
                problems.append(Problem(UNKNOWN_CONDITION, mark.condition[0]))
    problems += [Problem(NOT_CLOSED, f"[[{mark.words}]]") for mark in opened]
    return list(dict.fromkeys(problems))


def choose(html, facts):
    """``html`` with the parts whose condition holds, and without the marks.

    :param facts: name of a condition → whether it holds; what is not named does not
    """
    html = _with_marks_alone(html)
    kept, position, stack = [], 0, []
    for mark in _marks(html):
        if all(stack):
            kept.append(html[position : mark.start])
        position = mark.end
        if mark.is_end:
            if stack:
                stack.pop()
        elif mark.condition:
            name, is_negated = mark.condition
            stack.append(bool(facts.get(name)) != is_negated)
    if all(stack):
        kept.append(html[position:])
    return "".join(kept)


def conditions_in(html):
    """Names of the conditions that ``html`` asks, each once."""
    found = [mark.condition for mark in _marks(html) if mark.condition]
    return list(dict.fromkeys(name for name, _negated in found))


def find_unsafe(html):
    """What a document may not hold: active content, and what is loaded elsewhere."""
    if not (html or "").strip():
        return []
    problems = []
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag.lower() in _UNSAFE_TAGS:
            problems.append(Problem(UNSAFE_TAG, f"<{element.tag.lower()}>"))
        for name, value in element.attrib.items():
            problems += _check_attribute(element, name.lower(), value)
    return list(dict.fromkeys(problems))


def _check_attribute(element, name, value):
    address = re.sub(r"[\s\x00-\x1f]", "", value).lower()
    if name.startswith("on"):
        return [Problem(UNSAFE_ATTRIBUTE, name)]
    if name == "style" and ("url(" in address or "expression(" in address):
        return [Problem(PICTURE_ELSEWHERE, value[:80])]
    if name not in _ADDRESSES:
        return []
    if address.startswith(("javascript:", "vbscript:", "data:text")):
        return [Problem(UNSAFE_ATTRIBUTE, f"{name}={value[:40]}")]
    is_link = element.tag.lower() == "a" and name == "href"
    if not is_link and not address.startswith(_PICTURES):
        return [Problem(PICTURE_ELSEWHERE, value[:80])]
    return []


def _with_marks_alone(html):
    return _ALONE.sub(lambda found: found[2], str(html or ""))


def _marks(html):
    return [_Mark(m.start(), m.end(), m[1]) for m in _MARK.finditer(str(html or ""))]


def _plain(text):
    # an HTML editor may have put tags and hard spaces inside the brackets
    text = re.sub(r"<[^>]*>", "", text)
    return text.replace("&nbsp;", " ").replace("\xa0", " ")


def _is_balanced(html):
    """Whether every tag that opens in ``html`` closes in it, and the other way."""
    opened = []
    for closing, tag, closed in _TAG.findall(html):
        name = tag.lower()
        if name in _VOID or closed:
            continue
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
