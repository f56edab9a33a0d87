# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Transition tables: which state may follow which, and who may decide it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Transition:
    """One allowed change of state.

    ``roles`` names who may decide it, in the words of the model that owns the
    table; ``guarded`` says whether the open guards of the target must be empty.
    """

    source: str
    target: str
    roles: frozenset
    guarded: bool = False


class TransitionTable:
    """The allowed transitions of one kind of record."""

    def __init__(self, initial, transitions):
        self.initial = initial
        self._by_pair = {(step.source, step.target): step for step in transitions}

    def find(self, source, target):
        """The transition from ``source`` to ``target``, or ``None``."""
        return self._by_pair.get((source, target))

    def targets(self, source):
        """States that may follow ``source``, in the order of the table."""
        return [target for origin, target in self._by_pair if origin == source]


def table(initial, *rows):
    """Build a table from ``(sources, target, roles[, guarded])`` rows.

    ``sources`` and ``roles`` are words separated by spaces.
    """
    transitions = [
        Transition(source, target, frozenset(roles.split()), *guarded)
        for sources, target, roles, *guarded in rows
        for source in sources.split()
    ]
    return TransitionTable(initial, transitions)
