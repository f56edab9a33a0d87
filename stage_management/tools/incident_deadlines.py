# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the law wants after an accident, and until when.

- Declaration to the insurer or, for the public sector, to the service that the
  organisation names: within eight days, counted from the day after the accident (law
  of 10 April 1971, article 62; royal decrees of 12 March 2003 and 24 January 1969).
- Serious accident at the workplace: the inspectorate is notified at once when it is
  fatal or leaves a lasting injury, and gets a detailed report within ten days (code on
  well-being at work, book I, title 6). On the way to or from work this does not hold.
"""

from datetime import timedelta
from typing import NamedTuple

DECLARATION_DAYS = 8
REPORT_DAYS = 10


class Deadlines(NamedTuple):
    """Last day of each duty, or ``None`` when there is no such duty."""

    school: object
    declaration: object = None
    notice: object = None
    report: object = None


def deadlines(day, is_accident, is_serious=False, on_the_way=False):
    """The :class:`Deadlines` of what happened on ``day``.

    The school is told the same day in any case.
    """
    if not is_accident:
        return Deadlines(day)
    declaration = day + timedelta(days=DECLARATION_DAYS)
    if not is_serious or on_the_way:
        return Deadlines(day, declaration)
    return Deadlines(day, declaration, day, day + timedelta(days=REPORT_DAYS))
