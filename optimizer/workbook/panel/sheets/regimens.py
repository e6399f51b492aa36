"""The sheets Regimens and Sedating doses: how medicines are taken, for the indices of complexity and of burden."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from optimizer.caseload.medication.burden import Dose
from optimizer.caseload.medication.complexity import Regimen
from optimizer.caseload.panel import Panel
from optimizer.caseload.presets.medicines import complexities
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, YES, as_it_is, numbers_in, one_of_words, plain
from optimizer.workbook.table.parse import text
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

T = TypeVar("T")
NONE = "none"
PATIENT = Codec(PanelSource.patient, as_it_is)
THOUSANDTHS, LEAST, MOST = 1000, 0.001, 1_000_000


def _directions(value: Any) -> tuple[str, ...]:
    parse = one_of_words(complexities().directions, "direction of the index")
    return tuple(parse.read(None, part.strip()) for part in text(value).strip("; ").split(";"))


WHOSE = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
TAKEN = Column("Drug", "Any name; none where the patient takes nothing.", TEXT, required=True, width=24)
FORM = Column(
    "Form", "As in the index, such as tablet or metered dose inhaler.",
    one_of_words(complexities().forms, "form of the index"), width=20,
)  # fmt: skip
FREQUENCY = Column(
    "Frequency", "As in the index, such as once daily or q8h.",
    one_of_words(complexities().frequencies, "frequency of the index"), width=18,
)  # fmt: skip
AS_NEEDED = Column("As needed", "yes where it is taken only then.", YES, width=10, choices=("yes", "no"))
DIRECTIONS = Column(
    "Directions", "Further ones of the index, with semicolons between, such as with or without food.",
    plain(_directions, "; ".join), width=30,
)  # fmt: skip
REGIMENS = Sheet(
    "Regimens",
    "How medicines are taken, one a row: for the Medication Regimen Complexity Index. A patient without a row is not "
    "known; where the sheet is empty, nobody is asked for it.",
    (WHOSE, TAKEN, FORM, FREQUENCY, AS_NEEDED, DIRECTIONS),
)
WHO = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
SEDATING = Column("Drug", "Any name; none where the patient takes none.", TEXT, required=True, width=24)
DAILY = Column("Daily dose", "In any unit.", numbers_in(THOUSANDTHS, LEAST, MOST), width=10)
SMALLEST = Column("Least dose", "The least recommended daily dose, in it too.", numbers_in(THOUSANDTHS, LEAST, MOST))
DOSES = Sheet(
    "Sedating doses",
    "Daily doses of anticholinergic and sedative medicines: for the Drug Burden Index. A patient without a row is not "
    "known; where the sheet is empty, nobody is asked for it.",
    (WHO, SEDATING, DAILY, SMALLEST),
)


def read_regimens(source: PanelSource) -> Mapping[str, Sequence[Regimen]]:
    """Return how medicines are taken, by patient."""
    return _grouped((row, row[WHOSE], row[TAKEN], _regimen(row)) for row in source.rows(REGIMENS))


def read_doses(source: PanelSource) -> Mapping[str, Sequence[Dose]]:
    """Return the doses of anticholinergic and sedative medicines, by patient."""
    return _grouped((row, row[WHO], row[SEDATING], _dose(row)) for row in source.rows(DOSES))


def regimen_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield how medicines are taken."""
    for who, regimens in panel.medicines.regimens.items():
        if not regimens:
            yield REGIMENS.line(values={WHOSE: who, TAKEN: NONE})
        for each in regimens:
            yield REGIMENS.line(values=_told(who, each))


def dose_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the doses of anticholinergic and sedative medicines."""
    for who, doses in panel.medicines.doses.items():
        if not doses:
            yield DOSES.line(values={WHO: who, SEDATING: NONE})
        for each in doses:
            yield DOSES.line(values={WHO: who, SEDATING: each.drug, DAILY: each.daily, SMALLEST: each.least})


def _told(who: str, each: Regimen) -> dict[Column[Any], Any]:
    taken = {WHOSE: who, TAKEN: each.drug, FORM: each.form, FREQUENCY: each.frequency}
    return {**taken, AS_NEEDED: each.as_needed, DIRECTIONS: each.directions or None}


def _grouped(rows: Iterator[tuple[SheetRow, str | None, str | None, T | None]]) -> Mapping[str, Sequence[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for row, who, _, made in rows:
        if row.ok and who is not None:
            found[who] += [] if made is None else [made]
    return {who: tuple(each) for who, each in found.items()}


def _regimen(row: SheetRow) -> Regimen | None:
    drug, form, frequency, as_needed = row[TAKEN], row[FORM], row[FREQUENCY], row[AS_NEEDED]
    if drug is None or drug.casefold() == NONE:
        return None
    _check_filled(row, (FORM, FREQUENCY))
    if form is None or frequency is None:
        return None
    return Regimen(drug, form, frequency, as_needed or False, row[DIRECTIONS] or ())


def _dose(row: SheetRow) -> Dose | None:
    drug, daily, least = row[SEDATING], row[DAILY], row[SMALLEST]
    if drug is None or drug.casefold() == NONE:
        return None
    _check_filled(row, (DAILY, SMALLEST))
    return None if daily is None or least is None else Dose(drug, daily, least)


def _check_filled(row: SheetRow, columns: tuple[Column[Any], ...]) -> None:
    for column in columns:
        if row.raw(column) is None:
            row.fault(column, f"'{column.header}' is empty", "every medicine has one")
