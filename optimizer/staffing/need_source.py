"""Where every needed number comes from, and what the needs add up to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.acuity import start_of
from optimizer.staffing.demand import Need, most_particular
from optimizer.staffing.forecast import census_in_force
from optimizer.staffing.unit import Unit
from optimizer.staffing.working import Working

GIVEN = "given"


@dataclass(frozen=True, slots=True)
class NeedSource:
    """One need on one day: the number in use, and how it was computed, None where nothing computes it."""

    day: date
    used: Need
    working: Working | None

    @property
    def origin(self) -> str:
        """Return where the number comes from, in words."""
        if not self.used.computed:
            return f"{GIVEN}, in place of the computed one" if self.working else GIVEN
        assert self.working is not None
        relief = f", {self.working.relief} of it break relief" if self.working.relief else ""
        return f"{self.working.binds}{relief}"


def need_sources(unit: Unit) -> tuple[NeedSource, ...]:
    """Return where the numbers in force come from, in the order of days, shifts and roles."""
    computed = {(need.when.day, *need.thing): need.working for need in unit.needs if need.computed}
    return tuple(NeedSource(day, need, computed.get((day, *need.thing))) for day, need in unit.demand)


@dataclass(frozen=True, slots=True)
class CareTotals:
    """What the patients of a plan take, and what the target staffing gives; times in minutes."""

    patient_days: int
    care: Fraction
    staffed: int

    @property
    def per_patient_day(self) -> Fraction | None:
        """Return the minutes that each patient gets in a day (HPPD), None without patients."""
        return Fraction(self.staffed, self.patient_days) if self.patient_days else None


def care_totals(unit: Unit) -> CareTotals:
    """Return the totals of a plan, over the shifts that have a census.

    The patients at midnight make the patient days: those of the shift that starts last. The paid time of everyone who
    does a share of the care, or counts to the ratio, is staffed.
    """
    sources = [source for source in need_sources(unit) if source.working]
    workings = {(s.day, s.used.shift): s.working for s in sources if s.working}
    staffed = sum(s.used.target * unit.length_of(s.used.shift) for s in sources if s.working and not s.working.free)
    care = sum((working.care for working in workings.values()), Fraction())
    return CareTotals(patient_days(unit, unit.days), care, staffed)


def patient_days(unit: Unit, days: Iterable[date]) -> int:
    """Return the patients at midnight, over some days: those of the shift that starts last; 0 without a census."""
    if unit.care is None:
        return 0
    census = census_in_force(unit.care)
    last = max((row.shift for row in census), key=lambda label: start_of(unit, label), default="")
    held = (most_particular(day, census, unit.calendar) for day in days)
    return sum(row.total for rows in held for row in rows if row.shift == last)


@dataclass(frozen=True, slots=True)
class NeedRange:
    """The needs of one role on one shift over the days: lowest and highest numbers, and what they come from."""

    shift: str
    role: str
    minimum: tuple[int, int]
    target: tuple[int, int]
    origins: tuple[tuple[str, int], ...]


def need_ranges(unit: Unit) -> tuple[NeedRange, ...]:
    """Return the range of every role on every shift; origins with the number of days, the most frequent first."""
    groups: dict[tuple[str, str], list[NeedSource]] = {}
    for source in need_sources(unit):
        groups.setdefault(source.used.thing, []).append(source)
    return tuple(
        NeedRange(
            *thing,
            _range(source.used.minimum for source in sources),
            _range(source.used.target for source in sources),
            tuple(Counter(source.origin for source in sources).most_common()),
        )
        for thing, sources in groups.items()
    )


def _range(numbers: Iterable[int]) -> tuple[int, int]:
    values = sorted(numbers)
    return values[0], values[-1]
