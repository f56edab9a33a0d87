# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Periods of days: do they overlap, when do most of them meet."""

from datetime import date


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


def busiest_day(periods, within=(None, None)):
    """The day on which most ``periods`` meet, and the indexes of those that do.

    Only days of ``within`` are looked at; both ends count and an open end (``None``)
    has no limit. Of several such days the first is told; ``(None, [])`` when no
    period has a day there.
    """
    first, last = within[0] or date.min, within[1] or date.max
    clipped = [
        (max(start or date.min, first), min(end or date.max, last), index)
        for index, (start, end) in enumerate(periods)
    ]
    clipped = [(start, end, index) for start, end, index in clipped if start <= end]
    busiest, found = None, []
    # the number only grows on the first day of a period
    for day in sorted({start for start, _end, _index in clipped}):
        meeting = [index for start, end, index in clipped if start <= day <= end]
        if len(meeting) > len(found):
            busiest, found = day, meeting
    return busiest, found
