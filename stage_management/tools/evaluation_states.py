# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How far an evaluation has come: its state follows from dates."""

from datetime import timedelta

EVALUATION_STATES = [
    ("waiting", "Form of the school awaited"),
    ("to_fill_in", "To fill in"),
    ("filled_in", "To discuss with the intern"),
    ("discussed", "To send to the school"),
    ("sent", "Sent to the school"),
]


def evaluation_state(has_form, filled_in_on, discussed_on, sent_on):
    """State of an evaluation; the last step that is dated counts."""
    steps = (
        (sent_on, "sent"),
        (discussed_on, "discussed"),
        (filled_in_on, "filled_in"),
        (has_form, "to_fill_in"),
    )
    return next((state for done, state in steps if done), "waiting")


def evaluation_due(moment, start, end):
    """Usual last day of an evaluation: half-way, or the last day."""
    if not (start and end):
        return None
    if moment == "final":
        return end
    return start + timedelta(days=(end - start).days // 2)
