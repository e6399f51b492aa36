"""Weekends of a contract."""

from collections.abc import Iterator

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.border import CLOSED, CLOSED_BEFORE
from optimizer.staffing.rules.charged import ONCE
from optimizer.staffing.rules.excused import EXCUSED
from optimizer.staffing.rules.sequence.pattern import ANY, FREE, OFF
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.weekends.counted import WHOLLY_FREE
from optimizer.staffing.rules.weekends.fewest_weekends import FewestWeekendsInARow
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekends, MostWeekendsInARow
from tests.benchmarks.families.ros.counts import Said
from tests.benchmarks.families.ros.document import Contract
from tests.benchmarks.families.ros.past import OTHER, PAST
from tests.benchmarks.families.ros.sequences import nights

EVE = ("N",)
"""The night that begins a weekend after the plan."""


def weekends(contract: Contract, unit: Unit) -> Iterator[Said]:
    """Yield the rules about weekends."""
    to, kind = contract.to, (contract.node.findtext("WeekendDefinition") or "").strip()
    at = at_work(unit)
    for name, rule in (
        ("MaxConsecutiveWorkingWeekends", lambda limit: MostWeekendsInARow(to, at, limit=limit)),
        (
            "MinConsecutiveWorkingWeekends",
            lambda limit: _worked_in_a_row(to, at, limit),
        ),
        ("MaxConsecutiveFreeWeekends", lambda limit: MostWeekendsInARow(to, counted=WHOLLY_FREE, limit=limit)),
        ("MinConsecutiveFreeWeekends", lambda limit: _free_in_a_row(to, limit)),
        ("MaxWorkingWeekendsInFourWeeks", lambda limit: MostWeekends(to, at, limit=limit, weekends=4)),
        ("MaxWorkingWeekends", lambda limit: MostWeekends(to, limit=limit)),
        ("MaxWeekendsOff", lambda limit: _off(to, limit)),
        ("MaxWorkingWeekendsIncFriNight", lambda limit: MostWeekends(to, at, limit=limit, charged=ONCE, eve=EVE)),
    ):
        if found := contract.number(name):
            yield name, rule(int(found[0])), found[1]
    yield from _whole(contract, unit, kind)
    if weight := contract.switched("NoNightShiftBeforeFreeWeekend"):
        off, night = ("Sat off", "Sun off"), nights(unit)
        days = (f"Thu {night}", "Fri off", *off) if "Friday" in kind else (f"Fri {night}", *off)
        yield "NoNightShiftBeforeFreeWeekend", UnwantedPattern(to, days), weight


def at_work(unit: Unit) -> tuple[str, ...]:
    """Return the shifts in which somebody is at work, other work left out and what was before the plan counted."""
    codes = {*unit.shift_by_code}
    return ("work", *([PAST] if PAST in codes else [])) if codes & {PAST, OTHER} else ()


def _off(to: tuple[str, ...], limit: int) -> MostWeekends:
    return MostWeekends(to, weekend="Fri night-Sun", counted=WHOLLY_FREE, limit=limit)


def _worked_in_a_row(to: tuple[str, ...], at: tuple[str, ...], limit: int) -> FewestWeekendsInARow:
    return FewestWeekendsInARow(to, at, border=CLOSED_BEFORE, limit=limit)


def _free_in_a_row(to: tuple[str, ...], limit: int) -> FewestWeekendsInARow:
    return FewestWeekendsInARow(to, counted=WHOLLY_FREE, border=CLOSED, limit=limit)


def _whole(contract: Contract, unit: Unit, kind: str) -> Iterator[Said]:
    """Yield that weekends are worked whole, with Friday and Monday where the contract says so, in one shift."""
    to, name, both = contract.to, "CompleteWeekends", (f"Sat {ANY}", f"Sun {ANY}")
    complete, identical = contract.switched(name), contract.switched("IdenticalShiftTypesDuringWeekend")
    if complete:
        yield name, CompleteWeekends(to, at_work(unit), leave_is=EXCUSED), complete
    if complete and "Friday" in kind:
        yield name, UnwantedPattern(to, (f"Fri {OFF}", *both)), complete
    if complete and "Monday" in kind:
        before = (f"Fri {ANY}",) if "Friday" in kind else ()
        yield name, UnwantedPattern(to, (*before, *both, f"Mon {FREE}")), complete
        if unit.calendar.last.weekday() == 6:
            last = unit.calendar.last.isoformat()
            yield name, UnwantedPattern(to, (*before, both[0], f"{last} {ANY}")), complete
    if identical:
        yield "IdenticalShiftTypesDuringWeekend", IdenticalWeekends(to, at_work(unit), leave_is=EXCUSED), identical
