"""What can be changed so that a schedule becomes possible: each change makes other facts or another policy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.words import capital
from optimizer.staffing.facts.demand import When, most_particular
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.scope import NOT
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.scenario import Position, hired

HALF_AS_MUCH_AGAIN = 1.5
"""What an overtime hour costs beside a plain one."""


class UnitSetting(NamedTuple):
    """A unit, its policy, and the schedule that stands."""

    unit: Unit
    policy: Policy
    plan: Plan


class Remedy(Protocol):
    """One thing that could be different."""

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Return the setting as it would be."""

    def say(self, unit: Unit) -> str:
        """Return in one sentence what somebody has to do."""

    def cost(self, unit: Unit) -> int:
        """Return what it costs for the period in cents: pay, or the price of a breach."""

    @property
    def people(self) -> frozenset[str]:
        """Return who has to be asked, or told, because of it."""


@dataclass(frozen=True)
class Release:
    """A cell that is locked, entered or closed is left to the solver."""

    who: str
    day: date

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Take what is decided out of the cell."""
        unit, policy, plan = setting
        cell = (self.who, self.day)
        locked = frozenset(pair for pair in unit.locked if (pair.who, pair.what.day) != cell)
        left = frozenset(pair for pair in plan if (pair.who, pair.what.day) != cell)
        return UnitSetting(replace(unit, locked=locked, given=left, closed=unit.closed - {cell}), policy, left)

    def say(self, unit: Unit) -> str:
        """Say whose day it is."""
        return f"Leave {unit.name_of(self.who)}'s {on(self.day)} to the schedule, which is decided now."

    def cost(self, unit: Unit) -> int:
        """Return that nothing is paid for it."""
        del unit
        return 0

    @property
    def people(self) -> frozenset[str]:
        """Return whose cell it is."""
        return frozenset({self.who})


@dataclass(frozen=True)
class MoveClass:
    """A class, or another duty entered by hand, is on another day."""

    pair: Pair
    day: date

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Put it on the other day, locked there if it was."""
        unit, policy, plan = setting
        moved = Pair(self.pair.who, replace_day(self.pair.what, self.day))

        def there(pairs: Plan) -> Plan:
            return (pairs - {self.pair}) | {moved} if self.pair in pairs else pairs

        return UnitSetting(replace(unit, locked=there(unit.locked), given=there(unit.given)), policy, there(plan))

    def say(self, unit: Unit) -> str:
        """Say which, whose and when."""
        duty = self.pair.what
        return f"Move {unit.name_of(self.pair.who)}'s {duty.shift} from {on(duty.day)} to {on(self.day)}."

    def cost(self, unit: Unit) -> int:
        """Return that it costs as much on one day as on another."""
        del unit
        return 0

    @property
    def people(self) -> frozenset[str]:
        """Return whose it is."""
        return frozenset({self.pair.who})


