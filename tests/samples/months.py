"""What might have been counted month by month of case managers who do not exist."""

import random
from datetime import date

from optimizer.caseload.months import after_months
from optimizer.caseload.panel import Panel
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure

BEGUN, NUMBER = date(2025, 12, 1), 12
BETTER_FROM = 6
"""From this month on contacts are on time more often: what a new worklist might do."""
USUAL = {
    CaseMeasure.CONTACTS: (0.78, 24),
    CaseMeasure.REVIEWS: (0.9, 10),
    CaseMeasure.READMISSIONS: (0.16, 12),
    CaseMeasure.OVERTIME: (0.05, 160),
}
"""Which part it is of about how many."""


def months(panel: Panel) -> tuple[MonthFigure, ...]:
    """Return a year of four measures of every case manager."""
    chance = random.Random("months")
    return tuple(
        _figure(chance, month, measure, manager.id)
        for month in range(NUMBER)
        for measure in USUAL
        for manager in panel.managers
    )


def _figure(chance: random.Random, month: int, measure: CaseMeasure, manager: str) -> MonthFigure:
    part, about = USUAL[measure]
    better = 0.14 if measure is CaseMeasure.CONTACTS and month >= BETTER_FROM else 0
    of = about + chance.randrange(-about // 6, about // 6 + 1)
    number = sum(chance.random() < part + better for _ in range(of))
    return MonthFigure(after_months(BEGUN, month), measure, number, of, manager)
