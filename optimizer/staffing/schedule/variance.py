"""Why a unit spent more or less than budgeted: more patients, more hours for each, dearer hours, or more time away."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

EXPLAIN = Fraction(5, 100)
"""Beyond which part of the flexible budget a deviation asks for an explanation, as Massachusetts hospitals report."""


@dataclass(frozen=True, slots=True)
class BudgetStandard:
    """What a unit budgets: patient days, hours at the bedside for each (worked HPPD), and cents for such an hour.

    ``aside`` is the cents of leave, orientation and education, however many patients there are.
    """

    volume: Fraction
    hours_each: Fraction
    rate: Fraction
    aside: Fraction = Fraction()

    @property
    def cost(self) -> Fraction:
        """Return the budget in cents."""
        return self.volume * self.hours_each * self.rate + self.aside


@dataclass(frozen=True, slots=True)
class Actual:
    """What it came to: patient days, hours at the bedside, and cents, of which ``aside`` are for time away from it."""

    volume: Fraction
    hours: Fraction
    cost: Fraction
    aside: Fraction = Fraction()


@dataclass(frozen=True, slots=True)
class Variance:
    """Actual less budget, in cents: above 0 is unfavourable. The parts add up to the total."""

    flexible: Fraction
    volume: Fraction
    efficiency: Fraction
    rate: Fraction
    aside: Fraction = Fraction()

    @property
    def total(self) -> Fraction:
        """Return by how much the original budget is overspent."""
        return self.volume + self.efficiency + self.rate + self.aside

    @property
    def part(self) -> Fraction:
        """Return by which part the budget for the patients there were, the flexible one, is overspent."""
        beyond = self.efficiency + self.rate + self.aside
        return beyond / self.flexible if self.flexible else Fraction()

    @property
    def asks(self) -> bool:
        """Tell whether somebody has to explain."""
        return abs(self.part) > EXPLAIN


class Cause(NamedTuple):
    """One part of a variance: its title, what it is about, and the cents of it."""

    title: str
    about: str
    of: Callable[[Variance], Fraction]


CAUSES = (
    Cause("Volume", "more or fewer patients", lambda found: found.volume),
    Cause("Efficiency", "more or fewer hours at the bedside for each", lambda found: found.efficiency),
    Cause("Rate", "dearer or cheaper hours at the bedside", lambda found: found.rate),
    Cause("Time away", "leave, orientation and education", lambda found: found.aside),
)
"""The parts of every variance, which add up to the whole."""


def variance(budget: BudgetStandard, actual: Actual) -> Variance:
    """Split what was spent beyond the budget by its cause."""
    earned = actual.volume * budget.hours_each
    return Variance(
        flexible=earned * budget.rate + budget.aside,
        volume=(actual.volume - budget.volume) * budget.hours_each * budget.rate,
        efficiency=(actual.hours - earned) * budget.rate,
        rate=actual.cost - actual.aside - actual.hours * budget.rate,
        aside=actual.aside - budget.aside,
    )


def productivity(budget: BudgetStandard, actual: Actual) -> Fraction | None:
    """Return the hours that the patients earned as a part of those worked; None when nobody worked.

    Some name the inverse so: print "earned hours / worked hours" beside it.
    """
    return actual.volume * budget.hours_each / actual.hours if actual.hours else None
