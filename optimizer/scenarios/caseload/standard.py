"""How many managers, and how much money, it takes that everybody is assigned and nobody is too full."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from optimizer.caseload.licence.valid import Valid
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import MONEY, OVERLOAD, UNASSIGNED
from optimizer.caseload.rules.assigned import Assigned
from optimizer.caseload.rules.budget import PanelBudget
from optimizer.caseload.rules.capacity import Capacity
from optimizer.engine.run import Run
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.words import count
from optimizer.scenarios.caseload.assign import Assignment, assign

TRIES = 6
MOMENT = 0.1
"""Seconds that every search gets, also when time is up."""
HIRING = 2 / 3
"""Which part of the time goes to how many to hire; the rest to what the work then costs."""


@dataclass(frozen=True, slots=True)
class StaffingStandard:
    """What is asked: everybody assigned who can be, and nobody beyond ``load`` percent of the capacity."""

    load: int = 90


class MonthlyCost(NamedTuple):
    """Cents a month for the hours of cases: as found, and below which it cannot be done."""

    found: int
    least: int


@dataclass(frozen=True)
class Staffing:
    """What a standard takes: ``hires`` of 1.0 FTE who may have anybody; at least ``least`` by arithmetic.

    ``hires`` is None when no tried number was enough in time, or the search was stopped; ``assignment`` is of the panel
    with the number tried last. ``budget`` is what the work costs with the hires, None when nobody's pay is known or
    nothing was found in time.
    """

    hires: int | None
    least: int
    assignment: Assignment
    budget: MonthlyCost | None = None


def staffing(
    panel: Panel, policy: Policy, standard: StaffingStandard, run: Run, *, tell: Callable[[str], None] = lambda _: None
) -> Staffing:
    """Return the fewest managers to hire so that the standard is met, from none on, and the least budget with them.

    It is asked of the end of the days ahead: who has left by then counts as gone and who has started as there.
    """
    panel = as_it_will_be(panel)
    least, hiring = _least(panel, standard), run.part(HIRING)
    for hires in range(least, least + TRIES):
        tell(f"with {count(hires, 'case manager')} more")
        wider = hired(panel, hires)
        half = hiring.part(1 / 2).at_least(MOMENT)
        found = assign(wider, _asked(policy, standard), half, goals=(UNASSIGNED, OVERLOAD))
        if found.reached and found.reached[0].cost == _unplaceable(wider):
            tell("what the work costs")
            return Staffing(hires, least, found, least_budget(wider, policy, standard, run.at_least(MOMENT)))
        if run.stopped:
            break
    return Staffing(None, least, found)


def as_it_will_be(panel: Panel) -> Panel:
    """Return a panel as it is on the last of the days ahead, without those who do not work there then.

    Leave passes, so nobody counts as away.
    """
    day = panel.span.last
    there = tuple(replace(each, away=()) for each in panel.managers if each.employed(day))
    kept = {each.id for each in there}
    given, locked = (frozenset(pair for pair in pairs if pair.who in kept) for pairs in (panel.given, panel.locked))
    capacity = {who: minutes for who, minutes in panel.capacity.items() if who in kept}
    return replace(panel, on=day, ahead=0, managers=there, given=given, locked=locked, capacity=capacity)


def least_budget(panel: Panel, policy: Policy, standard: StaffingStandard, run: Run) -> MonthlyCost | None:
    """Return what the standard costs a month.

    None when nobody's pay is known, no plan was found, or somebody who can be placed was not. Dollars that are begun
    count whole.
    """
    if not any(manager.pay for manager in panel.managers):
        return None
    asked = Policy((*_asked(policy, standard).rulings, Ruling(PanelBudget(), Mode.PRICED, 1_00)))
    found = assign(replace(panel, budget=0), asked, run, goals=(UNASSIGNED, MONEY))
    costs = {each.goal: each for each in found.reached}
    if MONEY not in costs or costs[UNASSIGNED].cost != _unplaceable(panel):
        return None
    return MonthlyCost(costs[MONEY].cost, costs[MONEY].bound)


def hired(panel: Panel, number: int) -> Panel:
    """Return a panel with so many managers more, who may have anybody, have the time of 1.0 FTE and the mean pay."""
    certificates = dict.fromkeys(panel.requirements.certifications, Valid())
    new = tuple(
        Manager(
            f"new {each + 1}", f"New manager {each + 1}",
            licences=dict.fromkeys({p.state for p in panel.patients}, Valid()),
            certifications=certificates, languages=tuple(sorted({p.language for p in panel.patients})),
            specialties=tuple(sorted({s for p in panel.patients for s in p.specialties})),
            clinical=panel.requirements.clinical, experience=max(12, panel.requirements.managing),
            pay=_mean_pay(panel),
        )
        for each in range(number)
    )  # fmt: skip
    capacity = {**panel.capacity, **{manager.id: _full_time(panel) for manager in new}}
    return replace(panel, managers=(*panel.managers, *new), capacity=capacity)


def _full_time(panel: Panel) -> int:
    """Return what managers have for patients at 1.0 FTE, on average."""
    fte = sum(manager.fte for manager in panel.managers)
    return 100 * sum(panel.capacity.values()) // fte if fte else panel.month


def _mean_pay(panel: Panel) -> int:
    """Return the mean of what is known of hourly pay, in cents."""
    known = [manager.pay for manager in panel.managers if manager.pay]
    return sum(known) // len(known) if known else 0


def _least(panel: Panel, standard: StaffingStandard) -> int:
    """Return how many hires the work takes at least, whoever may have whom."""
    placeable = {pair.what.patient for pair in panel.offered}
    work = sum(panel.work[patient].minutes for patient in placeable)
    room = sum(minutes * standard.load // 100 for minutes in panel.capacity.values())
    return max(0, -(-(work - room) // max(1, _full_time(panel) * standard.load // 100)))


def _asked(policy: Policy, standard: StaffingStandard) -> Policy:
    replaced = {Capacity.key, Assigned.key, PanelBudget.key}
    kept = (r for r in policy.rulings if r.mode is Mode.MUST and r.rule.key not in replaced)
    return Policy((*kept, Ruling(Capacity(limit=standard.load)), Ruling(Assigned(), Mode.PRICED, 1)))


def _unplaceable(panel: Panel) -> int:
    placeable = {pair.what.patient for pair in panel.offered}
    return sum(int(panel.tier(patient.id)) for patient in panel.patients if patient.id not in placeable)
