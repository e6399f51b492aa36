"""What leadership sees of a hospital's plan: units side by side, where the pool goes, what one more would save."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from optimizer.planning.currency import in_money
from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding, broken_musts
from optimizer.planning.score import Judge
from optimizer.scenarios.account import Account, account
from optimizer.scenarios.hospital.solve import HospitalOutcome
from optimizer.staffing.facts.words import MUST_FIX, POINTS, count, on, percent, points, told_gap
from optimizer.staffing.hospital.hospital import Member
from optimizer.staffing.hospital.names import SIGN, Names, in_unit, is_guest
from optimizer.staffing.hospital.whole import laws_of
from optimizer.staffing.schedule.figures import Figures
from optimizer.workbook.report.comparison import COUNT, FINE, HOURS, MONEY, SHARE, TEXT, ComparisonLine

WAGES, UNCOVERED = "Wages", "Uncovered hours"
MOST = 5
"""How many units are told that gain most from one more of the pool."""


@dataclass(frozen=True)
class MemberAccount:
    """What a unit's part of the plan comes to; ``floats`` are the duties that the pool has there.

    What guests are paid for, and their overtime, are in the pool's account alone, as their wages are.
    """

    member: Member
    plan: Plan
    account: Account
    findings: tuple[Finding, ...]

    @property
    def wanted(self) -> int:
        """Return the minutes of target staffing that can still be filled."""
        unit = self.member.unit
        return sum(need.target * unit.length_of(need.shift) for _, need in unit.fillable)

    @property
    def floats(self) -> int:
        """Return how many duties of it are the pool's."""
        return sum(is_guest(pair.who) for pair in self.plan)


@dataclass(frozen=True)
class HospitalAccount:
    """What the plan of a hospital comes to, unit by unit; nobody's own pay is in it."""

    outcome: HospitalOutcome

    @cached_property
    def members(self) -> tuple[MemberAccount, ...]:
        """Return what each unit comes to, and last the pool."""
        return tuple(_account(member, self.outcome) for member in self.outcome.members)

    @property
    def pay(self) -> int:
        """Return what all are paid, in cents."""
        return sum(each.account.cost for each in self.members)

    @property
    def uncovered(self) -> int:
        """Return the minutes below target staffing in all units."""
        return sum(sum(each.account.uncovered.values()) for each in self.members)

    @property
    def overtime(self) -> int:
        """Return all minutes of overtime."""
        return sum(each.account.overtime for each in self.members)

    @property
    def agency(self) -> int:
        """Return all paid minutes of agency staff."""
        return sum(each.account.agency for each in self.members)


def _account(member: Member, outcome: HospitalOutcome) -> MemberAccount:
    plan, judge = Names(member.code).own(outcome.plan), Judge(laws_of(member))
    figures, own = Figures(member.unit, plan), [staff for staff in member.unit.staff if not is_guest(staff.id)]
    come_to = replace(
        account(member.unit, plan), paid=sum(map(figures.paid, own)), overtime=sum(map(figures.overtime, own))
    )
    return MemberAccount(member, plan, come_to, judge.findings(judge.judge(plan)))


def units_side_by_side(told: HospitalAccount) -> list[ComparisonLine]:
    """Return a column for each figure, a row for each unit, the pool and all."""
    rows = told.members

    def column(title: str, form: str, values: Sequence[float | None], *, all_: bool = True) -> ComparisonLine:
        total = sum(value for value in values if value is not None) if all_ else None
        return ComparisonLine("", title, form, (*values, total))

    return [
        ComparisonLine("", "Unit", TEXT, (*(each.member.code for each in rows), "All")),
        column("People", COUNT, [_own(each.member) for each in rows]),
        column("Float duties", COUNT, [each.floats for each in rows]),
        ComparisonLine("", "Cover", SHARE, (*(_cover([each]) for each in rows), _cover(rows))),
        column(UNCOVERED, HOURS, [sum(each.account.uncovered.values()) / 60 for each in rows]),
        column("Paid hours", HOURS, [each.account.paid / 60 for each in rows]),
        column("Worked HPPD", FINE, [_hppd(each.account) for each in rows], all_=False),
        column("Overtime hours", HOURS, [each.account.overtime / 60 for each in rows]),
        column("Agency hours", HOURS, [each.account.agency / 60 for each in rows]),
        column(in_money(WAGES), MONEY, [each.account.cost / 100 for each in rows]),
        column(in_money("Budget"), MONEY, [_dollars(each.member.budget) for each in rows], all_=False),
        column(POINTS, MONEY, [sum(f.cost for f in each.findings) / 100 for each in rows]),
        column(MUST_FIX, COUNT, [broken_musts(each.findings) for each in rows]),
    ]


def _cover(members: Sequence[MemberAccount]) -> float | None:
    """Return which part of the target hours of some units is covered, None where nothing is needed."""
    wanted = sum(each.wanted for each in members)
    return 1 - sum(sum(each.account.uncovered.values()) for each in members) / wanted if wanted else None


def _own(member: Member) -> int:
    return sum(not is_guest(staff.id) for staff in member.unit.staff)


def _dollars(cents: int | None) -> float | None:
    return None if cents is None else cents / 100


def _hppd(account: Account) -> float | None:
    value = account.hours.worked_each
    return None if value is None else float(value)


def pool_by_day(told: HospitalAccount) -> list[ComparisonLine]:
    """Return how many of the pool each unit has on each day: a row a day, a column a unit."""
    pool = told.members[-1]
    units = [each.member.code for each in told.members[:-1]]
    had = Counter((pair.what.day, code) for pair in pool.plan for code in units if in_unit(pair.what.shift, code))
    days = pool.member.unit.days
    counts = [ComparisonLine("", code, COUNT, tuple(had[day, code] for day in days)) for code in units]
    return [ComparisonLine("", "Day", TEXT, tuple(map(on, days))), *counts]


def gains(outcome: HospitalOutcome) -> list[str]:
    """Return which units gain most from the next float nurse, in sentences, the one that gains most first."""
    of_unit: Counter[str] = Counter()
    for duty, cents in outcome.prices.items():
        of_unit[duty.shift.partition(SIGN)[0]] += cents
    days = len(outcome.members[-1].unit.days)
    return [_gain(code, cents, outcome, days) for code, cents in of_unit.most_common(MOST) if cents]


def _gain(code: str, cents: int, outcome: HospitalOutcome, days: int) -> str:
    best, price = max(
        ((duty, price) for duty, price in outcome.prices.items() if in_unit(duty.shift, code)), key=lambda each: each[1]
    )
    shift = best.shift.partition(SIGN)[2]
    return (
        f"One more float duty in {code} saves up to {points(price)}, on {shift} as {best.role} on {on(best.day)}; "
        f"over all its shifts {points(round(cents / days / 100) * 100)} a day."
    )


def ended(outcome: HospitalOutcome) -> str:
    """Return how the search ended, with the gap that is proved."""
    if outcome.score is None:
        return "no schedule was found"
    if outcome.score.broken:
        broken = count(outcome.score.broken, "unit")
        return f"no schedule that keeps every must was found; this one breaks them by {broken}"
    if not outcome.gap:
        return f"{points(outcome.score.cost)}, proved: no schedule has fewer"
    most = told_gap(outcome.gap) or 0.0
    return (
        f"{points(outcome.score.cost)}; no schedule has fewer than {points(outcome.bound)}, "
        f"so at most {percent(most)} less"
    )
