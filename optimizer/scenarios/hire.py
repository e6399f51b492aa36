"""Which one or two positions would help the most."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

from optimizer.engine.outcome import Status
from optimizer.planning.policy import Policy
from optimizer.planning.score import Score
from optimizer.scenarios.run import Limits, Result, ScenarioTask, SolveAll
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.ledger.burden import allowed
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.staffing.scenario import AS_IT_IS, Position, Scenario, hired

FTES = (0.9, 0.6)
SHORTLIST, PAIRED = 8, 3
"""How many positions are tried, and how many of the best of them are tried two by two."""


@dataclass(frozen=True, slots=True)
class HiringOffer:
    """Some positions and what the unit would come to with them."""

    positions: tuple[Position, ...]
    result: Result

    def saving(self, base: Result) -> int | None:
        """Return how many cents less the penalty is than without, None where either breaks a must."""
        if base.score is None or self.result.score is None or base.score.broken or self.result.score.broken:
            return None
        return base.score.cost - self.result.score.cost

    def sure(self, base: Result) -> bool:
        """Tell whether this is proved to help: it beats every schedule without the positions, not just one."""
        if self.result.score is None or self.result.score.broken:
            return False
        return base.status is Status.INFEASIBLE or self.result.score.cost < base.bound


@dataclass(frozen=True, slots=True)
class Hiring:
    """The unit as it is, and the offers tried, the best first."""

    base: Result
    offers: tuple[HiringOffer, ...]


def hire(unit: Unit, policy: Policy, limits: Limits, solve_all: SolveAll, *, pairs: bool = True) -> Hiring | None:
    """Return what positions would come to, all solved with the same effort; None when even the base was not finished.

    Shadow prices of the base choose which positions are tried; the best of those are tried in pairs.
    """
    (base,) = solve_all([ScenarioTask(AS_IT_IS, unit, policy, limits)])
    if base is None:
        return None

    def tried(choices: Sequence[tuple[Position, ...]]) -> list[HiringOffer]:
        results = solve_all([_task(unit, policy, choice, limits, base) for choice in choices])
        return [HiringOffer(choice, result) for choice, result in zip(choices, results, strict=True) if result]

    singles = sorted(tried([(position,) for position in shortlist(unit, base)]), key=_rank)
    best = [offer.positions[0] for offer in singles[:PAIRED]]
    doubles = tried([_together(*pair) for pair in combinations_with_replacement(best, 2)]) if pairs else []
    return Hiring(base, tuple(sorted([*singles, *doubles], key=_rank)))


def candidates(unit: Unit) -> tuple[Position, ...]:
    """Return one position for every role needed, FTE, and contract: any shift, or one that somebody here has alone."""
    roles = dict.fromkeys(need.role for need in unit.needs if need.target)
    contracts = dict.fromkeys(staff.shifts[0] for staff in unit.staff if len(staff.shifts) == 1)
    return tuple(Position(1, role, fte, shift) for role in roles for fte in FTES for shift in ("", *contracts))


def shortlist(unit: Unit, base: Result) -> list[Position]:
    """Return the positions that promise the most."""
    ranked = sorted(candidates(unit), key=lambda position: _promise(unit, base, position), reverse=True)
    return ranked[:SHORTLIST]


def _promise(unit: Unit, base: Result, position: Position) -> tuple[int, int]:
    """Return what a position is worth by shadow prices: the best shifts that one person can take; then what is open."""
    (staff,) = hired(unit, replace(position, count=1))
    needed = {code for need in unit.needs for code, _ in unit.filling(need.shift)}
    shifts = {shift.code: shift.paid for shift in allowed(unit, staff) if shift.code in needed}
    best: dict[object, int] = {}
    for worth in base.worth:
        if isinstance(worth.rule, Coverage) and _fills(unit, staff, shifts, worth.place.what):
            best[worth.place.day] = max(best.get(worth.place.day, 0), worth.cents)
    minutes = staff.fte * float(unit.calendar.full_time_over(unit.days))
    duties = int(minutes // max(1, *shifts.values(), 1))
    open_minutes = base.account.uncovered.get(position.role, 0) if base.account else 0
    return sum(sorted(best.values(), reverse=True)[:duties]), open_minutes


def _fills(unit: Unit, staff: Staff, shifts: Container[str], what: tuple[str, ...]) -> bool:
    """Tell whether somebody can fill a need (shift or window, and role) in any of some shifts."""
    label, role = what
    return role in staff.roles and any(code in shifts for code, _ in unit.filling(label))


def _together(first: Position, second: Position) -> tuple[Position, ...]:
    return (replace(first, count=2),) if first == second else (first, second)


def _task(unit: Unit, policy: Policy, positions: tuple[Position, ...], limits: Limits, base: Result) -> ScenarioTask:
    """Return a task that starts from the schedule without the positions, so that the search is about them."""
    name = " and ".join(map(str, positions))
    return ScenarioTask(name, *Scenario(name, add=positions).apply(unit, policy), limits, start=base.plan)


def _rank(offer: HiringOffer) -> tuple[bool, Score, int]:
    """Rank what breaks and costs the least first and, of those alike, what pays the least."""
    result = offer.result
    return result.score is None, result.score or Score(0, 0), result.account.cost if result.account else 0
