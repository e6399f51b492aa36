"""What is open once some pairs are decided: a smaller formulation, and what is paid whatever is chosen in it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from optimizer.engine.sums.least import least_cost, least_units
from optimizer.engine.sums.part import cut, matters
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan


@dataclass(frozen=True)
class Open:
    """A formulation of free pairs alone, cents by rule key that are paid whatever is chosen, and broken musts."""

    formulation: Formulation
    paid: Mapping[str, int]
    broken: int


def opened(formulation: Formulation, fixed: Plan, free: frozenset[Pair]) -> Open:
    """Return what is open of a formulation of sums when only the free pairs are to be chosen beside the fixed ones.

    Every plan costs there what it costs in the whole, less what is paid in any case.
    """
    kept, paid, broken = list[Clause](), Counter[str](), 0
    for clause in formulation.clauses:
        assert isinstance(clause.law, Sum)
        law = cut(clause.law, fixed, free)
        least, most = law.reach()
        short = replace(clause, law=law)
        if least != most and matters(short):
            kept.append(short)
        elif clause.must:
            broken += least_units(short)
        else:
            paid[clause.rule.key] += least_cost(short)
    pairs = tuple(pair for pair in formulation.pairs if pair in free)
    return Open(Formulation(pairs, free, frozenset(), tuple(kept)), paid, broken)
