# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which seats count for which target."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """Seats that departments offer in one year, of one kind.

    ``departments`` holds the department and all those above it.
    """

    company: int
    year: int
    departments: frozenset
    kind: int
    domains: frozenset
    selected: int = 0
    proposed: int = 0


def covers(year_of_company, scope, offer):
    """Whether a target is about an offer.

    :param year_of_company: ``(company, year)`` of the target
    :param scope: ``(department, type, domain)`` of the target, falsy where it is
        about all
    """
    department, kind, domain = scope
    return (
        year_of_company == (offer.company, offer.year)
        and (not department or department in offer.departments)
        and (not kind or kind == offer.kind)
        and (not domain or domain in offer.domains)
    )
