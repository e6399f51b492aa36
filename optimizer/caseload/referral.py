"""One patient to place: the best case managers, what each would cost by goal, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.caseload.days.endings import endings_of
from optimizer.caseload.panel import Panel
from optimizer.planning.formulation import Formulation
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import broken_musts, worsened
from optimizer.planning.score import Judge, Verdict

WEEK = 5
"""Working days of leave from which somebody comes after those who are there."""


@dataclass(frozen=True, slots=True)
class ReferralCandidate:
    """A manager for a patient: musts newly broken, cents by goal that it would cost more there, and load in percent.

    ``reasons`` are sentences about what would be broken with it and is not without, and about what ends in the days
    ahead.
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

    def next_managers(self, patient: str, top: int = 5) -> tuple[ReferralCandidate, ...]:
        """Return the best managers for a patient, all others staying where they are.

        Who is away for a week and more in the days ahead comes after the others, and so does who is there for a time.
        """
        mine = frozenset(pair for pair in self._panel.owners[patient] if pair in self._verdict.plan)
        without = self._judge.edit(self._verdict, minus=mine)
        offers = [pair for pair in self._panel.owners[patient] if pair in self._panel.offered]
        ranked = sorted((self._key(without, pair), pair) for pair in offers)
        return tuple(self._candidate(without, pair) for _, pair in ranked[:top])

    def for_a_time(self, patient: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return who could have a patient, but not throughout the days ahead, and what ends."""
        pairs = (pair for pair in self._panel.owners[patient] if pair in self._panel.for_a_time)
        return tuple((pair.who, endings_of(self._panel, (pair,))) for pair in pairs if pair in self._panel.lacking)

    def _key(self, without: Verdict, pair: Pair) -> tuple[int, ...]:
        after = self._judge.edit(without, plus=(pair,))
        costs = self._costs(without, after)
        return (self._breaks(without, after), self._gone(pair), *costs.values(), self._load(pair))

    def _breaks(self, without: Verdict, after: Verdict) -> int:
        """Return how many musts a manager would break, whatever is mended by it."""
        return broken_musts(worsened(*self._judge.changes(without, after)))

    def _gone(self, pair: Pair) -> bool:
        """Tell whether the manager is there only for a time, or away for a week and more of the days ahead."""
        away = self._panel.manager_by_id[pair.who].days_away(self._panel.span)
        return pair in self._panel.for_a_time or away >= WEEK

    def _candidate(self, without: Verdict, pair: Pair) -> ReferralCandidate:
        after = self._judge.edit(without, plus=(pair,))
        said = {id(finding.law) for finding in self._judge.findings(without)}
        new = [finding for finding in self._judge.findings(after) if id(finding.law) not in said]
        said_of = (finding.rule.say(self._panel, finding) for finding in new)
        reasons = (*said_of, *endings_of(self._panel, (pair,)))
        return ReferralCandidate(
            pair.who, self._breaks(without, after), self._costs(without, after), self._load(pair), reasons
        )

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
) -> tuple[ReferralCandidate, ...]:
    """Return the best managers for one patient; to ask for several, keep a ``Referrals``."""
    return Referrals(panel, formulation, goals, plan).next_managers(patient, top)
