# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Mentors and department managers, who see a part, beside the coordinator."""

from client import Window
from harness import Measurement
from screens import INTERNSHIPS, NAME, PIVOT

AT_MOST = 2.5


def measurements(users):
    """The coordinator's screens, opened by those whom rules hold to a part."""
    coordinator = Window(users.coordinator, INTERNSHIPS)
    for role, client in (("mentor", users.mentor), ("manager", users.manager)):
        yield from _of_role(role, Window(client, INTERNSHIPS), coordinator)


def _of_role(role, window, coordinator):
    screens = {
        "first page of the list": lambda who: who.open_list(),
        "list as it opens": lambda who: who.open_list(who.opening_domain),
        "search by name in the list": lambda who: who.open_list(
            who.search_domain(NAME)
        ),
        "kanban by state": lambda who: who.open_kanban(),
        "pivot of departments and years": lambda who: who.open_pivot(*PIVOT),
    }
    for label, show in screens.items():
        yield Measurement(
            f"{role} : coordinator, {label}",
            lambda show=show: show(window),
            lambda show=show: show(coordinator),
            AT_MOST,
        )
