"""Writes what came of a hospital: every unit's schedule, the pool's, and a report for leadership."""

from pathlib import Path

from optimizer.scenarios.hospital.told import HospitalAccount, ended, gains, pool_by_day, units_side_by_side
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.schedule import schedule_facts
from optimizer.whole import whole
from optimizer.workbook.hospital.write import write_member
from optimizer.workbook.report.comparison import write_tables
from optimizer.workbook.report.pdf.tables import tables_pdf

REPORT, PRINTED = "report.xlsx", "report.pdf"


def write_report(folder: Path, name: str, told: HospitalAccount) -> None:
    """Write a workbook for every unit and for the pool; and for leadership one, and two pages, that name nobody."""
    for each in told.members:
        facts = schedule_facts(Figures(each.member.unit, each.plan), each.findings)
        write_member(folder, each.member, each.plan, each.findings, facts)
    notes = [name, f"Result: {ended(told.outcome)}.", *gains(told.outcome)]
    where = "How many of the float pool each unit has on each day."
    tables = [("Units", notes, units_side_by_side(told)), ("Float pool by day", [where], pool_by_day(told))]
    write_tables(folder / REPORT, tables)
    with whole(folder / PRINTED) as beside:
        beside.write_bytes(tables_pdf(name, tables))
