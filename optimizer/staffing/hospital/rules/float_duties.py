"""How many duties somebody of the pool has in each unit that they may work in, and where they like to work best."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.hospital.hospital import Orientation
from optimizer.staffing.hospital.names import in_unit
from optimizer.staffing.hospital.pool import Pool
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class FloatRule(UnitRule):
    """A rule over the duties that people of a pool have in units; it says nothing in any other unit."""

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for everyone and unit of which something is said."""
        for each in unit.orientations if isinstance(unit, Pool) else ():
            cells = (pair for day in unit.days for pair in unit.cells.get((each.who, day), ()))
            there = tuple((1, pair) for pair in cells if in_unit(pair.what.shift, each.unit))
            place = Place(each.who, unit.days[0], unit.days[-1], (each.unit,))
            yield from self.law(each, Sum(place, there))

    @abstractmethod
    def law(self, orientation: Orientation, duties: Sum) -> Iterator[Sum]:
        """Yield what is said of somebody's duties in one unit."""


@dataclass(frozen=True)
class FloatDuties(FloatRule):
    """Gives everyone of the pool as many duties in a unit as their line says, least and most."""

    key, title, unit = "float-duties", "Float duties in a unit", "duty too many or too few"
    sentence = "as many duties in a unit as their orientation to it says"

    def law(self, orientation: Orientation, duties: Sum) -> Iterator[Sum]:
        """Yield a sum where a line says how many."""
        if orientation.least is not None or orientation.most is not None:
            yield Sum(duties.place, duties.terms, orientation.least, orientation.most)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say how many duties somebody has in a unit and how many it should be."""
        who, had = unit.name_of(finding.place.who), count(finding.total, "duty", "duties")
        return f"{who} has {had} in {finding.place.what[0]}; it should be {finding.bound}."


@dataclass(frozen=True)
class FloatPreference(FloatRule):
    """Has everyone of the pool work where they like to best."""

    key, title, unit = "float-preference", "Where the pool likes to work", "rank of a duty"
    sentence = "duties in the units that they like best"

    def law(self, orientation: Orientation, duties: Sum) -> Iterator[Sum]:
        """Yield a sum where a unit is not somebody's first."""
        if orientation.rank > 1:
            yield Sum(duties.place, tuple((orientation.rank - 1, pair) for _, pair in duties.terms), high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say where somebody works rather than where they like to."""
        return f"{unit.name_of(finding.place.who)} works in {finding.place.what[0]}, not where they like to best."
