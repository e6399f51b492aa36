"""Why no plan keeps every must: what clashes in one place, and where that is not all, how much has to be missing."""

from dataclasses import dataclass

from optimizer.engine.explain.clash import Clashes, clashes
from optimizer.engine.explain.shortfall import Shortfall, shortfall
from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation
from optimizer.planning.pair import Plan

FIRST = 5.0
"""Seconds for clashes: one that is in one place is found within two, and a shortage has none that tells anything."""
PART = 0.25
"""Which part of the time that is at most."""
MEANWHILE = 0.8
"""For which part of what is left the shortage is looked for."""
FEW = 3
"""How few duties that cannot be filled speak for a clash, which is then looked for in all that is left of the time,
unless it was found already in as few causes as can be."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why there is no plan; ``shortfall`` is None where the clashes are all that is wrong, or nothing was found."""

    clashes: Clashes
    shortfall: Shortfall | None

    @property
    def possible(self) -> bool | None:
        """Tell whether there is a plan after all, None when neither was found out."""
        if self.clashes.possible is None and self.shortfall is not None:
            return False if self.shortfall.least or self.shortfall.others else self.shortfall.units == 0 or None
        return self.clashes.possible


def explain(
    formulation: Formulation, pins: Pins = NO_PINS, run: Run = UNLIMITED, start: Plan | None = None
) -> Explanation:
    """Return why no plan of a formulation keeps every must; ``start`` may be the nearest one known."""
    found = clashes(formulation, pins, run.part(PART).within(FIRST))
    if found.all_told or found.possible:
        return Explanation(found, None)
    short = shortfall(formulation, pins, run.part(MEANWHILE), start)
    told = found.found and all(clash.smallest for clash in found.found)
    if short is not None and 0 < short.units <= FEW and not told:
        found = clashes(formulation, pins, run)
    return Explanation(found, None if found.all_told else short)
