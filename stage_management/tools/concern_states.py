# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""How far a concern about an internship has come: its state follows from dates."""

CONCERN_STATES = [
    ("raised", "Raised"),
    ("talked", "Talked with the coordinator"),
    ("school", "School contacted"),
    ("agreed", "Improvement agreed"),
    ("closed", "Closed"),
]


def concern_state(talked_on, school_on, agreed_on, closed_on):
    """State of a concern; the last step that is dated counts."""
    steps = (
        (closed_on, "closed"),
        (agreed_on, "agreed"),
        (school_on, "school"),
        (talked_on, "talked"),
    )
    return next((state for day, state in steps if day), "raised")
