"""A unit that is to be planned, as an explanation looks at it: closed cells count as decided, as locks do."""

from dataclasses import replace
from functools import cached_property

from optimizer.engine.explain.alone import without_roster
from optimizer.engine.explain.cause import LocalClash
from optimizer.engine.outcome import Pins
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation, formulate
from optimizer.scenarios.plan_unit import UnitToPlan


class UnitToExplain:
    """A unit that is to be planned, as an explanation looks at it."""

    def __init__(self, asked: UnitToPlan) -> None:
        self.unit, self.policy, self._pins = asked.unit, asked.policy, asked.pins

    @cached_property
    def formulation(self) -> Formulation:
        """Return the laws in force, with what could stand in closed cells."""
        return formulate(replace(self.unit, closed=frozenset()), self.policy)

    @property
    def pins(self) -> Pins:
        """Return what is decided, closed cells with it."""
        closed = frozenset(pair for cell in self.unit.closed for pair in self.unit.cells.get(cell, ()))
        return Pins(self._pins.keep, (self._pins.ban | closed) - self._pins.keep)


def without_roster_of(asked: UnitToPlan, run: Run = UNLIMITED) -> dict[str, LocalClash]:
    """Return by person why they can have no roster at all, nothing where everyone can."""
    subject = UnitToExplain(asked)
    return without_roster(subject.formulation, subject.pins, run)
