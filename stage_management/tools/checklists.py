# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Words and dates of checklists."""

from datetime import timedelta

CHECKLIST_KINDS = [
    ("logistics", "Logistics and administration"),
    ("reception", "Reception"),
    ("departure", "Departure"),
]
RESPONSIBLES = [
    ("coordinator", "Coordinator"),
    ("mentor", "Mentor"),
    ("backup", "Backup"),
    ("service", "Service"),
    ("intern", "Intern"),
]
MOMENTS = [("start", "the first day"), ("end", "the last day")]
# the states that a line can keep an internship from
BLOCKED_STATES = [
    ("ready", "Ready to start"),
    ("ongoing", "The start"),
    ("closed", "Closing"),
]
LINE_STATES = [
    ("open", "To do"),
    ("done", "Done"),
    ("not_applicable", "Not applicable"),
]


def due_date(first_day, last_day, moment, day_offset):
    """The day on which a line is due, or ``None`` while the period is unknown.

    ``day_offset`` counts calendar days, negative before ``moment``
    (``start`` or ``end`` of the internship).
    """
    day = first_day if moment == "start" else last_day
    return day + timedelta(days=day_offset) if day else None
