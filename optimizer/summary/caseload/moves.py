"""One patient moved to another case manager: who would be best, and what each move changes."""

from dataclasses import dataclass

from optimizer.caseload.days.endings import endings_of
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.referral import Referrals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import broken_musts, worsened
from optimizer.planning.score import Judge, Verdict

BEST = 5


@dataclass(frozen=True, slots=True)
class Move:
    """A patient given to a case manager: the edit, the load in percent then, and what changes.

    ``musts`` counts the musts that are newly broken, one a place, and ``penalty`` cents, less when below 0; ``new`` and
    ``gone`` are sentences about what gets wrong and what is put right, ``ends`` about what ends for the case manager in
    the days ahead. A move that changes nothing is to where the patient is.
    """

    patient: str
    manager: str
    had: str | None
    load: int
    musts: int
    penalty: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    ends: tuple[str, ...]
    minus: Plan
    plus: Plan

    @property
    def stays(self) -> bool:
        """Tell whether the patient is there already."""
        return self.manager == self.had


def best_moves(
    panel: Panel, judge: Judge, verdict: Verdict, referrals: Referrals, patient: str, top: int = BEST
) -> tuple[Move, ...]:
    """Return the best case managers for a patient, in the order of goals, all others staying where they are."""
    found = referrals.next_managers(patient, top)
    return tuple(move(panel, judge, verdict, patient, each.manager) for each in found)


def move(panel: Panel, judge: Judge, verdict: Verdict, patient: str, manager: str) -> Move:
    """Return what giving a patient to a case manager changes."""
    pair = Pair(manager, Case(patient))
    minus = frozenset(each for each in panel.owners[patient] if each in verdict.plan and each != pair)
    plus = frozenset({pair}) - verdict.plan
    after = judge.edit(verdict, minus, plus)
    old, new = judge.changes(verdict, after)
    gets, loses = (tuple(dict.fromkeys(each.rule.say(panel, each) for each in found)) for found in (new, old))
    load = 100 * panel.load(manager, after.plan) // max(1, panel.capacity[manager])
    had, ends = owner(panel, verdict.plan, patient), endings_of(panel, (pair,))
    musts, penalty = broken_musts(worsened(old, new)), after.score.cost - verdict.score.cost
    return Move(patient, manager, had, load, musts, penalty, gets, loses, ends, minus, plus)


def percent(panel: Panel, manager: str, plan: Plan) -> str:
    """Return how full somebody is in a plan, as "92 %"."""
    return f"{round(100 * panel.load(manager, plan) / max(1, panel.capacity[manager]))} %"


def owner(panel: Panel, plan: Plan, patient: str) -> str | None:
    """Return who has a patient, None when nobody has."""
    return next((pair.who for pair in panel.owners[patient] if pair in plan), None)
