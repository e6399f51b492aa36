"""The first prices of what is shared: what one more would save where it is lacked."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from optimizer.engine.clock import DAY
from optimizer.engine.outcome import Pins, Worth
from optimizer.engine.parts.price import Prices
from optimizer.engine.rosters.opening import opening_duals
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.worth import worths
from optimizer.engine.run import Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum


def worths_at_once(formulation: Formulation, pins: Pins, run: Run) -> tuple[Worth, ...]:
    """Return what is scarce where everybody forgets all along their days but their own sums; nothing when it is over.

    One linear program of all parts: its shadow prices agree on what they share, for which prices that are moved round
    by round take dozens of rounds. Raises TimeUpError when it is over before it begins.
    """
    rows = MasterRows(formulation, pins, run.clock.check)
    return worths(rows, opening_duals(rows, formulation.past, run.clock, DAY))


def prices_by_worth(formulation: Formulation, worths: Iterable[Worth], most: int) -> Prices:
    """Return what one more of each thing would save by the shadow prices of a solve, from 0 to ``most`` cents."""
    cents = {(worth.rule, worth.place): worth.cents for worth in worths}
    prices: Counter[Any] = Counter()
    for clause in formulation.clauses:
        each = cents.get((clause.rule, clause.law.place)) if isinstance(clause.law, Sum) else None
        if each and isinstance(clause.law, Sum) and not clause.law.place.who:
            sign = 1 if clause.law.low is not None else -1
            things = {pair.what: factor for factor, pair in clause.law.terms}
            prices.update({what: sign * factor * each // clause.rule.per for what, factor in things.items()})
    return {what: min(most, price) for what, price in prices.items() if price > 0}
