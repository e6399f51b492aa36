"""The sheet Dispensing: what pharmacies dispensed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.panel import Panel
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, WITHIN_TEN_YEARS, as_it_is, numbers_in, one_word, wholes
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet

DRUG = Column("Drug", "The ingredient; several with / between.", TEXT, "drug", required=True, width=24)
DISPENSING = Sheet(
    "Dispensing",
    "What pharmacies dispensed, one fill a row. It supports decisions and advises no treatment.",
    (
        Column(
            "Patient", "The patient's id.", Codec(PanelSource.patient, as_it_is), "patient", required=True, width=11
        ),
        Column("Filled", "The day.", WITHIN_TEN_YEARS, "filled", required=True),
        DRUG,
        Column("Class", "By whatever system your data use.", TEXT, "group", width=24),
        Column("Days supply", "Whole days.", wholes(0, 400), "days", required=True, width=9),
        Column("Quantity", "Of units dispensed.", numbers_in(1000, 0, 1_000_000), "quantity", width=9),
        Column("Prescriber", "Any number that tells them apart.", TEXT, "prescriber"),
        Column("Pharmacy", "Any number that tells them apart.", TEXT, "pharmacy"),
        Column("Prescription", "Its number.", TEXT, "prescription"),
        Column("Form", "Such as tablet or tablet ER.", TEXT, "form", width=14),
        Column(
            "Status",
            "paid (also when empty), reversed or reversal.",
            one_word(FillStatus, "status of a claim"),
            "status",
            width=10,
            choices=tuple(FillStatus),
            cell=lambda fill: "" if fill.status is FillStatus.PAID else fill.status,
        ),
    ),
    of=Fill,
)


def read_fills(source: PanelSource) -> Mapping[str, tuple[Fill, ...]]:
    """Return what pharmacies dispensed, by patient."""
    found: dict[str, list[Fill]] = defaultdict(list)
    for row in source.rows(DISPENSING):
        facts = row.facts()
        if row.ok:
            fill = Fill(**{"group": "", **facts}, place=row.place(DRUG))
            found[fill.patient].append(fill)
    return {who: tuple(fills) for who, fills in found.items()}


def fill_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield what pharmacies dispensed, by the order of patients."""
    return (DISPENSING.line(fill) for each in panel.patients for fill in panel.fills.get(each.id, ()))
