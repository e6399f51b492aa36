"""What everyone can have on each day, as a compiled search numbers it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from optimizer.engine.day_sets import DaySet, PersonDay, day_sets
from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair


@dataclass(slots=True)
class QuickOption:
    """What somebody can have on a day: what it costs by itself, and its terms by row."""

    pairs: DaySet
    label: int
    hard: int = 0
    soft: int = 0
    terms: dict[int, int] = field(default_factory=dict)


NOTHING = QuickOption((), 0)
"""What somebody has on a day that is none of theirs."""


class QuickCells:
    """What everyone can have on each day."""

    def __init__(self, formulation: Formulation, pins: Pins) -> None:
        self.past, self.of = formulation.past, dict[PersonDay, list[QuickOption]]()
        self.cell_of, self._shared = formulation.cell, formulation.walkers
        self._label_of: dict[Any, int] = {}
        self.labels: dict[Hashable, int] = {(): 0}
        for key, sets in day_sets(formulation, pins).items():
            self.of[key] = [QuickOption(pairs, self._label(pairs)) for pairs in sets]
        self.people = list(dict.fromkeys(who for who, _ in self.of))
        self.days = sorted({day for _, day in self.of})
        self.having: dict[Pair, list[QuickOption]] = defaultdict(list)
        for option in (option for cell in self.of.values() for option in cell):
            for pair in option.pairs:
                self.having[pair].append(option)

    def prune(self) -> None:
        """Leave out what breaks a must by itself where something else does not, or less."""
        for key, cell in self.of.items():
            least = min(option.hard for option in cell)
            self.of[key] = [option for option in cell if option.hard == least]

    def options(self) -> Iterable[QuickOption]:
        """Yield every option, person by person and day by day."""
        for who in self.people:
            for day in self.days:
                yield from self.of.get((who, day)) or [NOTHING]

    def _label(self, pairs: DaySet) -> int:
        """Return the number of what is given, whatever the day; where days are shared, to whom tells it apart."""
        things = tuple((pair.who if pair.who in self._shared else "", pair.what) for pair in pairs)
        if things not in self._label_of:
            alike = tuple((who, _undated(what)) for who, what in things)
            self._label_of[things] = self.labels.setdefault(alike, len(self.labels))
        return self._label_of[things]


def _undated(what: Any) -> Hashable:
    """Return what is alike on all days."""
    day = what.day
    return tuple(part for part in what if part != day) if isinstance(what, tuple) else str(type(what))
