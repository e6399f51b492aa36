"""What a panel holds, and what an assignment of it comes to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from optimizer.caseload.assemble import extents
from optimizer.caseload.days.elsewhere import back
from optimizer.caseload.days.endings import Ending
from optimizer.caseload.eligibility import Lack
from optimizer.caseload.figures import Caseload, Outline
from optimizer.caseload.medication.extent import looked_at
from optimizer.caseload.panel import WEEKS, Panel
from optimizer.caseload.score import ScaleScore
from optimizer.caseload.tier import Tier
from optimizer.caseload.unplaced import Unplaced
from optimizer.engine.goals import Reached
from optimizer.engine.outcome import Status
from optimizer.planning.currency import money
from optimizer.planning.naming import namesakes_said
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.words import count, hours, percent, points
from optimizer.summary.facts import Facts

ENDED = {
    Status.OPTIMAL: "Proved: no assignment does better, goal after goal.",
    Status.FEASIBLE: "The best assignment found in the time given.",
    Status.STOPPED: "Stopped early; this is the best assignment so far.",
    Status.INFEASIBLE: "No assignment can keep every rule that must be kept.",
    Status.OUT_OF_TIME: "No assignment without a must-fix problem was found in time.",
}


def elsewhere_text(panel: Panel) -> str:
    """Return how many patients are elsewhere on some of the next weeks' days."""
    weeks, now = count(WEEKS, "week"), sum(back(each.elsewhere, panel.on) != panel.on for each in panel.patients)
    return f"{count(len(panel.there), 'patient')} on some days of the next {weeks}, {now} on the planning date"


def panel_facts(panel: Panel) -> Facts:
    """Return what a panel holds."""
    work, room = sum(each.minutes for each in panel.work.values()), sum(panel.capacity.values())
    filled = f"{hours(work)} of work a month for {hours(room)}" + (f", {percent(work / room, 0)}" if room else "")
    shared = namesakes_said({manager.id: manager.name for manager in panel.managers})
    return [
        ("Panel", panel.name),
        ("Day", panel.on.isoformat()),
        *ahead_facts(panel),
        ("Case managers", f"{len(panel.managers)}, {sum(each.fte for each in panel.managers) / 100:g} FTE"),
        ("Patients", f"{len(panel.patients)}, {len(panel.given)} of them with a case manager"),
        *([("Elsewhere", elsewhere_text(panel))] if panel.there else []),
        ("Work", filled),
        ("Tiers", tiers_text(panel)),
        ("Dispensing", f"{count(sum(map(len, panel.fills.values())), 'fill')} of {count(len(panel.fills), 'patient')}"),
        *looked_at(extents(panel, panel.on)),
        *([("Same names", shared)] if shared else []),
    ]


def ahead_facts(panel: Panel) -> Facts:
    """Return for which days a new case manager must be there; nothing where it is the one day alone."""
    return [("Judged", f"new case managers {panel.span.text}")] if panel.ahead else []


def hospital_fact(panel: Panel) -> tuple[str, str]:
    """Return which form of the HOSPITAL score is used, and its source."""
    return "HOSPITAL", f"{panel.hospital.called}; {panel.hospital.source.mark}"


def score_json(score: ScaleScore) -> dict[str, Any]:
    """Return a score as plain values; its points are the least they can be while something is missing."""
    told = {"name": score.name, "points": score.points, "most": score.most, "band": score.band}
    return {**told, "missing": [*score.missing]}


def tiers_text(panel: Panel) -> str:
    """Return how many patients are in each tier."""
    found = Counter(panel.tier(each.id) for each in panel.patients)
    return ", ".join(f"{found[tier]} in {tier.label}" for tier in Tier)


def assignment_facts(panel: Panel, plan: Plan, status: Status, reached: Sequence[Reached], seconds: float) -> Facts:
    """Return how an assignment ended and how far every goal was reached."""
    owned = {pair.what.patient for pair in plan}
    assigned = f"{len(owned)} of {len(panel.patients)}"
    return [("Result", ENDED[status]), ("Assigned", assigned), *goal_facts(reached), ("Time", f"{seconds:.1f} s")]


def goal_facts(reached: Iterable[Reached]) -> Facts:
    """Return how far every goal was reached, the most important first."""
    return [(f"Goal {n}", f"{each.goal.title}: {goal_text(each)}") for n, each in enumerate(reached, start=1)]


