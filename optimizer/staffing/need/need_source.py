"""Where every needed number comes from, and what the needs add up to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.demand import Need, most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.working import Working
from optimizer.staffing.need.acuity import start_of
from optimizer.staffing.need.forecast import census_in_force

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


def care_of(unit: Unit) -> Fraction:
    """Return the minutes of care that the patients of a plan take, over the shifts that have a census."""
    workings = {(s.day, s.used.shift): s.working for s in need_sources(unit) if s.working}
    return sum((working.care for working in workings.values()), Fraction())


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
