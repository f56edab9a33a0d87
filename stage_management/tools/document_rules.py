# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which documents an internship needs, and whether a proof covers its dates."""

from dataclasses import dataclass
from datetime import timedelta

HIGHER = ("university", "university_college", "arts_college")
KINDS_OF_SCHOOL = {
    "secondary": ("secondary",),
    "higher": HIGHER,
    "adult": ("adult_education",),
}


@dataclass(frozen=True)
class DocumentRule:
    """When a kind of document is required; each condition narrows it.

    ``work`` is ``any``, ``work`` or ``visit``; ``school`` is ``any`` or a key of
    ``KINDS_OF_SCHOOL``.
    """

    work: str = "any"
    school: str = "any"
    minors_only: bool = False
    risk_only: bool = False

    def applies(self, facts):
        """Whether an internship of these :class:`DocumentFacts` needs it."""
        if self.work != "any" and facts.counts_as_work != (self.work == "work"):
            return False
        if self.school != "any":
            kinds = KINDS_OF_SCHOOL.get(self.school, ())
            if facts.school_kind not in kinds:
                return False
        if self.minors_only and not facts.is_minor:
            return False
        return facts.has_risks or not self.risk_only


@dataclass(frozen=True)
class DocumentFacts:
    """What the rules ask of an internship."""

    counts_as_work: bool = True
    school_kind: str = ""
    is_minor: bool = False
    has_risks: bool = False


def covers(periods, first, last):
    """Whether ``periods`` together hold every day from ``first`` to ``last``.

    Periods are ``(start, end)`` pairs; an open side has no limit there.
    """
    if not (first and last):
        return False
    reached = first
    for start, end in sorted(periods, key=lambda period: period[0] or first):
        if start and start > reached:
            return False
        if not end or end >= last:
            return True
        if end >= reached:
            reached = end + timedelta(days=1)
    return False


def is_under_age(birthdate, day, age=18):
    """Whether who was born on ``birthdate`` is younger than ``age`` on ``day``."""
    if not (birthdate and day):
        return False
    had_birthday = (day.month, day.day) >= (birthdate.month, birthdate.day)
    return day.year - birthdate.year - (not had_birthday) < age
