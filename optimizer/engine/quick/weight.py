"""What a breach of a clause weighs."""

from typing import NamedTuple

from optimizer.planning.formulation import MUST_PRICE, Clause
from optimizer.planning.tariff import Tariff, by_the_cent, whole_units


class ClauseWeight(NamedTuple):
    """What a clause costs, and whether that counts with the musts."""

    tariff: Tariff
    must: bool


def weight_of(clause: Clause) -> ClauseWeight:
    """Return what a clause costs: of a must, by units as firm as it is, also when it bends at a price."""
    per = clause.rule.per
    if clause.must:
        return ClauseWeight(whole_units(clause.rule.firmness, per), must=True)
    if clause.price >= MUST_PRICE:
        return ClauseWeight(whole_units(clause.price // MUST_PRICE, per), must=True)
    tariff = whole_units(clause.price, per) if clause.whole else by_the_cent(clause.price, per)
    return ClauseWeight(tariff, must=False)
