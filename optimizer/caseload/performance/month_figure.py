"""What was counted of a measure in one month."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.caseload.performance.case_measure import CaseMeasure


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """``number`` of ``of`` in the month that begins on a day, of one case manager or, where "" is, of the panel."""

    month: date
    measure: CaseMeasure
    number: int
    of: int
    manager: str = ""

    @property
    def percent(self) -> Fraction | None:
        """Return the part in percent, None of nothing."""
        return Fraction(100 * self.number, self.of) if self.of else None
