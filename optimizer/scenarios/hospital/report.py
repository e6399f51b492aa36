"""What leadership takes into a meeting: the sums of a hospital's plan, a workbook and two pages without names."""

from dataclasses import dataclass
from pathlib import Path

from optimizer.scenarios.hospital.told import (
    UNCOVERED,
    WAGES,
    HospitalAccount,
    ended,
    gains,
    pool_by_day,
    units_side_by_side,
)
from optimizer.scenarios.hospital.told_budgets import budgets_side_by_side
from optimizer.scenarios.hospital.told_people import pool_people_by_day
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.schedule import schedule_facts
from optimizer.whole import whole
from optimizer.workbook.hospital.write import write_member
from optimizer.workbook.report.comparison import ComparisonLine, write_tables
from optimizer.workbook.report.pdf.tables import Titled, tables_pdf

REPORT, PRINTED = "report.xlsx", "report.pdf"


@dataclass(frozen=True)
class HospitalReport:
    """Sums of a plan: ``units`` a row a unit, ``pool`` a row a day, ``whole`` one row for all, by what budgets buy.

    ``people`` are the ids of whom the pool sends, in the places of ``pool``; they are on the page alone.
    """

    name: str
    ended: str
    gains: tuple[str, ...]
    units: tuple[ComparisonLine, ...]
    pool: tuple[ComparisonLine, ...]
    people: tuple[ComparisonLine, ...]
    whole: tuple[ComparisonLine, ...]

    @property
    def pay(self) -> int:
        """Return what all are paid, in cents."""
        return round(100 * self._sum(WAGES))

    @property
    def uncovered(self) -> float:
        """Return the hours below target staffing in all units."""
        return self._sum(UNCOVERED)

    def _sum(self, title: str) -> float:
        """Return a sum over the house by its title, whatever the currency was when the report was made."""
        return float(next(line.values[0] for line in self.whole if line.title.partition(",")[0] == title))

    def tables(self) -> list[Titled]:
        """Return the tables of both reports."""
        notes = [self.name, f"Result: {self.ended}.", *self.gains]
        where = "How many of the float pool each unit has on each day."
        return [("Units", notes, self.units), ("Float pool by day", [where], self.pool)]

    def write(self, path: Path) -> None:
        """Write the report as a workbook."""
        write_tables(path, self.tables())

    def pdf(self) -> bytes:
        """Return the report as a PDF of two pages."""
        return tables_pdf(self.name, self.tables())


def report_of(name: str, budget: int | None, told: HospitalAccount) -> HospitalReport:
    """Return the report on a plan at a budget in cents for all units together."""
    return HospitalReport(
        name,
        ended(told.outcome),
        tuple(gains(told.outcome)),
        tuple(units_side_by_side(told)),
        tuple(pool_by_day(told)),
        tuple(pool_people_by_day(told)),
        tuple(budgets_side_by_side([budget], [told])),
    )


def write_report(folder: Path, name: str, told: HospitalAccount) -> None:
    """Write a workbook for every unit and for the pool; and for leadership one, and two pages, that name nobody."""
    for each in told.members:
        facts = schedule_facts(Figures(each.member.unit, each.plan), each.findings)
        write_member(folder, each.member, each.plan, each.findings, facts)
    report = report_of(name, None, told)
    report.write(folder / REPORT)
    with whole(folder / PRINTED) as beside:
        beside.write_bytes(report.pdf())
