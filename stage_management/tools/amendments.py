# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Amendments: what each kind of change needs, who signs, how a text shows changes."""

from lxml import etree, html

CHANGE_KINDS = [
    ("extend", "Longer period"),
    ("shorten", "Shorter period"),
    ("suspend", "Suspension"),
    ("mentor", "Other mentor"),
    ("backup", "Other backup"),
    ("department", "Other department"),
    ("place", "Other place"),
    ("hours", "Other working schedule"),
    ("early_end", "Early end"),
]
# the fields of a change that its kind needs; the last one is the new value
NEEDS = {
    "extend": ("date_to",),
    "shorten": ("date_to",),
    "suspend": ("date_from", "date_to"),
    "mentor": ("employee_id",),
    "backup": ("employee_id",),
    "department": ("department_id",),
    "place": ("place_id",),
    "hours": ("resource_calendar_id",),
    "early_end": ("reason", "ended_by", "date_to"),
}
# kinds that move the last day: one of them at most
END_KINDS = ("extend", "shorten", "early_end")
# kinds that change a value of the terms from the effective date on
TERM_FIELDS = {
    "mentor": "mentor_id",
    "backup": "backup_id",
    "department": "department_id",
    "hours": "resource_calendar_id",
}
PARTIES = ("intern", "guardian", "school", "organisation", "mentor")
# what a party does about a change, the strongest first
ANSWERS = [("sign", "Signs"), ("note", "Takes note"), ("none", "Nothing")]
# the parts of an agreement's text that each kind changes
PLACEHOLDERS = {
    "extend": ("date_end", "days", "hours"),
    "shorten": ("date_end", "days", "hours"),
    "suspend": ("days", "hours"),
    "mentor": ("mentor",),
    "backup": ("backup",),
    "department": ("department",),
    "hours": ("schedule", "days", "hours"),
    "early_end": ("date_end", "days", "hours"),
}
MARKED = {name for names in PLACEHOLDERS.values() for name in names}
_CLASS = "d_value_"


def strongest(answers):
    """What a party does about several changes: the most that one of them asks."""
    order = [name for name, _label in ANSWERS]
    return min(answers, key=order.index, default="none")


def repeated(kinds):
    """Kinds that stand in an amendment more than once, each told once."""
    kinds = list(kinds)
    return [
        kind
        for kind in dict.fromkeys(kinds)
        if kinds.count(kind) > 1 and kind != "suspend"
    ]


def mark_class(name):
    """The class by which the value of a placeholder is found again in a text."""
    return f"d_value {_CLASS}{name}"


def mark_changes(text, versions):
    """Show in the text of an agreement what amendments made of its values.

    ``versions``: ``{placeholder: [(value, mark, is_coming), …]}`` in order of
    signing. What no longer holds is struck out, what replaced it underlined and
    followed by its mark; what only holds later stands beside what holds now.

    :returns: the text, and the names of ``versions`` that it does not hold
    """
    root = html.fragment_fromstring(text or "", create_parent="div")
    found = set()
    for node in root.iter("span"):
        classes = (node.get("class") or "").split()
        for name in versions:
            if _CLASS + name in classes:
                found.add(name)
                _mark_node(node, versions[name])
    inner = etree.tostring(root, encoding="unicode", method="html")
    return inner, [name for name in versions if name not in found]


def _mark_node(node, versions):
    original = node.text_content()
    for child in list(node):
        node.remove(child)
    node.text = None
    holding = [("", original, False), *((m, v, c) for v, m, c in versions)]
    last = max(i for i, (_mark, _value, coming) in enumerate(holding) if not coming)
    for index, (mark, value, coming) in enumerate(holding):
        tag = "del" if index < last and not coming else "ins" if index else "span"
        part = etree.SubElement(node, tag)
        part.text = value
        part.tail = " "
        if mark:
            note = etree.SubElement(node, "sup")
            note.text = mark
            note.tail = " "
    node[-1].tail = None
