"""Sums of one person that a graph does not follow, held within their bounds by Lagrangian multipliers."""

from dataclasses import dataclass

from optimizer.engine.arrays import Floats


@dataclass(frozen=True, eq=False)
class Loose:
    """A sum of one person over options: each option's factor, the bounds, and the price of a unit beyond them.

    The cost of a roster counts what lies outside exactly. To find rosters that lie within, a Lagrangian multiplier is
    added to the cost of the options for each unit of the sum; what it earns back at least makes a bound.
    """

    factors: Floats
    low: float
    high: float
    price: float
    must: bool = False

    def penalty(self, total: float) -> float:
        """Return what a total costs."""
        return self.price * self.outside(total)

    def outside(self, total: float) -> float:
        """Return by how much a total lies outside the bounds."""
        return max(0.0, self.low - total, total - self.high)

    def earned(self, multiplier: float) -> float:
        """Return what a multiplier no larger than the price brings in at most, whatever the total, less the penalty."""
        if not multiplier:
            return 0.0
        return multiplier * (self.high if multiplier > 0 else self.low)


class Bracket:
    """Narrows a multiplier between one at which the sum comes to too much and one at which it comes to too little."""

    def __init__(self, loose: Loose, value: float, scale: float) -> None:
        self.value = value
        self._loose = loose
        self._least = -loose.price if loose.low > -float("inf") else 0.0
        self._most = loose.price if loose.high < float("inf") else 0.0
        self._small, self._large = self._least, self._most
        self._step = max(abs(value) / 4, scale)

    def move(self, total: float) -> bool:
        """Move the multiplier by what the sum came to with it, and tell whether it moved."""
        before = self.value
        if total > self._loose.high or (before < 0 and total > self._loose.low):
            self._small = before
            target = min(self._large, before + self._step) if self._large == self._most else self._middle()
            self.value = min(target, 0.0) if before < 0 and total <= self._loose.high else target
        elif total < self._loose.low or (before > 0 and total < self._loose.high):
            self._large = before
            target = max(self._small, before - self._step) if self._small == self._least else self._middle()
            self.value = max(target, 0.0) if before > 0 and total >= self._loose.low else target
        self._step *= 2
        return self.value != before

    def _middle(self) -> float:
        return (self._small + self._large) / 2