def goal_text(reached: Reached) -> str:
    """Return what a goal costs, and what was proved of it."""
    if not reached.cost:
        return "reached in full"
    if reached.bound >= reached.cost:
        return f"{points(reached.cost)}, proved the fewest"
    return f"{points(reached.cost)}, at least {points(reached.bound)}"


def cost_text(found: int, least: int) -> str:
    """Return cents a month that were found to do, and those that cannot."""
    return f"{money(found)} a month" + ("" if least >= found else f", not below {money(least)}")


def beside_text(ours: Outline, other: Outline) -> str:
    """Return how a plan compares with another one, in a sentence part."""
    spread = f"{float(other.spread):.0f} points between fullest and emptiest (here {float(ours.spread):.0f})"
    over = f"{hours(other.overload)} of overload (here {hours(ours.overload)})"
    return f"{other.unassigned} without a case manager (here {ours.unassigned}), {over}, {spread}"


def lack_text(lacks: Iterable[Lack]) -> str:
    """Return what is missing."""
    return ", ".join(each.text for each in lacks)


def caseload_lines(panel: Panel, loads: Iterable[Caseload]) -> list[tuple[str, ...]]:
    """Return a row for each case manager: name, id, cases, work, capacity, how full."""
    return [
        (
            panel.name_of(each.manager), each.manager, str(each.cases), f"{each.load / 60:,.1f}",
            f"{each.capacity / 60:,.1f}", "-" if each.full is None else percent(float(each.full), 0),
            each.fullness.value,
        )
        for each in loads
    ]  # fmt: skip


def assignment_json(
    panel: Panel, plan: Plan, reached: Iterable[Reached], loads: Iterable[Caseload], left: Iterable[Unplaced],
    beside: Iterable[Outline],
) -> dict[str, Any]:  # fmt: skip
    """Return an assignment as plain values: money in cents, times in minutes a month; nobody's pay."""
    return {
        "assignment": pairs_json(panel, plan),
        "goals": [goal_json(each) for each in reached],
        "caseloads": [
            {
                "manager": each.manager, "cases": each.cases, "minutes": dict(each.minutes), "load": each.load,
                "capacity": each.capacity, "that_is": each.fullness.value,
            }
            for each in loads
        ],
        "unassigned": [unplaced_json(each) for each in left],
        "beside": [
            {
                "plan": each.title, "unassigned": each.unassigned, "overload_minutes": each.overload,
                "spread_percent": round(float(each.spread), 2), "transfers": each.transfers,
                "broken": each.score.broken, "musts_broken": each.musts, "penalty_cents": each.score.cost,
            }
            for each in beside
        ],
    }  # fmt: skip


def pairs_json(panel: Panel, pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    """Return pairs as plain values, with who had each patient."""
    return [
        {"patient": each.what.patient, "manager": each.who, "had": panel.present.get(each.what.patient)}
        for each in sorted(pairs, key=lambda each: (each.what.patient, each.who))
    ]


def endings_facts(found: Sequence[Ending]) -> Facts:
    """Return for how many patients something of their case manager's ends or is interrupted in the days ahead."""
    patients = {patient for each in found for patient in each.patients}
    return [("Ends ahead", f"something for {count(len(patients), 'patient')}, see the list")] if found else []


def endings_json(found: Iterable[Ending]) -> list[dict[str, Any]]:
    """Return what ends in the days ahead as plain values."""
    return [
        {
            "manager": each.manager, "what": each.attribute.value, "wanted": each.wanted,
            "until": None if each.back else each.until.isoformat(),
            "away": [each.until.isoformat(), each.back.isoformat()] if each.back else None,
            "patients": [*each.patients], "why": each.sentence,
        }
        for each in found
    ]  # fmt: skip


def goal_json(reached: Reached) -> dict[str, Any]:
    """Return how far a goal was reached as plain values."""
    told = {"goal": reached.goal.title, "status": reached.status.value}
    return {**told, "penalty_cents": reached.cost, "bound_cents": reached.bound}


def unplaced_json(each: Unplaced) -> dict[str, Any]:
    """Return somebody whom nobody has as plain values."""
    missing = [
        {"attribute": lack.attribute.value, "wanted": lack.wanted, "until": lack.until and lack.until.isoformat()}
        for lack in each.missing
    ]
    return {"patient": each.patient, "missing": missing, "why": each.sentence}
