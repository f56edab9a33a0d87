# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The first week of an intern, in half days."""

from collections import defaultdict

SLOT_KINDS = [
    ("own_work", "Own work"),
    ("guided", "Work with guidance"),
    ("reading", "Reading"),
    ("meeting", "Meeting people"),
    ("feedback", "Feedback and questions"),
]
NO_FEEDBACK = "no_feedback"
ALL_READING = "all_reading"


def find_gaps(slots):
    """What a newcomer would suffer from: ``[(day, NO_FEEDBACK or ALL_READING)]``.

    ``slots`` are ``(day, kind)`` pairs. On each day there should be a moment to
    ask questions, and something else than reading.
    """
    kinds = defaultdict(set)
    for day, kind in slots:
        kinds[day].add(kind)
    gaps = []
    for day in sorted(kinds):
        if kinds[day] == {"reading"}:
            gaps.append((day, ALL_READING))
        elif "feedback" not in kinds[day]:
            gaps.append((day, NO_FEEDBACK))
    return gaps
