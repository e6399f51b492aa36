"""A scenario: what would be different, and the unit and policy that it makes of those that are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from statistics import median
from typing import Any

from optimizer.planning.pair import Plan
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.staffing.facts.care import Care, Census
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import lawful, with_lawful_overtime
from optimizer.staffing.law.lawful_need import with_lawful_needs
from optimizer.staffing.pay.pay import rounded
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.caps import AgencyCap, OvertimeCap
from optimizer.staffing.rules.implied import with_implied
from optimizer.staffing.rules.rule import UnitRule

WHOLE = 1000
"""Changes are in thousandths: 25 is 2.5 % more."""
AS_IT_IS = "As it is"


@dataclass(frozen=True, slots=True)
class Position:
    """Some people who would be hired alike; ``shift`` is the only one by contract, any when empty."""

    count: int
    role: str
    fte: float
    shift: str = ""

    def __str__(self) -> str:
        """Return the position as it is written: "2 RN 0.9 N"."""
        return f"{self.count} {self.role} {self.fte:g} {self.shift}".rstrip()


@dataclass(frozen=True, slots=True)
class RuleChange:
    """Another way for a rule to count, at another price in cents, or with another limit; None leaves it as it is."""

    key: str
    mode: Mode | None = None
    price: int | None = None
    limit: int | None = None


@dataclass(frozen=True)
class Scenario:
    """Changes to a unit and its policy; None and empty leave things as they are.

    ``budget`` is in cents and the caps in minutes, musts all three; ``wages``, ``agency_rate`` and ``census`` are
    changes in thousandths; ``hppd`` is minutes a patient and day (direct HPPD). ``jurisdictions`` take the place of
    the unit's, and what they make a must comes on top. ``rules`` come last, so that they can turn a cap into a price.
    """

    name: str
    about: str = ""
    budget: int | None = None
    overtime_cap: int | None = None
    agency_cap: int | None = None
    wages: int | None = None
    agency_rate: int | None = None
    census: int | None = None
    hppd: int | None = None
    jurisdictions: tuple[str, ...] | None = None
    remove: tuple[str, ...] = ()
    add: tuple[Position, ...] = ()
    rules: tuple[RuleChange, ...] = field(default=())

    def apply(self, unit: Unit, policy: Policy) -> tuple[Unit, Policy]:
        """Return the unit and the policy as they would be. Raise ValueError when a rule cannot be changed so."""
        here = unit
        unit = _patients(_pay(_added(without_people(unit, frozenset(self.remove)), self.add), self), self)
        policy = lawful(_capped(policy, self), unit)
        for change in self.rules:
            policy = _changed(policy, change, here)
        return unit, with_implied(policy, unit)


def hired(unit: Unit, position: Position) -> Iterator[Staff]:
    """Yield the people of a position: as those in their role usually are in job, credentials, pay and experience."""
    peers = [s for s in unit.staff if s.roles[0] == position.role]
    peers = peers or [s for s in unit.staff if position.role in s.roles]
    own = [s for s in peers if s.employment in (Employment.FULL_TIME, Employment.PART_TIME)] or peers
    required = unit.role_by_name[position.role].requires
    usual = [name for name, held in Counter(n for s in own for n in s.credentials).items() if 2 * held > len(own)]
    full = position.fte >= 0.75
    for number in range(1, position.count + 1):
        yield Staff(
            free_id(unit, f"New {position.role} {position.fte:g} {position.shift}".rstrip(), number),
            f"New {position.role}, {position.fte:g} FTE {position.shift}".rstrip(),
            _usual((s.job for s in own), position.role),
            _usual((s.roles for s in own), (position.role,)),
            position.fte,
            Employment.FULL_TIME if full else Employment.PART_TIME,
            (position.shift,) if position.shift else (),
            dict.fromkeys((*required, *usual)),
            round(median([s.experience for s in own])) if own else 60,
            pay_class=_usual((s.pay_class for s in own), ""),
        )


def free_id(unit: Unit, name: str, number: int) -> str:
    """Return a name with a number behind it that is nobody's id yet."""
    while f"{name} {number}" in unit.people:
        number += 1000
    return f"{name} {number}"


def _usual(values: Iterable[Any], otherwise: Any) -> Any:
    return next((value for value, _ in Counter(values).most_common(1)), otherwise)


def _added(unit: Unit, positions: tuple[Position, ...]) -> Unit:
    for position in positions:
        unit = replace(unit, staff=(*unit.staff, *hired(unit, position)))
    return unit


def without_people(unit: Unit, gone: frozenset[str]) -> Unit:
    """Return the unit without some people, and without whatever speaks of them."""
    if not gone:
        return unit

    def left(plan: Plan) -> Plan:
        return frozenset(pair for pair in plan if pair.who not in gone)

    staff = (s for s in unit.staff if s.id not in gone)
    return replace(
        unit,
        staff=tuple(replace(s, preceptors=tuple(p for p in s.preceptors if p not in gone)) for s in staff),
        requests=tuple(request for request in unit.requests if request.who not in gone),
        ties=tuple(tie for tie in unit.ties if not {tie.who, tie.other} & gone),
        locked=left(unit.locked),
        aside=replace(unit.aside, locked=left(unit.aside.locked)),
        history=left(unit.history),
        given=left(unit.given),
    )


