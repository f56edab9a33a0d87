# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Measuring: ours and the peer in turn, warm, each run with an empty cache."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """Two things to time against each other.

    ``peer`` is what ours is compared with; ``at_most`` the highest ratio. ``ours``
    is None for what the product does not have yet, which is a failure.
    """

    what: str
    ours: Callable | None
    peer: Callable
    at_most: float
    runs: int = 15
    per_record: int = 1


@dataclass(frozen=True)
class Line:
    """One line of the table; times in milliseconds."""

    what: str
    ours: float | None
    peer: float
    at_most: float

    @property
    def ratio(self):
        """Ours divided by the peer's, or None when there is nothing to measure."""
        return None if self.ours is None else self.ours / self.peer

    @property
    def is_met(self):
        """Whether the ratio is within its limit, as printed."""
        return self.ratio is not None and round(self.ratio, 2) <= self.at_most


def measure(measurement):
    """Time both sides in turn; return the medians as a :class:`Line`."""
    sides = [side for side in (measurement.ours, measurement.peer) if side]
    times = {side: [] for side in sides}
    for run in range(measurement.runs + 1):
        # the order changes, so that neither side always follows the other
        for side in sides if run % 2 else reversed(sides):
            spent = _time(side)
            if run:  # the first run warms up
                times[side].append(spent)
    medians = {
        side: statistics.median(found) * 1000 / measurement.per_record
        for side, found in times.items()
    }
    return Line(
        what=measurement.what,
        ours=medians.get(measurement.ours),
        peer=medians[measurement.peer],
        at_most=measurement.at_most,
    )


def _time(side):
    """Seconds that a call takes, or that it says it took."""
    gc.collect()
    start = time.perf_counter()
    reported = side()
    spent = time.perf_counter() - start
    return reported if isinstance(reported, float) else spent
