# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A coordinator's screens beside those of Odoo's recruitment."""

from harness import Measurement
from screens import APPLICATIONS, INTERNSHIPS, NAME, PEER_PIVOT, PIVOT, pair

AT_MOST = 1.2


def measurements(users):
    """First page, search, kanban and pivot; with and without the opening filter."""
    ours, peer = pair(users.coordinator, INTERNSHIPS, users.recruiter)
    yield from _lists("internships", ours, peer)
    yield Measurement(
        "internships: pivot of departments and years",
        lambda: ours.open_pivot(*PIVOT),
        lambda: peer.open_pivot(*PEER_PIVOT),
        AT_MOST,
    )
    yield from _lists(
        "applications", *pair(users.coordinator, APPLICATIONS, users.recruiter)
    )


def _lists(label, ours, peer):
    found, peer_found = ours.search_domain(NAME), peer.search_domain(NAME)
    calls = {
        "first page of the list": (ours.open_list, peer.open_list),
        "list as it opens": (
            lambda: ours.open_list(ours.opening_domain),
            lambda: peer.open_list(peer.opening_domain),
        ),
        "search by name in the list": (
            lambda: ours.open_list(found),
            lambda: peer.open_list(peer_found),
        ),
        "choose one by name": (
            lambda: ours.call("name_search", NAME, limit=8),
            lambda: peer.call("name_search", NAME, limit=8),
        ),
        "kanban by state": (ours.open_kanban, peer.open_kanban),
        "kanban as it opens": (
            lambda: ours.open_kanban(ours.opening_domain),
            lambda: peer.open_kanban(peer.opening_domain),
        ),
    }
    for what, (mine, theirs) in calls.items():
        yield Measurement(f"{label}: {what}", mine, theirs, AT_MOST)
