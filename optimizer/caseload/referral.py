"""One patient to place: the best case managers, what each would cost by goal, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.caseload.panel import Panel
from optimizer.planning.formulation import Formulation
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """A manager for a patient: musts broken, cents by goal that the patient would cost more there, and load in percent.

    ``reasons`` are sentences about what would be broken with it and is not without.
    """

    manager: str
    broken: int
    costs: Mapping[str, int]
    load: int
    reasons: tuple[str, ...]


class Referrals:
    """Ranks managers for patients against one plan; building it judges the plan, asking is quick."""

    def __init__(self, panel: Panel, formulation: Formulation, goals: Goals, plan: Plan) -> None:
        self._panel, self._goals = panel, goals
        self._judge = Judge(formulation)
        self._verdict = self._judge.judge(plan)
        self._loads = panel.loads(plan)

    def next_managers(self, patient: str, top: int = 5) -> tuple[Candidate, ...]:
        """Return the best managers for a patient, all others staying where they are."""
        mine = frozenset(pair for pair in self._panel.owners[patient] if pair in self._verdict.plan)
        without = self._judge.edit(self._verdict, minus=mine)
        offers = [pair for pair in self._panel.owners[patient] if pair in self._panel.offered]
        ranked = sorted((self._key(without, pair), pair) for pair in offers)
        return tuple(self._candidate(without, pair) for _, pair in ranked[:top])

    def _key(self, without: Verdict, pair: Pair) -> tuple[int, ...]:
        after = self._judge.edit(without, plus=(pair,))
        costs = self._costs(without, after)
        return (after.score.broken - without.score.broken, *costs.values(), self._load(pair))

    def _candidate(self, without: Verdict, pair: Pair) -> Candidate:
        after = self._judge.edit(without, plus=(pair,))
        said = {id(finding.law) for finding in self._judge.findings(without)}
        new = [finding for finding in self._judge.findings(after) if id(finding.law) not in said]
        reasons = tuple(finding.rule.say(self._panel, finding) for finding in new)
        broken = after.score.broken - without.score.broken
        return Candidate(pair.who, broken, self._costs(without, after), self._load(pair), reasons)

    def _costs(self, before: Verdict, after: Verdict) -> Mapping[str, int]:
        """Return what each goal costs more, by its title, in the order of goals."""
        costs = dict.fromkeys((goal.title for goal in self._goals), 0)
        changed = [
            index
            for index in before.breaches.keys() | after.breaches.keys()
            if before.breaches.get(index) != after.breaches.get(index)
        ]
        for index in changed:
            clause = self._judge.clause(index)
            for goal in self._goals:
                if clause is not None and goal.has(clause):
                    old, new = before.breaches.get(index), after.breaches.get(index)
                    costs[goal.title] += (new.cost if new else 0) - (old.cost if old else 0)
        return costs

    def _load(self, pair: Pair) -> int:
        had = 0 if pair in self._verdict.plan else self._panel.minutes(pair)
        return 100 * (self._loads[pair.who] + had) // max(1, self._panel.capacity[pair.who])


def next_managers(
    panel: Panel, formulation: Formulation, goals: Goals, plan: Plan, patient: str, top: int = 5
) -> tuple[Candidate, ...]:
    """Return the best managers for one patient; to ask for several, keep a ``Referrals``."""
    return Referrals(panel, formulation, goals, plan).next_managers(patient, top)
