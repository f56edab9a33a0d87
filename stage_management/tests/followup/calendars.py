# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Calendars that somebody counted by hand.

A full day is 8:30–12:00 and 13:00–17:06: 3.5 + 4.1 = 7.6 hours, 38 a week.
"""

from dataclasses import dataclass

MORNING, AFTERNOON, SHORT = (8.5, 12.0), (13.0, 17.1), (8.5, 12.3)
EVERY_DAY = {day: (MORNING, AFTERNOON) for day in range(5)}
WITHOUT_WEDNESDAY = {day: EVERY_DAY[day] for day in (0, 1, 3, 4)}
MORNINGS = dict.fromkeys(range(5), (SHORT,))
MON_WED_FRI = {day: EVERY_DAY[day] for day in (0, 2, 4)}
TUE_THU = {day: EVERY_DAY[day] for day in (1, 3)}
# what is free, in Brussels: the evening before in UTC, an hour or two earlier
HOLIDAYS = (
    ("2026-07-20 22:00:00", "2026-07-21 21:59:59"),  # Tuesday
    ("2026-10-31 23:00:00", "2026-11-01 22:59:59"),  # Sunday
    ("2026-11-01 23:00:00", "2026-11-02 22:59:59"),  # Monday
    ("2026-12-24 11:00:00", "2026-12-24 22:59:59"),  # Thursday, from noon on
    ("2027-03-28 22:00:00", "2027-03-29 21:59:59"),  # Easter Monday
)


@dataclass(frozen=True)
class Counted:
    """One internship as somebody counted it on a paper calendar."""

    name: str
    terms: tuple  # (first day, last day, schedule or its two weeks)
    absences: tuple  # (first day, half, last day, half)
    planned: float
    absent: float
    actual: float


def day(text, half="full"):
    """One day of absence, or a half of it."""
    first = "morning" if half == "full" else half
    return (text, first, text, "afternoon" if half == "full" else half)


def days(start, end, first="morning", last="afternoon"):
    return (start, first, end, last)


TWO_WEEKS = (("2027-03-01", "2027-03-12", EVERY_DAY),)
COUNTED = [
    # 10 days of 7.6; one of them absent
    Counted("full-time", TWO_WEEKS, (day("2027-03-03"),), 76.0, 7.6, 68.4),
    # four days a week: 8 × 7.6; Tuesday to Thursday absent, and Wednesday is free
    Counted(
        "four fifths, absence on a free day",
        (("2027-03-01", "2027-03-12", WITHOUT_WEDNESDAY),),
        (days("2027-03-02", "2027-03-04"),),
        60.8, 15.2, 45.6,
    ),
    # 10 mornings of 3.8; an afternoon away is nothing, a morning is all of the day
    Counted(
        "mornings only",
        (("2027-03-01", "2027-03-12", MORNINGS),),
        (day("2027-03-01", "afternoon"), day("2027-03-02", "morning")),
        38.0, 3.8, 34.2,
    ),
    # 1 March begins a first week: Monday, Wednesday, Friday; 8 March a second one:
    # Tuesday and Thursday. 5 × 7.6. Thursday 4 to Tuesday 9 absent: Friday and Tuesday
    Counted(
        "two weeks in turn",
        (("2027-03-01", "2027-03-12", (MON_WED_FRI, TUE_THU)),),
        (days("2027-03-04", "2027-03-09"),),
        38.0, 15.2, 22.8,
    ),
    # the same schedule a week later: second, first, second week: 2 + 3 + 2 days
    Counted(
        "two weeks in turn, an odd number of weeks",
        (("2027-03-08", "2027-03-26", (MON_WED_FRI, TUE_THU)),),
        (),
        53.2, 0.0, 53.2,
    ),
    # Tuesday 21 July is free: 4 × 7.6; Monday to Wednesday absent are two days
    Counted(
        "week of the national day",
        (("2026-07-20", "2026-07-24", EVERY_DAY),),
        (days("2026-07-20", "2026-07-22"),),
        30.4, 15.2, 15.2,
    ),
    # All Saints is a Sunday, All Souls the Monday: 9 × 7.6; Friday 30 October to
    # Tuesday 3 November absent: Friday and Tuesday
    Counted(
        "All Saints and All Souls",
        (("2026-10-26", "2026-11-06", EVERY_DAY),),
        (days("2026-10-30", "2026-11-03"),),
        68.4, 15.2, 53.2,
    ),
    # a week of 38 and a week of 5 × 3.8; Thursday and Friday of the first, Monday and
    # Tuesday of the second absent: 15.2 + 7.6
    Counted(
        "other schedule half-way",
        (
            ("2027-03-01", "2027-03-05", EVERY_DAY),
            ("2027-03-08", "2027-03-12", MORNINGS),
        ),
        (days("2027-03-04", "2027-03-09"),),
        57.0, 22.8, 34.2,
    ),
    # Monday from noon to Tuesday noon: 4.1 + 3.5; Wednesday morning: 3.5
    Counted(
        "half days",
        TWO_WEEKS,
        (
            days("2027-03-01", "2027-03-02", "afternoon", "morning"),
            day("2027-03-03", "morning"),
        ),
        76.0, 11.1, 64.9,
    ),
    # Friday to Monday: two days of work
    Counted(
        "over a weekend",
        TWO_WEEKS,
        (days("2027-03-05", "2027-03-08"),),
        76.0, 15.2, 60.8,
    ),
    # a Saturday afternoon and a Sunday: nothing
    Counted(
        "in a weekend",
        TWO_WEEKS,
        (days("2027-03-06", "2027-03-07", first="afternoon"),),
        76.0, 0.0, 76.0,
    ),
    # Easter Monday is free: 9 × 7.6, and to be absent then is nothing
    Counted(
        "on a public holiday",
        (("2027-03-22", "2027-04-02", EVERY_DAY),),
        (day("2027-03-29"),),
        68.4, 0.0, 68.4,
    ),
    # 24 December ends at noon: 3 × 7.6 + 3.5; who is absent that day misses 3.5
    Counted(
        "half a public holiday",
        (("2026-12-21", "2026-12-24", EVERY_DAY),),
        (day("2026-12-24"),),
        26.3, 3.5, 22.8,
    ),
    # one day of observation, left at noon: 7.6 − 4.1
    Counted(
        "one day",
        (("2027-03-03", "2027-03-03", EVERY_DAY),),
        (day("2027-03-03", "afternoon"),),
        7.6, 4.1, 3.5,
    ),
]  # fmt: skip
