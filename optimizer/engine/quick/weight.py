"""What a unit of a clause weighs."""

from typing import NamedTuple

from optimizer.planning.formulation import MUST_PRICE, Clause


class ClauseWeight(NamedTuple):
    """What a unit of a clause costs, and whether that counts with the musts."""

    price: int
    must: bool


def weight_of(clause: Clause) -> ClauseWeight:
    """Return what a unit of a clause costs: of a must, how firm it is, also when it bends at a price."""
    if clause.must:
        return ClauseWeight(clause.rule.firmness, must=True)
    if clause.price >= MUST_PRICE:
        return ClauseWeight(clause.price // MUST_PRICE, must=True)
    return ClauseWeight(clause.price, must=False)
