# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Where the to-dos of the follow-up come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TodoSource:
    """Records that become to-dos of the mentor or the coordinator of an internship.

    ``due`` names the date by which they should be done; ``days_before`` says how long
    before they are told; ``condition`` is SQL about the ``record``; ``label`` takes
    the intern and the day, ``url`` the id; ``case`` is the column with the internship.
    A legal duty also goes to the coordinators when an internship has none, and to
    who does not want the digest.
    """

    kind: str
    model: str
    due: str
    role: str
    label: str
    url: str
    condition: str = "TRUE"
    days_before: int = 0
    is_legal: bool = False
    is_running: bool = True
    case: str = "internship_id"
