"""Random units that cannot be staffed, of both kinds, by their seed; and whether an explanation of one is right."""

import random
from datetime import date, timedelta

from optimizer.engine import cpsat
from optimizer.engine.clock import in_seconds
from optimizer.engine.explain.cause import causes_of, only, pins_for
from optimizer.engine.explain.clash import softest
from optimizer.engine.explain.explain import explain
from optimizer.engine.explain.shortfall import UNIT, softened
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.coverage.skill_on_shift import SkillOnShift
from optimizer.staffing.rules.hours.hours import WeeklyHours
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.summary.explain.explanation import MOST, POSSIBLE, UNKNOWN, explanation_lines
from tests.draw import MONDAY, SHIFTS

KINDS = ("clash", "shortage")
ROLES = (DutyRole("RN"), DutyRole("Charge", ("charge course",), "C"))
DAY, NIGHT = "L", "M"


def impossible_unit(kind: str, seed: int) -> tuple[Unit, Policy]:
    """Return a unit of some people and days that has no plan, because of one place or of too few people."""
    chance = random.Random(f"{kind} {seed}")
    people = [_person(chance, number) for number in range(chance.randint(6, 9))]
    last = MONDAY + timedelta(days=chance.randint(6, 10))
    calendar = Calendar(MONDAY, last, week_start=0)
    unit = Unit("Impossible", calendar, SHIFTS, ROLES, tuple(people), needs=_needs(chance, kind, len(people)))
    policy = Policy(
        (
            must(OneDutyADay()), must(CoverMinimum()), priced(CoverTarget(), 100), must(SkillOnShift()),
            must(Credentials()), must(Availability()), must(Leave()), must(Rest(limit=chance.choice((10, 11)) * 60)),
            must(MostInARow(limit=chance.choice((3, 4)))), must(WeeklyHours(limit=chance.choice((48, 60)) * 60)),
        )
    )  # fmt: skip
    return (_clashing(chance, unit) if kind == "clash" else unit), policy


def _person(chance: random.Random, number: int) -> Staff:
    lead = number < 3 or chance.random() < 0.3
    roles = ("RN", "Charge") if lead else ("RN",)
    held = {**({"charge course": None} if lead else {}), **({"ACLS": None} if chance.random() < 0.6 else {})}
    shifts = chance.choice(((), (), (DAY,), (NIGHT,))) if number > 2 else ()
    return Staff(f"p{number}", f"Person {number}", "RN", roles, credentials=held, shifts=shifts)


def _needs(chance: random.Random, kind: str, people: int) -> tuple[Need, ...]:
    """Return a lead a day, and hardly more where the clash is in one place; else more than there are people."""
    lead = Need(When(), DAY, "Charge", 1, 1)
    if kind == "clash":
        return (lead,)
    day = chance.randint(people // 2, people - 2)
    return (lead, Need(When(), DAY, "RN", day, day), Need(When(), NIGHT, "RN", people - day, people - day + 1))


def _clashing(chance: random.Random, unit: Unit) -> Unit:
    """Return a unit in which everyone who can lead a day is taken there, each for a reason of their own."""
    day = chance.choice(unit.days[1:-1])
    requests, locked, closed = [], set[Pair](), set[tuple[str, date]]()
    for staff in unit.staff:
        if "Charge" not in staff.roles or (staff.shifts and DAY not in staff.shifts):
            continue
        reason = chance.choice(("leave", "blocked", "study", "night", "night before", "closed"))
        if reason in ("leave", "blocked"):
            wish = Wish.OFF if reason == "leave" else Wish.BLOCKED
            requests.append(Request(staff.id, wish, day, day, approved=reason == "leave"))
        elif reason == "closed":
            closed.add((staff.id, day))
        elif reason == "study":
            locked.add(Pair(staff.id, Duty(day, "S")))
        elif not staff.shifts:
            on = day if reason == "night" else day - timedelta(days=1)
            locked.add(Pair(staff.id, Duty(on, NIGHT, "RN")))
        else:
            closed.add((staff.id, day))
    banned = frozenset(closed)
    return Unit(**{
        **{name: getattr(unit, name) for name in unit.__dataclass_fields__},
        "requests": tuple(requests), "locked": frozenset(locked), "closed": banned,
    })  # fmt: skip


def wrong_with(kind: str, seed: int, seconds: float = 60.0) -> list[str]:
    """Return what is wrong with the explanation of a random unit, by solving again; nothing when all is right."""
    unit, policy = impossible_unit(kind, seed)
    formulation = formulate(Unit(**{**_facts(unit), "closed": frozenset()}), policy)
    closed = frozenset(pair for cell in unit.closed for pair in unit.cells[cell])
    pins = Pins(unit.locked, closed)
    found = explain(formulation, pins, Run(in_seconds(seconds)))
    lines, faults = explanation_lines(unit, found), []
    if not 1 <= len(lines) <= MOST or lines[0] in (POSSIBLE, UNKNOWN):
        faults.append(f"told in {len(lines)} lines: {lines[:1]}")
    every = causes_of(formulation, pins)
    if _stands(formulation, every):
        faults.append("a plan is possible")
    for clash in found.clashes.found:
        if _stands(formulation, clash.causes):
            faults.append(f"these can stand together: {clash.causes}")
        if clash.smallest and not all(
            _stands(formulation, [c for c in clash.causes if c is not gone]) for gone in clash.causes
        ):
            faults.append("a clash is not the smallest")
    if found.clashes.all_told:
        given_up = [softest(clash.causes) for clash in found.clashes.found]
        if not _stands(formulation, [c for c in every if not any(c is gone for gone in given_up)]):
            faults.append("to give up the softest of each clash is not enough")
    elif found.shortfall is None:
        faults.append("neither all clashes nor a shortage are told")
    else:
        faults += _wrong_shortfall(formulation, pins, found.shortfall)
    return faults


def _wrong_shortfall(formulation, pins, short):
    musts = softened(formulation.musts()) if not short.others else formulation.musts().relaxed(UNIT)
    outcome = cpsat.solve(musts, pins, start=short.plan, run=Run(in_seconds(60), effort=Effort(2)))
    if outcome.status is not Status.OPTIMAL:
        return [] if short.least <= -(-outcome.score.cost // UNIT) else ["a bound above what is possible"]
    right = outcome.score.cost // UNIT == short.units if short.proved else short.least <= outcome.score.cost // UNIT
    return [] if right else [f"{short.units} and {short.least} are told, {outcome.score.cost // UNIT} it is"]


def _stands(formulation, causes):
    return cpsat.solve(only(formulation, causes), pins_for(causes)).status is not Status.INFEASIBLE


def _facts(unit):
    return {name: getattr(unit, name) for name in unit.__dataclass_fields__}
