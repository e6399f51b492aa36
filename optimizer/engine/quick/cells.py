"""What everyone can have on each day, as a compiled search numbers it."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair


@dataclass(slots=True)
class QuickOption:
    """What somebody can have on a day: what it costs by itself, and its terms by row."""

    pair: Pair | None
    label: int
    hard: int = 0
    soft: int = 0
    terms: dict[int, int] = field(default_factory=dict)


NOTHING = QuickOption(None, 0)
"""What somebody has on a day that is none of theirs."""


class QuickCells:
    """What everyone can have on each day."""

    def __init__(self, formulation: Formulation, pins: Pins) -> None:
        self.past, self.cell_of = formulation.past, formulation.cell
        self.of = dict[tuple[str, date], list[QuickOption]]()
        self._label_of: dict[Any, int] = {}
        self.labels: dict[Hashable, int] = {None: 0}
        kept = {formulation.cell(pair): pair for pair in pins.keep}
        for pair in dict.fromkeys((*formulation.pairs, *sorted(pins.keep))):
            key = formulation.cell(pair)
            cell = self.of.setdefault(key, [] if key in kept else [QuickOption(None, 0)])
            taken = kept[key] == pair if key in kept else pair in formulation.offered and pair not in pins.ban
            if taken:
                cell.append(QuickOption(pair, self._label(pair, shared=pair.who in formulation.walkers)))
        self.people = list(dict.fromkeys(who for who, _ in self.of))
        self.days = sorted({day for _, day in self.of})
        self.option = {option.pair: option for cell in self.of.values() for option in cell if option.pair}

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

    def _label(self, pair: Pair, *, shared: bool) -> int:
        """Return the number of what is given, whatever the day; where days are shared, to whom tells it apart."""
        who, what = pair.who if shared else "", pair.what
        if (who, what) not in self._label_of:
            day = what.day
            alike = tuple(part for part in what if part != day) if isinstance(what, tuple) else str(type(what))
            self._label_of[who, what] = self.labels.setdefault((who, alike), len(self.labels))
        return self._label_of[who, what]
