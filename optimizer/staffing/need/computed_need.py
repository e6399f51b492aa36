"""Needs computed from the patients: max(ratio, acuity, HPPD, unit minimum), free charge and break relief added."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from optimizer.staffing.facts.care import Care, Census, Filler
from optimizer.staffing.facts.demand import Need, When, most_particular
from optimizer.staffing.facts.scope import in_scope
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.working import Working
from optimizer.staffing.need.acuity import (
    care_minutes,
    part_of,
    people_for,
    ratio_need,
    relief_for,
    shift_shares,
)
from optimizer.staffing.need.forecast import census_in_force
from optimizer.staffing.need.ratio import RatioOf
from optimizer.staffing.need.rounding import whole_people


def with_computed_needs(unit: Unit, ratio_of: RatioOf) -> Unit:
    """Return a unit whose computed needs are those of its patients as they stand now; given needs stay."""
    given = tuple(need for need in unit.needs if not need.computed)
    return replace(unit, needs=given + computed_needs(unit, ratio_of))


def computed_needs(unit: Unit, ratio_of: RatioOf) -> tuple[Need, ...]:
    """Return a need for every day, every shift of the census and every role of the skill mix; none without care."""
    return tuple(_Computation(unit, unit.care, ratio_of).needs()) if unit.care else ()


@dataclass(frozen=True)
class _Computation:
    """Computes the needs of one unit."""

    unit: Unit
    care: Care
    ratio_of: RatioOf

    @cached_property
    def census(self) -> tuple[Census, ...]:
        return census_in_force(self.care)

    @cached_property
    def shares(self) -> dict[str, Fraction]:
        labels = dict.fromkeys(census.shift for census in self.census)
        return shift_shares(self.unit, labels, self.care.times.shares)

    def needs(self) -> Iterator[Need]:
        for day in self.unit.days:
            for census in most_particular(day, self.census, self.unit.calendar):
                fillers = fillers_on(self.unit, self.care, census.shift)
                for filler, working in self._workings(day, census, fillers):
                    maximum = None if filler.spare is None else working.target + filler.spare
                    yield Need(
                        When(day=day), census.shift, filler.role, working.minimum, working.target, maximum, working
                    )

    def _workings(self, day: date, census: Census, fillers: tuple[Filler, ...]) -> Iterator[tuple[Filler, Working]]:
        nurses = ratio_need(self.care, census, day, part_of(self.unit, census.shift), self.ratio_of)
        carrier = ratio_carrier(fillers)
        others = sum(filler.least for filler in fillers if filler.counts and filler is not carrier)
        times, paid, share = self.care.times, self.unit.length_of(census.shift), self.shares[census.shift]
        care, budgeted = care_minutes(self.care, census, share), census.total * (times.per_patient_day or 0) * share
        acuity = self._people(fillers, care, times.productive_of(paid))
        hppd = self._people(fillers, Fraction(budgeted), Fraction(paid))
        for filler in fillers:
            ratio, role = max(0, nurses - others) if filler is carrier else 0, filler.role
            steps = (ratio, acuity[role], hppd[role], filler.least)
            plain = Working(census.total, care, *steps, relief=0, free=filler.free)
            yield filler, replace(plain, relief=self._relief(census.shift, filler, fillers, plain.target))

    def _people(self, fillers: tuple[Filler, ...], minutes: Fraction, each: Fraction) -> dict[str, int]:
        """Return how many people of every role some minutes of work take, the largest share rounded first."""
        ordered = sorted(fillers, key=lambda filler: -filler.share)
        parts = [people_for(minutes, filler.share, each) for filler in ordered]
        people = whole_people(parts, self.care.times.rounding)
        return {filler.role: number for filler, number in zip(ordered, people, strict=True)}

    def _relief(self, label: str, filler: Filler, fillers: tuple[Filler, ...], people: int) -> int:
        helpers = sum(other.least for other in fillers if other.relieves == filler.role)
        return max(0, relief_for(people, filler.relief, self.unit.length_of(label)) - helpers)


def fillers_on(unit: Unit, care: Care, label: str) -> tuple[Filler, ...]:
    """Return what the roles do on a shift or through a window; of two rows for one role the last holds."""
    shift, part = unit.shift_by_code.get(label), part_of(unit, label)
    meant = (f for f in care.mix if (shift.matches(f.shifts) if shift else in_scope((label, part), f.shifts)))
    return tuple({filler.role: filler for filler in meant}.values())


def ratio_carrier(fillers: tuple[Filler, ...]) -> Filler | None:
    """Return the role that makes up what the ratio asks for beyond the sure minimum of the others who count to it.

    It is the one with the largest share of the care, the first of equals.
    """
    return max((filler for filler in fillers if filler.counts), key=lambda filler: filler.share, default=None)
