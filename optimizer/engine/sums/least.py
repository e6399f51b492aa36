"""What a law costs at least by itself."""

from optimizer.engine.sums.part import least_amount
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.law import Sum


def trivial_bound(formulation: Formulation) -> int:
    """Return what the priced laws of sums cost at least, each by itself, in cents."""
    return sum(least_cost(clause) for clause in formulation.clauses if not clause.must)


def least_cost(clause: Clause) -> int:
    """Return the cents below which no plan comes, by this law alone."""
    assert isinstance(clause.law, Sum)
    return clause.cost(least_amount(clause.law))


def least_units(clause: Clause) -> int:
    """Return the units of breach below which no plan comes, by this law alone."""
    assert isinstance(clause.law, Sum)
    return clause.rule.units(least_amount(clause.law))
