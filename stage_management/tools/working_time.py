# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Days and hours of work between two dates, for many periods at once."""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple


class WorkDay(NamedTuple):
    """What one day of a schedule holds, and how much of it in the morning."""

    days: float
    hours: float
    morning_days: float = 0.0
    morning_hours: float = 0.0

    def plus(self, days, hours, morning=0.0):
        """The day with more work, of which the share ``morning`` is before noon."""
        return WorkDay(
            self.days + days,
            self.hours + hours,
            self.morning_days + days * morning,
            self.morning_hours + hours * morning,
        )


class WorkingTime:
    """Adds up what each day of a working schedule holds.

    ``by_day`` maps a date to its :class:`WorkDay`; what is not in it is free.
    """

    def __init__(self, by_day):
        self._by_day = by_day
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

    def _morning(self, day):
        work = self._by_day.get(day, WorkDay(0.0, 0.0))
        return work.morning_days, work.morning_hours

    def _afternoon(self, day):
        work = self._by_day.get(day, WorkDay(0.0, 0.0))
        return work.days - work.morning_days, work.hours - work.morning_hours

    def during(self, start, end, from_noon=False, until_noon=False):
        """Days and hours from ``start`` to ``end``, without a half day at an end.

        ``from_noon`` leaves out the morning of the first day, ``until_noon`` the
        afternoon of the last.
        """
        days, hours = self.between(start, end)
        if end < start:
            return days, hours
        for is_left_out, part in (
            (from_noon, self._morning(start)),
            (until_noon, self._afternoon(end)),
        ):
            if is_left_out:
                days, hours = days - part[0], hours - part[1]
        return round(days, 3), round(hours, 6)


class Timetable:
    """Working time over several terms: ``[(start, end, WorkingTime), …]``.

    Each term counts by its own schedule; days outside the terms are free.
    """

    def __init__(self, terms):
        self._terms = terms

    def during(self, start, end, from_noon=False, until_noon=False):
        """Days and hours from ``start`` to ``end``; see :class:`WorkingTime`."""
        parts = [
            work.during(
                max(start, first),
                min(end, last),
                from_noon and start >= first,
                until_noon and end <= last,
            )
            for first, last, work in self._terms
            if first <= end and last >= start
        ]
        return (
            round(sum(days for days, _hours in parts), 3),
            round(sum(hours for _days, hours in parts), 6),
        )
