# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Values that the extension points pass between subjects and add-ons.

Every extension point is a batch method: recordset → ``{id: [value, …]}``.
"""

from dataclasses import dataclass, field


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
    to the page where it is done; ``due`` is a date or ``None``. A to-do with
    ``is_legal`` is mailed also to a person who does not want the digest.
    """

    kind: str
    label: str
    url: str
    due: object = None
    is_legal: bool = False

    @property
    def key(self):
        """By what it is known again: the same deed at the same place."""
        return self.kind, self.url


@dataclass(frozen=True)
class StartTile:
    """A list of records on the start screen, with the way to the whole list.

    ``domain`` and ``order`` say which records; ``action`` (XML id) opens the same
    records by the filter that ``context`` sets, instead of its usual one.
    ``date_field`` names the date shown with each record; ``notes`` names a batch
    method of the model, recordset → ``{id: sentence}``, for what is special about
    these records. The model says what it is called in a list by its method
    ``_get_start_lines``.
    """

    name: str
    title: str
    model: str
    domain: list
    order: str
    action: str
    context: dict = field(default_factory=dict)
    date_field: str = ""
    notes: str = ""
    icon: str = "fa-list"
    tone: str = "info"
    sequence: int = 50


@dataclass(frozen=True)
class StartLine:
    """One record in a list of the start screen."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class WeekGroup:
    """Equal events of one day in the week of the start screen.

    ``kind`` is ``arrival``, ``departure``, ``interview``…; ``record_ids`` are the
    first ones of ``count``.
    """

    day: object
    kind: str
    title: str
    icon: str
    model: str
    record_ids: tuple
    count: int


@dataclass(frozen=True)
class FirstStep:
    """What a new organisation does first; without ``action`` it is only told."""

    title: str
    detail: str
    action: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class ArchiveFile:
    """One file of an internship for its archive; read when it is packed.

    ``record`` is as the user may read it; ``field`` is a binary field of it.
    """

    folder: str
    name: str
    label: str
    record: object
    field: str
