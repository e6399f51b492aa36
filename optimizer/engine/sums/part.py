"""A part of a formulation: some pairs free, all others as they are in a plan."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan


class Parts:
    """Cuts parts out of one formulation; building one reads every law."""

    def __init__(self, formulation: Formulation) -> None:
        self._clauses = [clause for clause in formulation.clauses if isinstance(clause.law, Sum)]
        self._of: Mapping[Pair, list[int]] = defaultdict(list)
        for number, clause in enumerate(self._clauses):
            assert isinstance(clause.law, Sum)
            for law in (clause.law, *(other for _, other in clause.law.overs)):
                for _, pair in law.terms:
                    self._of[pair].append(number)

    def part(self, plan: Plan, free: Collection[Pair]) -> Formulation:
        """Return what is left to decide when all but the free pairs are as in a plan.

        Laws that no free pair can break, or mend, are left out: a plan of the part costs less than the whole plan by
        the same amount whatever is chosen.
        """
        chosen = frozenset(free)
        touched = sorted({number for pair in chosen for number in self._of.get(pair, ())})
        clauses = (_cut(self._clauses[number], plan, chosen) for number in touched)
        return Formulation(
            tuple(sorted(chosen)), chosen, frozenset(), tuple(clause for clause in clauses if matters(clause))
        )


def matters(clause: Clause) -> bool:
    """Tell whether a plan can change what a clause of a sum charges."""
    assert isinstance(clause.law, Sum)
    least, most = clause.law.reach()
    low, high = clause.law.low, clause.law.high
    fine = (low is None or least >= low) and (high is None or most <= high)
    return not fine and (clause.must or least != most)


def least_amount(law: Sum) -> int:
    """Return an amount of breach below which no plan comes, by this law alone."""
    least, most = law.reach()
    under = 0 if law.low is None else max(0, law.low - most)
    return max(under, 0 if law.high is None else max(0, least - law.high))


def _cut(clause: Clause, plan: Plan, free: frozenset[Pair]) -> Clause:
    assert isinstance(clause.law, Sum)
    return replace(clause, law=cut(clause.law, plan, free))


def cut(law: Sum, plan: Plan, free: frozenset[Pair]) -> Sum:
    """Return a sum over the free pairs alone, its bounds less what the fixed ones come to."""
    fixed, terms = 0, []
    for factor, pair in law.terms:
        if pair in free:
            terms.append((factor, pair))
        elif pair in plan:
            fixed += factor
    overs = tuple((factor, cut(other, plan, free)) for factor, other in law.overs)
    low = None if law.low is None else law.low - fixed
    high = None if law.high is None else law.high - fixed
    return Sum(law.place, tuple(terms), low, high, overs)
