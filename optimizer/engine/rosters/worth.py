"""What is scarce: shadow prices of the rows, by the duals of the best bound."""

from optimizer.engine.arrays import Floats
from optimizer.engine.outcome import Worth
from optimizer.engine.rosters.rows import MasterRows
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Sum


def worths(rows: MasterRows, duals: Floats) -> tuple[Worth, ...]:
    """Return what one more of each row is worth, the scarcest first."""
    laws = [(row, clause, clause.law) for row, clause in rows.clauses.items() if isinstance(clause.law, Sum)]
    scarce = [_worth(clause, law, float(duals[row])) for row, clause, law in laws if _asks(law)]
    return tuple(sorted((worth for worth in scarce if worth.cents > 0), key=lambda worth: -worth.cents))


def _asks(law: Sum) -> bool:
    """Tell whether one can have more of a sum: what is wanted, or what is allowed; not where some weigh up others."""
    return law.low is not None or all(factor >= 0 for factor, _ in law.terms)


def _worth(clause: Clause, law: Sum, dual: float) -> Worth:
    """Return what a unit more is worth: of what is wanted or, where a law only caps, of what is allowed."""
    saved = -dual if law.low is None else dual
    return Worth(clause.rule, law.place, round(saved * clause.rule.per))