@dataclass(frozen=True)
class Withdraw:
    """Somebody's leave, or blocked day, is given up for one day."""

    who: str
    day: date

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Take the day out of what was asked for."""
        unit, policy, plan = setting
        requests = tuple(part for request in unit.requests for part in self._left(request))
        return UnitSetting(replace(unit, requests=requests), policy, plan)

    def _left(self, request: Request) -> Iterator[Request]:
        if request.who != self.who or not request.binds or not request.first <= self.day <= request.last:
            yield request
            return
        before, after = self.day - timedelta(days=1), self.day + timedelta(days=1)
        if request.first <= before:
            yield replace(request, last=before)
        if after <= request.last:
            yield replace(request, first=after)

    def say(self, unit: Unit) -> str:
        """Say whose day it is."""
        what = "approved leave" if self.day in unit.leave[self.who] else "blocked day"
        return f"Ask {unit.name_of(self.who)} to give up the {what} on {on(self.day)}."

    def cost(self, unit: Unit) -> int:
        """Return that nothing is paid for it."""
        del unit
        return 0

    @property
    def people(self) -> frozenset[str]:
        """Return who is asked."""
        return frozenset({self.who})


@dataclass(frozen=True)
class LowerNeeds:
    """The minimum of some needs is lower on some days, each by so many; the target stays."""

    by: tuple[tuple[date, str, str, int], ...]
    price: int
    """Cents for each of them, so that it can be ranked beside what is paid."""

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Add a need for each day that is more particular than those there are."""
        unit, policy, plan = setting
        lower = []
        for day, shift, role, number in self.by:
            holds = most_particular(day, unit.needs, unit.calendar)
            need = next(each for each in holds if each.thing == (shift, role))
            lower.append(replace(need, when=When(day=day), minimum=max(0, need.minimum - number), working=None))
        return UnitSetting(replace(unit, needs=(*unit.needs, *lower)), policy, plan)

    def say(self, unit: Unit) -> str:
        """Say by how much, of what and when."""
        del unit
        total = sum(number for *_, number in self.by)
        what = ", ".join(dict.fromkeys(f"{role} on {shift}" for _, shift, role, _ in self.by))
        days = sorted({day for day, *_ in self.by})
        when = f"on {on(days[0])}" if len(days) == 1 else f"on {len(days)} days from {on(days[0])} to {on(days[-1])}"
        return f"Lower the minimum of {what} by {total} in all, {when}."

    def cost(self, unit: Unit) -> int:
        """Return its price."""
        del unit
        return self.price * sum(number for *_, number in self.by)

    @property
    def people(self) -> frozenset[str]:
        """Return that nobody has to be asked."""
        return frozenset()


@dataclass(frozen=True)
class Agency:
    """Agency or float nurses come for some days."""

    count: int
    role: str
    shift: str
    first: date
    last: date

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Add people who are employed on these days alone, and owe no hours."""
        unit, policy, plan = setting
        usual = hired(unit, Position(self.count, self.role, 0.0, self.shift))
        words = "Agency", f"{self.role} {self.shift}".strip()
        known = {staff.pay_class for staff in unit.staff if staff.employment is Employment.AGENCY}
        come = tuple(
            replace(
                staff, id=staff.id.replace("New", words[0]), name=f"{words[0]} {words[1]} {number}",
                employment=Employment.AGENCY, started=self.first, leaves=self.last,
                pay_class=next(iter(sorted(known)), staff.pay_class),
            )
            for number, staff in enumerate(usual, 1)
        )  # fmt: skip
        return UnitSetting(replace(unit, staff=(*unit.staff, *come)), policy, plan)

    def say(self, unit: Unit) -> str:
        """Say how many, what for and when."""
        del unit
        when = f"on {on(self.first)}" if self.first == self.last else f"from {on(self.first)} to {on(self.last)}"
        nurses = count(self.count, "agency or float nurse", "agency or float nurses")
        return f"Have {nurses} as {self.role}{f' for {self.shift}' if self.shift else ''} {when}."

    def cost(self, unit: Unit) -> int:
        """Return their pay, half as much again without a class of agencies: for a duty each, or for full weeks."""
        agency = [staff.pay_class for staff in unit.staff if staff.employment is Employment.AGENCY]
        rate = _rate(unit, agency) if agency else int(HALF_AS_MUCH_AGAIN * _rate(unit, _classes(unit, self.role)))
        if self.first == self.last:
            return self.count * rate * _minutes(unit, self.shift) // 60
        return int(self.count * rate * unit.calendar.full_time_over(unit.days) / 60)

    @property
    def people(self) -> frozenset[str]:
        """Return those who are asked to come."""
        return frozenset(f"agency {number}" for number in range(self.count))


@dataclass(frozen=True)
class HireMore:
    """Somebody is hired."""

    position: Position

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Add the people."""
        unit, policy, plan = setting
        return UnitSetting(replace(unit, staff=(*unit.staff, *hired(unit, self.position))), policy, plan)

    def say(self, unit: Unit) -> str:
        """Say who."""
        del unit
        position = self.position
        shift = f", {position.shift} only" if position.shift else ""
        return f"Hire {position.count} {position.role} of {position.fte:g} FTE{shift}."

    def cost(self, unit: Unit) -> int:
        """Return what they are paid for the period."""
        hours = float(unit.calendar.full_time_over(unit.days)) / 60 * self.position.fte
        return int(self.position.count * hours * _rate(unit, _classes(unit, self.position.role)))

    @property
    def people(self) -> frozenset[str]:
        """Return those who are new."""
        return frozenset(f"new {number}" for number in range(self.position.count))


