# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Periods that begin or end at noon."""

HALVES = [("morning", "Morning"), ("afternoon", "Afternoon")]


def half_days(start, first_half, end, last_half):
    """The first and the last half day of a period, as numbers that follow on.

    ``first_half`` says from which half of ``start`` on, ``last_half`` up to and
    including which half of ``end``. The last is smaller than the first when the
    period ends before it starts.
    """
    return (
        start.toordinal() * 2 + (first_half == "afternoon"),
        end.toordinal() * 2 + (last_half == "afternoon"),
    )


def share_half_day(first, second):
    """Whether two periods, as :func:`half_days` gives them, share a half day."""
    return first[0] <= second[1] and second[0] <= first[1]
