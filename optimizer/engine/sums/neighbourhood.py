"""Parts of a plan that are worth deciding again."""

import random
from collections import defaultdict

from optimizer.engine.sums.relaxation import Relaxed
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
FIRST, LEAST = 400, 60
"""How many pairs are free at first, and at least."""


class Neighbourhoods:
    """Chooses pairs to free: all that a few people share, or a few things with everybody who may have them."""

    def __init__(self, formulation: Formulation, relaxed: Relaxed | None, chance: random.Random) -> None:
        self._by_who: dict[str, set[Pair]] = defaultdict(set)
        self._by_what: dict[object, list[Pair]] = defaultdict(list)
        for pair in formulation.pairs:
            self._by_who[pair.who].add(pair)
            self._by_what[pair.what].append(pair)
        self._judge = Judge(formulation)
        self._size, self._chance, self._turn = FIRST, chance, 0
        self._liked = {pair for pair, value in relaxed.values.items() if value > 0.01} if relaxed else set()
        self._all = frozenset(formulation.pairs)

    def next(self, plan: Plan) -> frozenset[Pair]:
        """Return the pairs to free next."""
        self._turn += 1
        if self._size >= len(self._all):
            return self._all
        if self._turn % 2:
            return self._people(plan)
        return self._things(plan)

    def learn(self, *, easy: bool) -> None:
        """Free more from now on when the last part was decided for good, less when it was not."""
        self._size = self._size * 5 // 4 + 1 if easy else max(LEAST, self._size * 3 // 4)

    def _people(self, plan: Plan) -> frozenset[Pair]:
        """Return all that a few people share: one with something to mend, and others who may have the same."""
        has: dict[str, list[object]] = defaultdict(list)
        owned = set()
        for who, what in plan:
            has[who].append(what)
            owned.add(what)
        nobody = [what for what in self._by_what if what not in owned][: self._size // 10]
        whats: set[object] = {*nobody}
        free: set[Pair] = set()
        for who in self._order(plan):
            wider = whats | set(has[who])
            people = {pair.who for pair in free} | {who}
            grown = {pair for what in wider for pair in self._by_what[what] if pair.who in people}
            if free and len(grown) > self._size:
                break
            whats, free = wider, grown
        return frozenset(free)

    def _order(self, plan: Plan) -> list[str]:
        """Return people in an order of chance, first one who takes part in a breach, then those who overlap most."""
        at_fault = self._at_fault(plan)
        first = self._chance.choice(at_fault or list(self._by_who))
        theirs = {pair.what for pair in self._by_who[first]}
        near = [who for who in self._by_who if who != first]
        shared = {who: sum(pair.what in theirs for pair in self._by_who[who]) for who in near}
        near.sort(key=lambda who: -shared[who] * self._chance.random())
        return [first, *near]

    def _at_fault(self, plan: Plan) -> list[str]:
        known = plan & self._all
        people: list[str] = []
        for finding in self._judge.findings(self._judge.judge(known)):
            if isinstance(finding.law, Sum) and len(people) < 200:
                people += [pair.who for _, pair in finding.law.terms if pair in known]
                people += [finding.place.who] if finding.place.who in self._by_who else []
        return sorted({*people})

    def _things(self, plan: Plan) -> frozenset[Pair]:
        """Return some things with everybody who may have them, first those that the linear program would move."""
        moved = list(dict.fromkeys(pair.what for pair in sorted(self._liked - plan)))
        self._chance.shuffle(moved)
        others = list(self._by_what)
        self._chance.shuffle(others)
        free: list[Pair] = []
        for what in dict.fromkeys([*moved[: max(1, len(moved) // 2)], *others]):
            if len(free) >= self._size:
                break
            free += self._by_what[what]
        return frozenset(free)
