"""Column generation for everybody: their graphs, the proof at the root, and a dive to a plan."""

from collections.abc import Callable
from contextlib import suppress

from optimizer.engine.clock import Clock
from optimizer.engine.outcome import Pins
from optimizer.engine.rosters.assembly import assembled
from optimizer.engine.rosters.mixture import Mixture, dive
from optimizer.engine.rosters.opening import opening_duals
from optimizer.engine.rosters.proof import prove
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.search import Rosters, RosterSearch
from optimizer.planning.formulation import Formulation


def built(formulation: Formulation, pins: Pins, clock: Clock) -> RosterSearch | None:
    """Return everybody with their graphs and what is scarce to begin with; None when somebody can have no roster.

    Raises GraphTooLargeError when laws multiply to too much, and TimeUpError when it is over before that.
    """
    rows = MasterRows(formulation, pins, clock.check)
    people = assembled(rows, formulation.past, clock.check)
    if people is None:
        return None
    search = RosterSearch(rows, people, clock)
    search.duals = search.shapes.clipped(opening_duals(rows, formulation.past, clock))
    return search


def generated(
    search: RosterSearch, rosters: Rosters, proof: Clock, on_bound: Callable[[float], None]
) -> Rosters | None:
    """Generate columns until the bound is proved, as long as ``proof`` lets it, and return where a dive ends.

    It begins with the rosters that are known; None where the dive ends nowhere.
    """
    usual, search.clock = search.clock, proof
    mixture = Mixture(search, search.people, rosters)
    with suppress(ArithmeticError):  # a linear program that cannot be solved ends the bound, not the search
        prove(mixture, on_bound)
    search.clock = usual
    return dive(mixture)
