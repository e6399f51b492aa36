"""What laws cost at least, each by itself."""

from optimizer.engine.sums.part import cut, least_amount
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan


def trivial_bound(formulation: Formulation, fixed: Plan, free: frozenset[Pair]) -> int:
    """Return what the priced laws cost at least, each by itself."""
    return sum(least_cost(clause, fixed, free) for clause in formulation.clauses if not clause.must)


def least_cost(clause: Clause, fixed: Plan, free: frozenset[Pair]) -> int:
    """Return what a priced law costs at least by itself, in cents."""
    assert isinstance(clause.law, Sum)
    return clause.rule.units(least_of(clause.law, fixed, free)) * clause.price


def least_of(law: Sum, fixed: Plan, free: frozenset[Pair]) -> int:
    """Return an amount of breach below which no plan comes, with the fixed pairs in it and the free ones to choose."""
    return least_amount(cut(law, fixed, free))
