"""What sums that all share cost meanwhile, and how what they allow is divided among the parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from optimizer.scenarios.hospital.step import Allowance
from optimizer.staffing.hospital.rules.shared import SharedRule

FIRST = 16
"""Cents for a unit of a sum that is exceeded, at first: a part of what uncovered work costs."""


@dataclass
class SharedPriceOf:
    """Seeks the price at which all ``parts`` keep to one sum: doubled while they do not, then halved between."""

    rule: SharedRule
    parts: int
    price: int = 0
    too_low: int = 0
    enough: int | None = None
    had: Mapping[str, int] = field(default_factory=dict)

    def heard(self, had: Mapping[str, int]) -> None:
        """Take note of what every part had at the price, and move it."""
        self.had = had
        if sum(had.values()) > self.rule.high:
            self.too_low = self.price
            self.price = max(FIRST, 2 * self.price) if self.enough is None else (self.price + self.enough + 1) // 2
        elif self.price:
            self.enough = self.price
            self.price = (self.too_low + self.price) // 2

    def charged(self) -> Allowance:
        """Return what a part pays for its share."""
        return Allowance(self.rule, price=self.price)

    def divided(self, code: str, others: int) -> Allowance:
        """Return what a unit may have beside what others have, by what all had when they paid for it."""
        left, all_ = max(0, self.rule.high - others), sum(self.had.values())
        return Allowance(self.rule, most=left * self.had.get(code, 0) // all_ if all_ else left)

    @property
    def off(self) -> int:
        """Return the cents that all parts pay more than for what they exceed, those to which they are rounded too."""
        return -(-self.price * self.rule.high // self.rule.per) + self.parts if self.price else 0
