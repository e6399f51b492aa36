"""The patients of a panel: those on lists, and those who only have medicines or claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from optimizer.caseload.patient import NO_FACTS, Patient
from optimizer.caseload.risk.facts import RiskFacts
from optimizer.workbook.adopt.panel.rows import ListedRow, rows_of
from optimizer.workbook.adopt.said.numbers_said import number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable

PATIENT_ID, PATIENT_NAME = (
    ("patient id", "pat mrn id", "302 c2", "mbr id", "subject reference"),
    ("patient", "name"),
)
LAST_NAME, FIRST_NAME = ("patient last name", "surname"), ("patient first name", "first name")
TOTALS = ("total", "totals", "grand total")
Namesakes = frozenset[str]
"""Names that several patients have, as their dates of birth tell."""
OF_SEVERAL = "several patients have this name and the row tells no birth; it is kept as of a patient of its own"
MANAGER = (
    "manager", "case manager", "care manager", "assigned to", "assigned case manager", "assigned cm", "cm",
    "key worker", "nurse case manager", "rn case manager", "case manager name", "care coordinator",
)  # fmt: skip
YOUNGEST = 100
"""Years by which a birth in a year of two digits lies earlier than in this century."""


class PatientsRead(NamedTuple):
    """The patients, who has whom by names of managers, when they were born, what was of no use.

    ``unnumbered`` is how many have their name for an id, with the birth beside it where several share a name.
    """

    patients: tuple[Patient, ...]
    managers: Mapping[str, str]
    born: Mapping[str, date]
    lost: tuple[LostFact, ...]
    unnumbered: int


def patients_of(tables: Mapping[str, Sequence[FiledTable]], namesakes: Namesakes = frozenset()) -> PatientsRead:
    """Return the patients of lists by kind."""
    patients: dict[str, Patient] = {}
    managers: dict[str, str] = {}
    born: dict[str, date] = {}
    lost: list[LostFact] = []
    unnumbered = set[str]()
    for row in rows_of(tables["patients"]):
        patient, manager = _patient(row, namesakes), row.text(*MANAGER)
        if patient is None or patient.id in patients:
            lost += row.lost("nobody's row" if patient is None else f"{patient.id} stands above already")
            continue
        patients[patient.id] = patient
        unnumbered |= _without_number(row, patient.id)
        if birth := _born(row):
            born[patient.id] = birth
        if manager:
            managers[patient.id] = manager
        lost += row.lost()
    for kind in ("dispensing", "claims"):
        for row in rows_of(tables[kind]):
            if who := whose(row, namesakes):
                patients.setdefault(who, Patient(who, name=row.text(*PATIENT_NAME)))
                if birth := _born(row):
                    born.setdefault(who, birth)
                unnumbered |= _without_number(row, who)
    return PatientsRead(tuple(patients.values()), managers, born, tuple(lost), len(unnumbered))


def _without_number(row: ListedRow, who: str) -> set[str]:
    return set() if row.text(*PATIENT_ID) else {who}


def namesakes_in(tables: Iterable[FiledTable]) -> Namesakes:
    """Return the names under which lists have patients without a number, born on different days.

    A list that tells no births says nothing of that.
    """
    born: dict[str, set[str]] = {}
    for row in rows_of(tables):
        if not row.text(*PATIENT_ID) and (name := _name(row)) and (birth := _birth(row)):
            born.setdefault(name, set()).add(birth)
    return frozenset(name for name, days in born.items() if len(days) > 1)


def whose(row: ListedRow, namesakes: Namesakes = frozenset()) -> str:
    """Return the id of the patient that a row is of: the number, or the name where there is none.

    Those who share a name have their date of birth beside it.
    """
    number, name = _plain(row.text(*PATIENT_ID)), _name(row)
    if (number or name).casefold() in TOTALS:
        return ""
    return number or " ".join(filter(None, (name, _birth(row) if name in namesakes else "")))


def of_several(row: ListedRow, who: str, namesakes: Namesakes) -> Iterator[LostFact]:
    """Yield the name of a row that is of one of several patients, where no birth tells of which."""
    if who in namesakes:
        name = next(each for each in (*PATIENT_NAME, *LAST_NAME) if each in row.cells)
        yield LostFact(row.filed, row.cells[name], OF_SEVERAL)


def _birth(row: ListedRow) -> str:
    """Return the day of a birth, or what stands for it where that may be two: either tells people apart."""
    born = _born(row)
    return str(born) if born else row.text("date of birth")


def _born(row: ListedRow) -> date | None:
    """Return when somebody was born; nobody is before today, and who seems to be was born a hundred years earlier."""
    born, today = row.day("date of birth"), date.today()
    if born is None or born <= today:
        return born
    if str(born.year) in row.text("date of birth"):
        row.used.discard("date of birth")
        row.faults["date of birth"] = f"{born} lies ahead, and nobody is born then"
        return None
    return born.replace(year=born.year - YOUNGEST)


def _name(row: ListedRow) -> str:
    parts = (row.text(*FIRST_NAME), row.text(*LAST_NAME))
    return _plain(row.text(*PATIENT_NAME)) if not all(parts) else _plain(" ".join(parts))


def _patient(row: ListedRow, namesakes: Namesakes) -> Patient | None:
    who, name = whose(row, namesakes), row.text(*PATIENT_NAME)
    if not who:
        return None
    return Patient(
        who,
        referred=row.day("referred", "referral date", "start date", "date referred"),
        payer=row.text("payer"),
        discharged=row.day("discharged", "discharge date", "last discharge date"),
        area=_plain(row.text("zip", "area", "county", "region")),
        language=_plain(row.text("languages", "preferred language", "primary language")),
        specialties=tuple(part.strip() for part in row.text("specialties", "needs").split(",") if part.strip()),
        name=name,
        risk=RiskFacts(age=round(age)) if (age := number_in(row.text("age"))) is not None else NO_FACTS,
        contacted=row.day("last contact", "last contact date", "date of last contact", "contacted", "last visit"),
    )


def _plain(said: str) -> str:
    return " ".join(said.replace(",", " ").replace(";", " ").split())
