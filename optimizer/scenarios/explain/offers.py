"""Which changes promise a way out: those that give up one cause of a clash, and those that bring who is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

from optimizer.engine.explain.cause import Cause, FixedCell, LocalClash
from optimizer.engine.explain.explain import Explanation
from optimizer.engine.explain.shortfall import Shortfall
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Sum
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Finding
from optimizer.scenarios.explain.remedy import (
    Agency,
    HireMore,
    LowerNeeds,
    MoveClass,
    OvertimeDuty,
    Release,
    Remedy,
    Soften,
    Withdraw,
)
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import in_force, presets_of, rulings_on
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.rule import TimeRule
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.scenario import Position

MISSING, BREACH = 500_00, 1_000_00
"""Cents that a person missing, and a unit of a softened must, count as: no pay, but what they stand for beside it."""
MOVED = (-1, 1, -2, 2, -7, 7)
"""By how many days a class may be moved."""
FTES = (0.9, 0.6)
MOST_PEOPLE = 4
"""How often as many people as are missing by hours are tried at most."""


def offers(unit: Unit, policy: Policy, explanation: Explanation) -> tuple[Remedy, ...]:
    """Return changes that may help, each once; none is against a law that binds the unit, nor about a licence."""
    found = [*_for_clashes(unit, policy, explanation.clashes.found)]
    if explanation.shortfall:
        found += _for_shortfall(unit, policy, explanation.shortfall)
    return tuple(dict.fromkeys(found))


def _for_clashes(unit: Unit, policy: Policy, clashes: Iterable[LocalClash]) -> Iterator[Remedy]:
    rulings = _free(unit, policy)
    needs: list[Clause] = []
    for clash in clashes:
        for cause in clash.causes:
            if isinstance(cause, Clause) and isinstance(cause.rule, CoverMinimum):
                needs.append(cause)
            yield from _giving_up(unit, rulings, cause)
    if len(needs) > 1 and _may_lower(unit):
        yield LowerNeeds(tuple(_lowered(clause) for clause in needs), MISSING)


def _giving_up(unit: Unit, rulings: Iterable[Ruling], cause: Cause) -> Iterator[Remedy]:
    """Yield the changes that give up one cause."""
    if isinstance(cause, FixedCell):
        yield from _moving(unit, cause)
        return
    law = cause.law
    who = law.place.who if isinstance(law, Sum) else law.who
    if isinstance(cause.rule, CoverMinimum) and isinstance(law, Sum) and law.place.day:
        shift, role = law.place.what
        yield Agency(1, role, shift if shift in unit.shift_by_code else "", law.place.day, law.place.day)
        yield HireMore(Position(1, role, FTES[0], shift if shift in unit.shift_by_code else ""))
        if _may_lower(unit):
            yield LowerNeeds((_lowered(cause),), MISSING)
    elif isinstance(cause.rule, Leave) and isinstance(law, Sum) and law.place.day:
        yield Withdraw(who, law.place.day)
    elif not isinstance(cause.rule, Credentials | Availability):
        yield from _bending(unit, rulings, cause, who)


def _moving(unit: Unit, cell: FixedCell) -> Iterator[Remedy]:
    if cell.day is None:
        return
    classes = [pair for pair in cell.keep if not unit.shift_of(pair.what).staffs and not unit.shift_of(pair.what).away]
    for pair in classes:
        yield from (MoveClass(pair, day) for n in MOVED if (day := cell.day + timedelta(days=n)) in unit.days)
    yield Release(cell.who, cell.day)


def _bending(unit: Unit, rulings: Iterable[Ruling], cause: Clause, who: str) -> Iterator[Remedy]:
    """Yield that somebody works beyond a limit on hours, or that a must is a price, for them where it is theirs."""
    for ruling in rulings:
        if ruling.rule is not cause.rule and ruling.rule != cause.rule:
            continue
        own = who if who in unit.people else ""
        shift = max((shift.paid for shift in unit.shifts if shift.staffs), default=0)
        if own and ruling.rule.limit is not None and _on_hours(ruling):
            yield OvertimeDuty(own, ruling, shift if isinstance(ruling.rule, TimeRule) else 1, shift)
        yield Soften(ruling, BREACH, 1, own)


def _on_hours(ruling: Ruling) -> bool:
    """Tell whether a rule is an upper limit on hours or duties of one person."""
    key = ruling.rule.key
    return key.startswith(("most-duties", "most-hours", "weekly-hours", "hours-high", "average-hours"))


def _for_shortfall(unit: Unit, policy: Policy, short: Shortfall) -> Iterator[Remedy]:
    """Yield who could come, what could be asked for less, and which musts could be prices."""
    musts = [finding for finding in short.findings if finding.must]
    lacking = [finding for finding in musts if isinstance(finding.rule, CoverMinimum)]
    for role, minutes in _by_role(unit, lacking).items():
        yield from _people(unit, role, minutes)
    if lacking and _may_lower(unit):
        lower = ((f.day, f.place.what[0], f.place.what[1], f.amount) for f in lacking)
        yield LowerNeeds(tuple(lower), MISSING)
    for ruling in _free(unit, policy):
        units = sum(f.rule.units(f.amount) for f in musts if f.rule == ruling.rule)
        if units:
            yield Soften(ruling, BREACH, units)


def _people(unit: Unit, role: str, minutes: int) -> Iterator[Remedy]:
    """Yield as many agency nurses, and as many hired, as the minutes take that are missing, and some more."""
    full = float(unit.calendar.full_time_over(unit.days))
    least = max(1, -(-minutes // max(1, int(full))))
    first, last = unit.calendar.first, unit.calendar.last
    for number in range(least, least + MOST_PEOPLE):
        yield Agency(number, role, "", first, last)
        yield HireMore(Position(number, role, FTES[0]))


def _by_role(unit: Unit, lacking: Iterable[Finding]) -> Counter[str]:
    minutes: Counter[str] = Counter()
    for finding in lacking:
        shift, role = finding.place.what
        minutes[role] += finding.amount * unit.length_of(shift)
    return minutes


def _free(unit: Unit, policy: Policy) -> tuple[Ruling, ...]:
    """Return the musts that a unit may change: not those of law, and not those that are always musts."""
    lawful = rulings_on(presets_of(unit), unit.days)
    musts = (each for each in policy.rulings if each.mode is Mode.MUST and each.rule.bends)
    own = (ruling for ruling in musts if not ruling.rule.always_must)
    return tuple(ruling for ruling in own if ruling not in lawful and not isinstance(ruling.rule, Credentials))


def _may_lower(unit: Unit) -> bool:
    """Tell whether the unit itself says how many there have to be: not where law in force has ratios or a mix."""
    presets = presets_of(unit)
    return not any(in_force(each.ratios, unit.days) or in_force(each.mixes, unit.days) for each in presets)


def _lowered(clause: Clause) -> tuple:  # type: ignore[type-arg]
    assert isinstance(clause.law, Sum) and clause.law.place.day
    shift, role = clause.law.place.what
    return clause.law.place.day, shift, role, 1
