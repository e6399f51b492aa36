"""What a part costs at least, proved: by what is scarce in it at the beginning, raised from there if that is far."""

import math
from contextlib import suppress

from optimizer.engine.clock import Clock, TimeUpError
from optimizer.engine.outcome import Pins
from optimizer.engine.parts.solve import CLOSE, SMALL
from optimizer.engine.rosters.generation import built
from optimizer.engine.rosters.graph import GraphTooLargeError
from optimizer.engine.rosters.mixture import Mixture
from optimizer.engine.rosters.proof import prove
from optimizer.engine.run import Run
from optimizer.engine.solve import solve
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge

RAISED = 0.2
"""Which part of its time may be spent on raising the first bound."""

NEARLY = 1e-3
"""How far, in cents, a bound may lie above a whole number of them and still be that: it is reckoned in floats."""


def least_of(formulation: Formulation, pins: Pins, known: Plan, run: Run) -> int | None:
    """Return cents that no plan of a part costs less than; None where there is no time for any, or no way.

    People are priced at the duals of a linear program that forgets their days. That takes two seconds of a processor
    for sixty people and four weeks, and is mostly within a thousandth of what column generation comes to after twenty.
    Only where a ``known`` plan costs much more is it raised.
    """
    if len(formulation.offered) <= SMALL:
        return solve(formulation, pins, start=known, run=run).bound
    score = Judge(formulation).judge(known).score
    search = _Least((1 - CLOSE) * score.cost if not score.broken else 0.0, run)
    with suppress(TimeUpError, GraphTooLargeError, ArithmeticError):
        search.search(formulation, pins)
    return None if search.cents is None else math.ceil(search.cents - NEARLY)


class _Least:
    """Raises a bound until it is ``enough``."""

    def __init__(self, enough: float, run: Run) -> None:
        self.cents: float | None = None
        self._enough, self._run = enough, run

    def search(self, formulation: Formulation, pins: Pins) -> None:
        """Price everybody once, and go on by column generation while there is time."""
        search = built(formulation, pins, self._run.clock)
        if search is None:
            return
        mixture = Mixture(search, search.people, {})
        self._hear(mixture.price(search.duals, None).bound)
        search.clock = Clock(self._run.part(RAISED).deadline, self._run.stop, self._is_enough)
        if not search.over():
            prove(mixture, self._hear)

    def _is_enough(self) -> bool:
        return self.cents is not None and self.cents >= self._enough

    def _hear(self, cents: float) -> None:
        self.cents = cents if self.cents is None else max(self.cents, cents)
