# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Values that the extension points pass between subjects and add-ons.

Every extension point is a batch method: recordset → ``{id: [value, …]}``.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """Something that still stands in the way of a transition.

    ``sentence`` is shown to the user as it is, in the user's language;
    ``provider`` names who can do something about it (may be empty);
    a guard that is not ``blocking`` is a warning only.
    """

    sentence: str
    provider: str = ""
    blocking: bool = True


@dataclass(frozen=True)
class Todo:
    """Something a person is expected to do.

    ``kind`` groups equal to-dos (``sign``, ``fill_in``, ``upload``); ``url`` leads
    to the page where it is done; ``due`` is a date or ``None``.
    """

    kind: str
    label: str
    url: str
    due: object = None
