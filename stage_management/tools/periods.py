# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Periods of days: do they overlap, what do they span."""


def overlap(first, second):
    """Whether two ``(start, end)`` periods of dates share a day.

    Both ends count. An open end (``None``) has no limit on that side.
    """
    (start_a, end_a), (start_b, end_b) = first, second
    starts_before_end = start_a is None or end_b is None or start_a <= end_b
    ends_after_start = end_a is None or start_b is None or end_a >= start_b
    return starts_before_end and ends_after_start


def period_in_force(periods, today):
    """Index of the period that tells how things are on ``today``.

    The one that holds today; else the next to come; else the last one that was.
    ``None`` for no periods. ``periods`` are ``(start, end)`` pairs of dates.
    """
    current = [i for i, (start, end) in enumerate(periods) if start <= today <= end]
    if current:
        return current[0]
    coming = [i for i, (start, _end) in enumerate(periods) if start > today]
    if coming:
        return min(coming, key=lambda i: periods[i][0])
    return max(range(len(periods)), key=lambda i: periods[i][1], default=None)
