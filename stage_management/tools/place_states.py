# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The life of a place: its states and who may move it on."""

from .transitions import table

PLACE_STATES = [
    ("proposed", "Proposed"),
    ("selected", "Selected"),
    ("published", "Published"),
    ("filled", "Filled"),
    ("closed", "Closed"),
    ("rejected", "Not selected"),
]
# The organisation has taken the place up and still offers it.
OPEN_PLACE_STATES = ("selected", "published", "filled")
PLACE_TRANSITIONS = table(
    "proposed",
    ("proposed rejected closed", "selected", "coordinator", True),
    ("selected filled", "published", "coordinator", True),
    ("published filled", "selected", "coordinator"),
    ("selected published", "filled", "coordinator", True),
    ("selected published filled", "closed", "coordinator", True),
    ("proposed selected", "rejected", "coordinator", True),
    ("selected rejected", "proposed", "coordinator"),
)
