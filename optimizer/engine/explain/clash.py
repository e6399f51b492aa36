"""A clash: the fewest causes that cannot stand together; without any one of them there is a plan for the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optimizer.engine.explain.cause import Cause, FixedCell, LocalClash, causes_of
from optimizer.engine.explain.proof import proved
from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation

MOST = 3
"""How many clashes are looked for: whoever has mended three will ask again."""
DECIDED = 5
"""How firm a decided cell is beside rules, of which safety has 10: it is given up before those, and after staffing."""


@dataclass(frozen=True, slots=True)
class Clashes:
    """Clashes that share no softest cause; ``all_told`` when giving up the softest cause of each makes a plan.

    ``possible`` tells whether there is a plan that gives up nothing, None when that was not found out.
    """

    found: tuple[LocalClash, ...]
    possible: bool | None
    all_told: bool


def clashes(formulation: Formulation, pins: Pins = NO_PINS, run: Run = UNLIMITED, most: int = MOST) -> Clashes:
    """Return what cannot stand together: one clash after another, each without the softest causes of those before."""
    left, found = causes_of(formulation, pins), list[LocalClash]()
    while True:
        proof = proved(formulation, left, run)
        if proof.possible is not False or not proof.used or len(found) == most:
            impossible = bool(found) or proof.possible is False
            return Clashes(tuple(found), False if impossible else proof.possible, bool(found) and bool(proof.possible))
        found.append(shrunk(formulation, proof.used, run))
        given_up = softest(found[-1].causes)
        left = tuple(cause for cause in left if cause is not given_up)


def softest(causes: Iterable[Cause]) -> Cause:
    """Return the cause of some that is given up first."""
    return min(causes, key=firmness)


def shrunk(formulation: Formulation, causes: Iterable[Cause], run: Run = UNLIMITED) -> LocalClash:
    """Return as few of some causes that cannot stand together as still cannot, by leaving out one after another.

    The firmest are left out first, and staffing last.
    """
    needed: list[Cause] = []
    left: Sequence[Cause] = sorted(causes, key=firmness, reverse=True)
    while left:
        tried, left = left[0], left[1:]
        proof = proved(formulation, [*needed, *left], run)
        if proof.possible is None:
            return LocalClash((*needed, tried, *left), smallest=False)
        if proof.possible:
            needed.append(tried)
        else:
            used = {id(cause) for cause in proof.used}
            left = [cause for cause in left if id(cause) in used]
    return LocalClash(tuple(needed), smallest=True)


def firmness(cause: Cause) -> int:
    """Return how firm a cause is, as its rule is."""
    return DECIDED if isinstance(cause, FixedCell) else cause.rule.firmness
