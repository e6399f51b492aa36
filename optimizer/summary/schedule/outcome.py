"""How a search ended, and what it proved."""

from typing import Any

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on, percent, points, told_gap
from optimizer.summary.facts import Facts

KEPT = {
    Status.OPTIMAL: "Proved optimal: no schedule that keeps every rule that must be kept has fewer points.",
    Status.FEASIBLE: "The best schedule found in the time given.",
    Status.STOPPED: "Stopped early; this is the best schedule so far.",
}
BROKEN = {
    Status.INFEASIBLE: "No schedule can keep every rule that must be kept",
    Status.OUT_OF_TIME: "No schedule that keeps every rule that must be kept was found in the time",
    Status.STOPPED: "Stopped before a schedule was found that keeps every rule that must be kept",
}

NAMED = 5
"""How many duties that a search did not begin with are named."""


def ended(outcome: Outcome) -> str:
    """Return how a search ended; only where no plan is possible can one come nearest, if it was sought."""
    if outcome.plan is not None:
        return KEPT[outcome.status]
    near = outcome.nearest
    if near is None or near.broken is None:
        return f"{BROKEN[outcome.status]}."
    if outcome.status is Status.INFEASIBLE and near.sought:
        return f"{BROKEN[outcome.status]}; this one comes nearest."
    return f"{BROKEN[outcome.status]}; this one breaks them by {count(near.broken, 'unit')}."


def solve_facts(outcome: Outcome) -> Facts:
    """Return how a solve ended and how good its plan is proved to be."""
    told = [("Result", ended(outcome))]
    if outcome.gap is not None and outcome.status in (Status.FEASIBLE, Status.STOPPED):
        least, gap = points(outcome.bound), percent(told_gap(outcome.gap) or 0.0)
        told.append(("Proof", f"No schedule has fewer than {least}, so at most {gap} of this one's can be saved."))
    places = [(worth.place, points(worth.cents)) for worth in outcome.worth if not worth.place.who]
    scarce = [
        f"{' '.join(place.what)} on {on(place.day)} ({saved})" for place, saved in places if place.day and place.what
    ]
    if scarce:
        told.append(("Scarcest", f"One more would save the most as {', '.join(scarce[:3])}."))
    return [*told, ("Time", f"{outcome.seconds:.1f} s")]


def start_facts(unit: Unit, left_out: Plan) -> Facts:
    """Return which duties of the given schedule a search did not begin with, nothing when it began with all."""
    if not left_out:
        return []
    named = [f"{unit.name_of(who)} {duty.shift} on {on(duty.day)}" for who, duty in sorted(left_out)]
    more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
    many = count(len(named), "given duty", "given duties")
    why = "not needed there or in the place of a locked one"
    return [("Left out", f"{many} not begun with, since {why}: {', '.join(named[:NAMED])}{more}.")]


def gap_said(cost: int, bound: int, *, around: bool = False) -> str:
    """Return how much better than a schedule of some cost another could be at most, by a proved bound.

    A bound that was proved ``around`` kept cells tells nothing of schedules that would change them.
    """
    which = "No schedule around the kept cells" if around else "No schedule"
    if cost <= bound:
        return f"{which} can be better."
    share = told_gap((cost - bound) / cost) or 0.0
    return f"{which} can be more than {percent(share)} better."


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return how a solve ended as plain values."""
    return {
        "status": outcome.status.value,
        "nearest": outcome.nearest is not None,
        "bound_cents": outcome.bound,
        "gap": outcome.gap,
        "seconds": round(outcome.seconds, 2),
        "worth": [
            {
                "rule": worth.rule.key,
                "day": worth.place.day and worth.place.day.isoformat(),
                "what": " ".join(worth.place.what),
                "cents": worth.cents,
            }
            for worth in outcome.worth
        ],
    }
