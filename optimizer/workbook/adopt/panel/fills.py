"""What pharmacies dispensed, from the rows of lists."""

from collections.abc import Iterable

from optimizer.caseload.medication.fill import Fill
from optimizer.workbook.adopt.panel.patients import whose
from optimizer.workbook.adopt.panel.rows import ListedRow, rows_of
from optimizer.workbook.adopt.said.numbers_said import number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable

THOUSANDTHS, MOST_DAYS = 1000, 400
FillsRead = tuple[tuple[Fill, ...], tuple[LostFact, ...]]


def fills_of(tables: Iterable[FiledTable]) -> FillsRead:
    """Return the fills of lists, and the cells that were of no use."""
    fills: list[Fill] = []
    lost: list[LostFact] = []
    for row in rows_of(tables):
        fill = _fill(row)
        if isinstance(fill, Fill):
            fills.append(fill)
            lost += row.lost()
        else:
            lost += row.lost(fill)
    return tuple(fills), tuple(lost)


def _fill(row: ListedRow) -> Fill | str:
    """Return the fill that a row tells, or why it tells none."""
    who, filled = whose(row), row.day("fill date", "date")
    drug, ndc, atc = row.text("drug"), row.text("ndc"), row.text("atc")
    row.text("name", "patient")
    days = number_in(row.text("days supply"))
    if not who or not (drug or ndc or atc) or filled is None:
        told = (("patient", who), ("drug", drug or ndc or atc), ("day", filled))
        missing = [name for name, said in told if not said]
        return f"the row tells no {' and no '.join(missing)}"
    if days is None or not 0 <= days <= MOST_DAYS:
        return "the row tells no days of supply"
    quantity = number_in(row.text("quantity")) or 0
    return Fill(
        who,
        filled,
        drug,
        row.text("class", "drug class"),
        round(days),
        round(THOUSANDTHS * quantity),
        row.text("prescriber"),
        row.text("pharmacy"),
        row.text("prescription", "prescription number", "rx number"),
        row.text("form", "dosage form"),
        ndc=ndc,
        atc=atc,
    )
