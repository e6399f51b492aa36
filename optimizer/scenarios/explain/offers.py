"""Which changes promise a way out: those that give up one cause of a clash, and those that bring who is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from optimizer.engine.explain.cause import Cause, FixedCell, LocalClash, stays
from optimizer.engine.explain.explain import Explanation
from optimizer.engine.explain.shortfall import Shortfall
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Sum
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Finding, Rule
from optimizer.scenarios.explain.bent_rule import OvertimeDuty, Soften
from optimizer.scenarios.explain.decided import MoveClass, Release
from optimizer.scenarios.explain.lower_needs import FewerPeople, LowerNeeds
from optimizer.scenarios.explain.newcomers import Agency, HireMore
from optimizer.scenarios.explain.remedy import Remedy
from optimizer.scenarios.explain.usual_pay import longest_duty
from optimizer.scenarios.explain.withdraw import Withdraw
from optimizer.scenarios.hire import FTES
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import in_force, presets_of, rulings_on
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.average_hours import AverageHours
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.hours.hours import HoursHigh, WeeklyHours
from optimizer.staffing.rules.hours.hours_in_period import MostHoursInPeriod
from optimizer.staffing.rules.rule import TimeRule
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.scenario import Position

MOVED = (-1, 1, -2, 2, -7, 7)
"""By how many days a class may be moved."""
ON_HOURS = (MostDuties, HoursHigh, WeeklyHours, AverageHours, MostHoursInPeriod)
"""Upper limits on one person's hours or duties that an overtime duty goes beyond; what any 24 hours have is safety."""
LEVELS = ((CoverMinimum, CoverLevel.MINIMUM), (CoverTarget, CoverLevel.TARGET))
"""The rules by which people are needed, and what of a need each asks for."""
MOST_PEOPLE = 4
"""How often as many people as are missing by hours are tried at most."""


def offers(unit: Unit, policy: Policy, explanation: Explanation) -> tuple[Remedy, ...]:
    """Return changes that may help, each once; none is against a law that binds the unit, nor about a licence."""
    found = [*_for_clashes(unit, policy, explanation.clashes.found)]
    if explanation.shortfall:
        found += _for_shortfall(unit, policy, explanation.shortfall)
    return tuple(dict.fromkeys(found))


def _for_clashes(unit: Unit, policy: Policy, clashes: Sequence[LocalClash]) -> Iterator[Remedy]:
    rulings, causes = _free(unit, policy), [cause for clash in clashes for cause in clash.causes]
    for cause in causes:
        yield from _giving_up(unit, rulings, cause)
    for level in CoverLevel:
        needs = [cause for cause in causes if isinstance(cause, Clause) and _level(cause.rule) is level]
        if len(needs) > 1:
            yield from _lowering(unit, level, map(_fewer, needs))


def _giving_up(unit: Unit, rulings: Iterable[Ruling], cause: Cause) -> Iterator[Remedy]:
    """Yield the changes that give up one cause."""
    if isinstance(cause, FixedCell):
        yield from _moving(unit, cause)
        return
    law = cause.law
    who = law.place.who if isinstance(law, Sum) else law.who
    level = _level(cause.rule)
    if level and isinstance(law, Sum) and law.place.day:
        shift, role = law.place.what
        only = shift if shift in unit.shift_by_code else ""
        yield Agency(1, role, only, law.place.day, law.place.day)
        yield HireMore(Position(1, role, FTES[0], only))
        yield from _lowering(unit, level, [_fewer(cause)])
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
    own, duty = who if who in unit.people else "", longest_duty(unit)
    for ruling in rulings:
        if ruling.rule == cause.rule:
            if own and isinstance(ruling.rule, ON_HOURS):
                yield OvertimeDuty(own, ruling, duty if isinstance(ruling.rule, TimeRule) else 1, duty)
            yield Soften(ruling, who=own)


def _for_shortfall(unit: Unit, policy: Policy, short: Shortfall) -> Iterator[Remedy]:
    """Yield who could come, what could be asked for less, and which musts could be prices."""
    musts = [finding for finding in short.findings if finding.must]
    lacking = [finding for finding in musts if _level(finding.rule)]
    for role, minutes in _by_role(unit, lacking).items():
        yield from _people(unit, role, minutes)
    for level in CoverLevel:
        short_of_it = [finding for finding in lacking if _level(finding.rule) is level]
        yield from _lowering(unit, level, (FewerPeople(f.day, f.place.what, f.amount) for f in short_of_it))
    for ruling in _free(unit, policy):
        units = sum(f.rule.units(f.amount) for f in musts if f.rule == ruling.rule)
        if units:
            yield Soften(ruling, units)


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
    musts = (each for each in policy.rulings if each.mode is Mode.MUST and not stays(each.rule))
    return tuple(ruling for ruling in musts if ruling not in lawful and not isinstance(ruling.rule, Credentials))


def _level(rule: Rule[Any]) -> CoverLevel | None:
    """Return what of a need a rule asks for, None for one that is about anything else."""
    return next((level for known, level in LEVELS if isinstance(rule, known)), None)


def _lowering(unit: Unit, level: CoverLevel, by: Iterable[FewerPeople]) -> Iterator[LowerNeeds]:
    """Yield that fewer have to be there: a minimum only where the unit itself says it, no law with ratios or a mix."""
    fewer, presets = tuple(by), presets_of(unit)
    bound = any(in_force(each.ratios, unit.days) or in_force(each.mixes, unit.days) for each in presets)
    if fewer and not (bound and level is CoverLevel.MINIMUM):
        yield LowerNeeds(fewer, level)


def _fewer(need: Clause) -> FewerPeople:
    assert isinstance(need.law, Sum) and need.law.place.day
    return FewerPeople(need.law.place.day, need.law.place.what, 1)
