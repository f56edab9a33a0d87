# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How far an evaluation has come: its state follows from dates."""

from datetime import timedelta

# an evaluation is made so long before it is due
DAYS_BEFORE = 14
# a shorter internship has none half-way
MIDTERM_FROM_DAYS = 28
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


def evaluations_to_make(evaluated, start, end, today):
    """Moments whose evaluation should be there today, as a set.

    ``evaluated`` is ``no``, ``final`` or ``both``, as the type of internship says.
    """
    if evaluated not in ("final", "both") or not (start and end):
        return set()
    last = today + timedelta(days=DAYS_BEFORE)
    wanted = {"final"} if end <= last else set()
    is_long = (end - start).days + 1 >= MIDTERM_FROM_DAYS
    # once the end is near, half-way is over
    if evaluated == "both" and is_long and not wanted:
        half = evaluation_due("midterm", start, end)
        # long before it, and long past it, nobody waits for it
        if abs((half - today).days) <= DAYS_BEFORE:
            wanted.add("midterm")
    return wanted
