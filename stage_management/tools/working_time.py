# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Days and hours of work between two dates, for many periods at once."""

from bisect import bisect_left, bisect_right
from itertools import accumulate


class WorkingTime:
    """Adds up what each day of a working schedule holds.

    ``by_day`` maps a date to its ``(days, hours)``; what is not in it is free.
    """

    def __init__(self, by_day):
        self._dates = sorted(by_day)
        days = (by_day[date][0] for date in self._dates)
        hours = (by_day[date][1] for date in self._dates)
        self._days = [0.0, *accumulate(days)]
        self._hours = [0.0, *accumulate(hours)]

    def between(self, start, end):
        """Days and hours from ``start`` to ``end``, both included."""
        first = bisect_left(self._dates, start)
        last = max(bisect_right(self._dates, end), first)
        return (
            round(self._days[last] - self._days[first], 3),
            round(self._hours[last] - self._hours[first], 6),
        )
