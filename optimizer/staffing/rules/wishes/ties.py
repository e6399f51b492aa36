"""People who work together, and people who do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from optimizer.planning.law import Place, Sum
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.request import Bond, Tie
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.rules.rule import UnitRule

SAME_SHIFT, SAME_TIME = TOGETHER = ("same shift", "same time")


@dataclass(frozen=True)
class KeepTogether(UnitRule):
    """Gives two people the same shifts on the same days, but for days on which one of them is away."""

    key, title, unit = "keep-together", "Keep together", "duty apart"
    sentence = "the same shifts on the same days as those they are to be kept with, but when one of the two is away"

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day, shift and two people who belong together: as many of one as of the other."""
        for tie in _ties(self, unit, Bond.TOGETHER):
            present = [day for day in unit.days if day not in unit.unavailable[tie.who] | unit.unavailable[tie.other]]
            yield from _shared(unit, tie, present, other=-1, low=0, high=0)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who is without whom."""
        who = finding.place.what[1] if finding.short else finding.place.who
        return (
            f"{_both(unit, finding)} should work the same shifts, but only {unit.name_of(who)} has {_where(finding)}."
        )


@dataclass(frozen=True)
class KeepApart(UnitRule):
    """Never gives two people the same shift on the same day, or duties at the same time, as ``when`` says."""

    key, title, unit = "keep-apart", "Keep apart", "duty together"
    sentence = "no {together} as those they are to be kept apart from"

    when: str = SAME_SHIFT

    def words(self) -> Mapping[str, str]:
        """Return also the words for what they are not to have together."""
        same = {SAME_SHIFT: "shift on the same day", SAME_TIME: "duty at the same time"}
        return {**super().words(), "together": same.get(self.when, self.when)}

    def check(self, unit: Unit) -> None:
        """Refuse another way to be together."""
        super().check(unit)
        if self.when not in TOGETHER:
            raise ValueError(f"'{self.when}' says not when people are together; write {' or '.join(TOGETHER)}")

    def laws(self, unit: Unit) -> Iterator[Sum]:
        """Yield one sum for every day, shift or two that overlap, and two people: one of them at most."""
        for tie in _ties(self, unit, Bond.APART):
            yield from _shared(unit, tie, unit.days, other=1, low=None, high=1)
            if self.when == SAME_TIME:
                yield from _overlapping(unit, tie)

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say who is with whom."""
        if self.when == SAME_TIME:
            both, (shift, _, *others) = _both(unit, finding), finding.place.what
            shifts = f"{shift} on {on(finding.day)} and {others[0] if others else 'the same'}"
            return f"{both} should not be at work at one time, but have {shifts}."
        return f"{_both(unit, finding)} should not work together, but both have {_where(finding)}."


def _ties(rule: UnitRule, unit: Unit, bond: Bond) -> Iterator[Tie]:
    concerned = {staff.id for staff in rule.concerned(unit)}
    return (tie for tie in unit.ties if tie.bond is bond and {tie.who, tie.other} & concerned)


def _shared(
    unit: Unit, tie: Tie, days: Iterable[date], *, other: int, low: int | None, high: int | None
) -> Iterator[Sum]:
    factors = {tie.who: 1, tie.other: other}
    for shift in (shift for shift in unit.shifts if shift.staffs):
        for day in days:
            terms = tuple((factors[p.who], p) for p in unit.columns[day, shift.code] if p.who in factors)
            yield Sum(Place(tie.who, day, what=(shift.code, tie.other)), terms, low, high)


def _overlapping(unit: Unit, tie: Tie) -> Iterator[Sum]:
    """Yield that at most one of two people has a duty, for every two duties in different shifts that overlap."""
    staffing = [shift for shift in unit.shifts if shift.staffs]
    for one, two, later in product(staffing, staffing, (-1, 0, 1)):
        start, end = two.start + later * DAY_MINUTES, two.end + later * DAY_MINUTES
        if (one.code == two.code and not later) or not (one.start < end and start < one.end):
            continue
        for day in unit.days:
            mine = (pair for pair in unit.columns[day, one.code] if pair.who == tie.who)
            theirs = unit.columns.get((day + timedelta(days=later), two.code), ())
            terms = (*mine, *(pair for pair in theirs if pair.who == tie.other))
            yield Sum(Place(tie.who, day, what=(one.code, tie.other, two.code)), tuple((1, p) for p in terms), high=1)


def _both(unit: Unit, finding: Finding) -> str:
    return f"{unit.name_of(finding.place.who)} and {unit.name_of(finding.place.what[1])}"


def _where(finding: Finding) -> str:
    return f"{finding.place.what[0]} on {on(finding.day)}"
