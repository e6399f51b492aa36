"""What a breach costs in whole cents, in steps that a solver can count."""

from collections.abc import Iterator
from math import gcd
from typing import NamedTuple

from optimizer.planning.law import Law, Sum


class Tariff(NamedTuple):
    """Each ``step`` begun of ``scale`` times an amount of breach costs ``price`` cents."""

    scale: int
    step: int
    price: int

    def steps(self, amount: int) -> int:
        """Return how many steps an amount begins."""
        return -(-amount * self.scale // self.step)


def whole_units(price: int, per: int) -> Tariff:
    """Return the tariff by which every unit begun of ``per`` costs its whole price."""
    return Tariff(1, per, price)


def in_parts(law: Law, price: int, per: int) -> Tariff:
    """Return the tariff by which a part of a unit costs its part of the price, rounded up to the cent.

    Where a law can only be broken by multiples of an amount that costs whole cents, these are the steps.
    """
    grain = _grain(law) if isinstance(law, Sum) else law.grain
    if price * grain % per == 0:
        return Tariff(1, grain, price * grain // per)
    return by_the_cent(price, per)


def by_the_cent(price: int, per: int) -> Tariff:
    """Return the tariff by which a part of a unit costs its part of the price, in steps of a cent, whatever the law."""
    common = gcd(price, per)
    return Tariff(price // common, per // common, 1)


def _grain(law: Sum) -> int:
    """Return an amount of which every breach of a sum is a multiple."""
    return gcd(*_amounts(law)) or 1


def _amounts(law: Sum) -> Iterator[int]:
    yield from (factor for factor, _ in law.terms)
    yield from (bound for bound in (law.low, law.high) if bound is not None)
    yield from (factor * _grain(other) for factor, other in law.overs)
