"""Why a unit spent more or less than budgeted: more patients, more hours for each, or dearer hours."""

from dataclasses import dataclass
from fractions import Fraction

EXPLAIN = Fraction(5, 100)
"""Beyond which part of the flexible budget a deviation asks for an explanation, as Massachusetts hospitals report."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What a unit budgets: patient days, hours for each (HPPD), and cents an hour."""

    volume: Fraction
    hours_each: Fraction
    rate: Fraction

    @property
    def cost(self) -> Fraction:
        """Return the budget in cents."""
        return self.volume * self.hours_each * self.rate


@dataclass(frozen=True, slots=True)
class Actual:
    """What it came to: patient days, worked hours, and cents."""

    volume: Fraction
    hours: Fraction
    cost: Fraction


@dataclass(frozen=True, slots=True)
class Variance:
    """Actual less budget, in cents: above 0 is unfavourable. The parts add up to the total."""

    flexible: Fraction
    volume: Fraction
    efficiency: Fraction
    rate: Fraction

    @property
    def total(self) -> Fraction:
        """Return by how much the original budget is overspent."""
        return self.volume + self.efficiency + self.rate

    @property
    def part(self) -> Fraction:
        """Return by which part the budget for the patients there were, the flexible one, is overspent."""
        return (self.efficiency + self.rate) / self.flexible if self.flexible else Fraction()

    @property
    def asks(self) -> bool:
        """Tell whether somebody has to explain."""
        return abs(self.part) > EXPLAIN


def variance(budget: Standard, actual: Actual) -> Variance:
    """Split what was spent beyond the budget by its cause."""
    earned = actual.volume * budget.hours_each
    return Variance(
        flexible=earned * budget.rate,
        volume=(actual.volume - budget.volume) * budget.hours_each * budget.rate,
        efficiency=(actual.hours - earned) * budget.rate,
        rate=actual.cost - actual.hours * budget.rate,
    )


def productivity(budget: Standard, actual: Actual) -> Fraction | None:
    """Return the hours that the patients earned as a part of those worked; None when nobody worked.

    Some name the inverse so: print "earned hours / worked hours" beside it.
    """
    return actual.volume * budget.hours_each / actual.hours if actual.hours else None