def _pay(unit: Unit, scenario: Scenario) -> Unit:
    """Return the unit with plain rates changed, agency rates apart: a pay class that only agency staff have is theirs.

    Premiums that are a part of the rate change with it, those that are so many cents do not.
    """
    own = {s.pay_class for s in unit.staff if s.employment != Employment.AGENCY}
    agency = {s.pay_class for s in unit.staff} - own
    changes = {name: (scenario.agency_rate if name in agency else scenario.wages) or 0 for name in unit.pay}
    if not any(changes.values()):
        return unit
    return replace(unit, pay={name: _scaled(paid, changes[name]) for name, paid in unit.pay.items()})


def _scaled(paid: PayClass, change: int) -> PayClass:
    """Return a pay class with its rate changed by so many thousandths, half a cent rounded up."""
    return replace(paid, rate=rounded(paid.rate * (WHOLE + change), WHOLE))


def _patients(unit: Unit, scenario: Scenario) -> Unit:
    """Return the unit with the needs that it would have with more or fewer patients, under other laws or targets.

    What patients make is computed anew; what is given by hand changes in proportion, rounded up.
    """
    change = scenario.census or 0
    if scenario.jurisdictions is not None:
        unit = replace(unit, jurisdictions=scenario.jurisdictions)
    if unit.care:
        unit = replace(unit, care=_cared(unit.care, change, scenario.hppd))
    given = tuple(_resized(need, change) for need in unit.needs if not need.computed)
    return with_lawful_overtime(with_lawful_needs(replace(unit, needs=given)))


def _cared(care: Care, change: int, hppd: int | None) -> Care:
    times = care.times if hppd is None else replace(care.times, per_patient_day=hppd)
    census, history = (tuple(_grown(row, change) for row in rows) for rows in (care.census, care.history))
    return replace(care, census=census, history=history, times=times)


def _grown(census: Census, change: int) -> Census:
    """Return a census changed by so many thousandths: all patients rounded up, those of each level in proportion."""
    patients, total = census.patients, -(-census.total * (WHOLE + change) // WHOLE)
    exact = {level: Fraction(number * total, max(1, census.total)) for level, number in patients.items()}
    whole = {level: int(number) for level, number in exact.items()}
    left = sorted(whole, key=lambda level: (whole[level] - exact[level], -level))[: total - sum(whole.values())]
    flows = (census.admissions, census.discharges, census.transfers_in, census.transfers_out)
    return Census(
        census.when,
        census.shift,
        {level: number + (level in left) for level, number in whole.items()},
        *(rounded(flow * (WHOLE + change), WHOLE) for flow in flows),
    )


def _resized(need: Need, change: int) -> Need:
    least, wished = (-(-number * (WHOLE + change) // WHOLE) for number in (need.minimum, need.target))
    return replace(need, minimum=least, target=wished, maximum=need.maximum and max(need.maximum, wished))


def _capped(policy: Policy, scenario: Scenario) -> Policy:
    caps: tuple[tuple[int | None, Callable[[int], UnitRule]], ...] = (
        (scenario.budget, lambda limit: Budget(limit=limit)),
        (scenario.overtime_cap, lambda limit: OvertimeCap(limit=limit)),
        (scenario.agency_cap, lambda limit: AgencyCap(limit=limit)),
    )
    for limit, rule in caps:
        if limit is not None:
            policy = with_must(policy, rule(limit))
    return policy


def with_must(policy: Policy, rule: UnitRule) -> Policy:
    """Return a policy with a must for everyone in the place of what it says of that rule for everyone."""
    others = tuple(r for r in policy.rulings if r.rule.key != rule.key or getattr(r.rule, "to", ()) != ())
    return Policy((*others, Ruling(rule)))


def _changed(policy: Policy, change: RuleChange, unit: Unit) -> Policy:
    """Return a policy with its rule changed; a rule that is turned on must have something to count in the unit."""
    found = [ruling for ruling in policy.rulings if ruling.rule.key == change.key]
    if change.limit is not None and len(found) > 1:
        raise ValueError(f"'{change.key}' stands {len(found)} times on the sheet Rules, so its limit is not one")
    if not found:
        (rule,) = (rule for rule in RULES if rule.key == change.key)
        return Policy((*policy.rulings, _turned_on(_as(Ruling(rule()), change), unit)))
    return Policy(tuple(_as_changed(ruling, change, unit) if ruling in found else ruling for ruling in policy.rulings))


def _as_changed(ruling: Ruling, change: RuleChange, unit: Unit) -> Ruling:
    changed = _as(ruling, change)
    return _turned_on(changed, unit) if ruling.mode is Mode.OFF else changed


def _turned_on(ruling: Ruling, unit: Unit) -> Ruling:
    assert isinstance(ruling.rule, UnitRule)
    if ruling.mode is not Mode.OFF:
        for idle in ruling.rule.idle(unit):
            raise ValueError(f"{idle.why}, so it cannot be turned on")
    return ruling


def _as(ruling: Ruling, change: RuleChange) -> Ruling:
    rule, mode = ruling.rule, change.mode or ruling.mode
    if change.limit is not None:
        rule = replace(rule, limit=change.limit)  # type: ignore[call-arg]  # the reader lets only rules with one have it
    price = (change.price or ruling.price) if mode is Mode.PRICED else 0
    return Ruling(rule, mode, price)
