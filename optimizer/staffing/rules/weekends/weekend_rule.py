"""What every rule about weekends shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import SAT_SUN, weekend_named
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class WeekendRule(UnitRule):
    """A rule about weekends; ``weekend`` has the first and last weekday of one, such as Fri-Sun."""

    weekend: str = SAT_SUN

    def check(self, unit: Unit) -> None:
        """Refuse weekdays that nobody knows."""
        super().check(unit)
        weekend_named(self.weekend)

    def details(self) -> Iterator[str]:
        """Yield which days a weekend has where they are not Saturday and Sunday."""
        yield from super().details()
        if self.weekend != SAT_SUN:
            yield f"a weekend is {self.weekend}"