@dataclass(frozen=True)
class OvertimeDuty:
    """Somebody may work so many minutes or duties more than a limit says, at half as much again."""

    who: str
    ruling: Ruling
    more: int
    minutes: int

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Let the rule have another limit for them."""
        rule = self.ruling.rule
        assert rule.limit is not None
        raised = replace(rule, limit=rule.limit + self.more)  # type: ignore[call-arg]  # who makes this looks for one
        return setting._replace(policy=apart(setting.policy, self.ruling, self.who, replace(self.ruling, rule=raised)))

    def say(self, unit: Unit) -> str:
        """Say who, and beyond what."""
        return f"Have {unit.name_of(self.who)} work an overtime duty, beyond '{self.ruling.rule.asks}'."

    def cost(self, unit: Unit) -> int:
        """Return what it is paid."""
        return int(HALF_AS_MUCH_AGAIN * self.minutes / 60 * _rate(unit, [unit.people[self.who].pay_class]))

    @property
    def people(self) -> frozenset[str]:
        """Return who works more."""
        return frozenset({self.who})


@dataclass(frozen=True)
class Soften:
    """A must is a price, for somebody or for all."""

    ruling: Ruling
    price: int
    units: int = 1
    who: str = ""

    def apply(self, setting: UnitSetting) -> UnitSetting:
        """Put the rule at its price."""
        unit, policy, plan = setting
        soft = Ruling(self.ruling.rule, Mode.PRICED, self.price)
        if self.who:
            return UnitSetting(unit, apart(policy, self.ruling, self.who, soft), plan)
        rulings = tuple(soft if ruling == self.ruling else ruling for ruling in policy.rulings)
        return UnitSetting(unit, Policy(rulings), plan)

    def say(self, unit: Unit) -> str:
        """Say which rule, and for whom."""
        rule = self.ruling.rule
        whom = f" for {unit.name_of(self.who)}" if self.who else ""
        return f"Make '{capital(rule.asks)}' a price instead of a must{whom}."

    def cost(self, unit: Unit) -> int:
        """Return what its breaches cost."""
        del unit
        return self.price * self.units

    @property
    def people(self) -> frozenset[str]:
        """Return for whom it is."""
        return frozenset({self.who} if self.who else ())


def apart(policy: Policy, ruling: Ruling, who: str, other: Ruling) -> Policy:
    """Return a policy in which a ruling is another one for somebody, and as it was for everyone else."""
    rule = ruling.rule
    assert isinstance(rule, UnitRule) and isinstance(other.rule, UnitRule)
    rest = replace(ruling, rule=replace(rule, to=(*rule.to, f"{NOT}{who}")))
    own = replace(other, rule=replace(other.rule, to=(who,)))
    return Policy(tuple(new for each in policy.rulings for new in ((rest, own) if each == ruling else (each,))))


def replace_day(duty: Duty, day: date) -> Duty:
    """Return the same duty on another day."""
    return Duty(day, duty.shift, duty.role)


def _classes(unit: Unit, role: str) -> list[str]:
    return [staff.pay_class for staff in unit.staff if role in staff.roles and staff.pay_class]


def _rate(unit: Unit, classes: Iterable[str]) -> int:
    """Return the usual rate of some pay classes, in cents an hour, burden included; 0 where nobody's is known."""
    rates = sorted(
        paid.rate * (1000 + paid.burden) // 1000 for name in classes if (paid := unit.pay.get(name)) is not None
    )
    return rates[len(rates) // 2] if rates else 0


def _minutes(unit: Unit, label: str) -> int:
    return unit.length_of(label) if label else max((shift.paid for shift in unit.shifts if shift.staffs), default=0)
