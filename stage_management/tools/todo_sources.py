# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Records that become to-dos of somebody, without a query for each kind."""

from dataclasses import dataclass

FOLLOWED_STATES = ("ready", "ongoing", "evaluation")
# what is over may still have to be reported
ENTERED_STATES = (*FOLLOWED_STATES, "preparation", "closed", "terminated")
# role -> column of the internship with the user who has it
OWNERS = {
    "coordinator": "acting_coordinator_id",
    "mentor": "acting_mentor_user_id",
    "manager": "manager_user_id",
}


@dataclass(frozen=True)
class TodoSource:
    """Records of an internship that become to-dos of who has a role in it.

    ``due`` names the date by which they should be done; ``days_before`` says how long
    before they are told, ``is_upcoming`` that what is past is no longer told;
    ``states`` are those of the internship; ``condition`` is SQL about the ``record``;
    ``label`` takes the intern and the day, ``labels`` replaces it per state of the
    internship; ``url`` takes the id; ``case`` is the column with the internship.
    A legal duty also goes to the coordinators when an internship has none, and to
    who does not want the digest.
    """

    kind: str
    model: str
    due: str
    role: str
    url: str
    label: str = ""
    labels: dict | None = None
    condition: str = "TRUE"
    days_before: int = 0
    is_upcoming: bool = False
    is_legal: bool = False
    states: tuple = FOLLOWED_STATES
    case: str = "internship_id"

    def label_for(self, state):
        """The label for an internship in this state."""
        return self.labels[state] if self.labels else self.label
