# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The life of an internship: its states and who may move it on."""

from .transitions import table

INTERNSHIP_STATES = [
    ("draft", "Draft"),
    ("preparation", "In preparation"),
    ("ready", "Ready to start"),
    ("ongoing", "Ongoing"),
    ("evaluation", "Evaluation"),
    ("closed", "Closed"),
    ("terminated", "Ended early"),
    ("cancelled", "Cancelled"),
]
LIVE_STATES = ("draft", "preparation", "ready", "ongoing", "evaluation")
# From the preparation on an internship holds its place with the mentor.
HOLDING_STATES = ("preparation", "ready", "ongoing", "evaluation")
RUNNING_STATES = ("ready", "ongoing")
INTERNSHIP_TRANSITIONS = table(
    "draft",
    ("draft", "preparation", "coordinator", True),
    ("preparation", "draft", "coordinator"),
    ("preparation", "ready", "coordinator", True),
    ("ready", "preparation", "coordinator"),
    ("ready", "ongoing", "coordinator mover", True),
    ("ongoing", "evaluation", "coordinator mover"),
    ("evaluation", "ongoing", "coordinator"),
    ("evaluation", "closed", "coordinator", True),
    ("closed", "evaluation", "coordinator"),
    ("ready ongoing evaluation", "terminated", "coordinator mentor", True),
    ("draft preparation ready", "cancelled", "coordinator"),
    ("cancelled", "draft", "coordinator"),
)
