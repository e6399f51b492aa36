"""What an assignment comes to: by case manager what fills the hours, over all how even it is, beside rules of thumb."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from optimizer.caseload.assemble import INTERPRETER, MEDICATION, reviewed, work_shares
from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.capacity.demand import CARE_TASKS, Share
from optimizer.caseload.capacity.load import Fullness, fullness, load
from optimizer.caseload.capacity.setting import Phase, Setting
from optimizer.caseload.panel import Panel
from optimizer.caseload.tier import Tier
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import broken_musts
from optimizer.planning.score import Judge, Score

TIERS, PHASE, CONTACT = "Tier", "Phase", "Contact"
INTERPRETING, TRAVEL, MEDICINES, REVIEWS = "Interpreting", "Travel", "Medication", "Reviews"
TASKS = "Care tasks"
KINDS = (TIERS, PHASE, CONTACT, INTERPRETING, TRAVEL, MEDICINES, REVIEWS, TASKS)
"""What a case manager's hours go to; phase and contact are what they make more, or less, of a tier's hours."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """One case manager's cases, by tier, and minutes a month, by kind; the kinds add up to the load."""

    manager: str
    cases: int
    tiers: Mapping[Tier, int]
    minutes: Mapping[str, int]
    capacity: int

    @property
    def load(self) -> int:
        """Return all minutes a month."""
        return sum(self.minutes.values())

    @property
    def full(self) -> Fraction | None:
        """Return the load over the capacity, None where there is work and no time."""
        return None if self.load and not self.capacity else load(self.load, self.capacity)

    @property
    def fullness(self) -> Fullness:
        """Return what the load means."""
        return Fullness.OVER if self.full is None else fullness(self.full)


@dataclass(frozen=True, slots=True)
class Outline:
    """What is told of a plan beside others.

    ``unassigned`` counts patients whom nobody has, ``overload`` is minutes beyond capacities, and ``spread`` the
    percent of capacity between the fullest and the emptiest. ``musts`` are those that are broken, one a place; the
    score counts their units.
    """

    title: str
    unassigned: int
    overload: int
    spread: Fraction
    transfers: int
    musts: int
    score: Score


def caseloads(panel: Panel, setting: Setting, plan: Plan) -> tuple[Caseload, ...]:
    """Return every case manager's caseload, in the panel's order."""
    reviews = reviewed(panel, panel.on)
    minutes: dict[str, Counter[str]] = {each.id: Counter() for each in panel.managers}
    tiers: dict[str, Counter[Tier]] = {each.id: Counter() for each in panel.managers}
    for pair in plan:
        who = pair.what.patient
        tiers[pair.who][panel.tier(who)] += 1
        shares = work_shares(panel, setting, panel.patient_by_id[who], reviews.get(who))
        minutes[pair.who].update(_by_kind(panel, pair, shares))
    return tuple(
        Caseload(each.id, tiers[each.id].total(), tiers[each.id], minutes[each.id], panel.capacity[each.id])
        for each in panel.managers
    )


def transfers(panel: Panel, plan: Plan) -> tuple[Pair, ...]:
    """Return the pairs in which a patient who had a case manager has another than planned, in the panel's order."""
    owner = {pair.what.patient: pair for pair in plan}
    had = panel.kept
    moved = (owner[each.id] for each in panel.patients if each.id in owner and each.id in had)
    return tuple(pair for pair in moved if pair.who != had[pair.what.patient])


def outline(panel: Panel, judge: Judge, title: str, plan: Plan) -> Outline:
    """Return what is told of a plan beside others."""
    loads = panel.loads(plan)
    over = sum(max(0, minutes - panel.capacity[who]) for who, minutes in loads.items())
    shares = [Fraction(minutes, panel.capacity[who]) for who, minutes in loads.items() if panel.capacity[who]]
    spread = max(shares, default=Fraction()) - min(shares, default=Fraction())
    unassigned = len(panel.patients) - len({pair.what.patient for pair in plan})
    verdict = judge.judge(plan)
    musts, moved = broken_musts(judge.findings(verdict)), len(transfers(panel, plan))
    return Outline(title, unassigned, over, 100 * spread, moved, musts, verdict.score)


def outlines(panel: Panel, formulation: Formulation, plan: Plan) -> tuple[Outline, ...]:
    """Return a plan, the present assignment and every rule of thumb, with the same eligibility, side by side."""
    judge = Judge(formulation)
    rows = [("This assignment", plan), ("As it is now", panel.given)]
    rows += [(rule.value.capitalize(), baseline(panel, rule)) for rule in Baseline]
    return tuple(outline(panel, judge, title, each) for title, each in rows)


def _by_kind(panel: Panel, pair: Pair, shares: Iterable[Share]) -> Mapping[str, int]:
    speaks = panel.manager_by_id[pair.who].speaks(panel.patient_by_id[pair.what.patient].language)
    found = {TRAVEL: panel.travel_minutes(pair)}
    for what, minutes in shares:
        kind = _kind(what)
        if kind != INTERPRETING or not speaks:
            found[kind] = found.get(kind, 0) + int(minutes)
    return found


def _kind(what: str) -> str:
    if what in [*Phase]:
        return PHASE
    named = {INTERPRETER: INTERPRETING, MEDICATION: MEDICINES, "utilization review": REVIEWS, CARE_TASKS: TASKS}
    return named.get(what) or (CONTACT if what.endswith("contact") else TIERS)
