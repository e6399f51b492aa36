"""The sheets Risk and Overrides: what tiers are computed from, and tiers set by hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from optimizer.caseload.panel import Panel
from optimizer.caseload.risk.condition import Condition, Conditions
from optimizer.caseload.risk.diagnoses import PackageMissingError, conditions_of, is_code
from optimizer.caseload.risk.facts import Circumstance, Override, RiskFacts
from optimizer.caseload.risk.stay import Stay
from optimizer.workbook.panel.sheets.settings import TIER
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, UNTIL, YES_NO, as_it_is, numbers_in, plain, wholes
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.parse import UnreadableError, one_of, text, words
from optimizer.workbook.table.sheet import CellValues, Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
NONE = "none"
CHOICES = ("yes", "no")


def _several(kind: type[E], thing: str) -> Callable[[Any], frozenset[E]]:
    """Return a parser for words with semicolons between, as some of them hold commas."""
    parse = one_of([*kind], thing)
    return lambda value: frozenset(kind(parse(part.strip())) for part in text(value).strip("; ").split(";"))


def _conditions(value: Any) -> Conditions:
    return frozenset() if text(value).casefold() == NONE else _several(Condition, "condition")(value)


def _conditions_text(conditions: Conditions) -> str:
    return "; ".join(each for each in Condition if each in conditions) or NONE


def _circumstances_text(circumstances: Iterable[Circumstance]) -> str:
    return "; ".join(sorted(circumstances))


def _codes(value: Any) -> tuple[str, ...]:
    found = words(value)
    if wrong := next((code for code in found if not is_code(code)), None):
        raise UnreadableError(f"'{wrong}' is not a code of ICD-10", "write such as I50.9, with commas between")
    return found


def _of_stay(
    header: str, about: str, codec: Codec[T], field: str, width: int, choices: tuple[str, ...] = ()
) -> Column[T]:
    """Return a column of the last stay, which is a part of what is known."""

    def cell(facts: RiskFacts) -> Any:
        value = getattr(facts.stay or Stay(), field)
        return None if value is None else codec.write(value)

    return Column(header, about, codec, field, width=width, choices=choices, cell=cell)


PATIENT = Codec(PanelSource.patient, as_it_is)
WHO = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
DIAGNOSES = Column(
    "Diagnoses", "Codes of ICD-10 with commas between, added to the conditions.", plain(_codes, ", ".join), width=20
)
OF_STAY: tuple[Column[Any], ...] = (
    _of_stay("Days in hospital", "Of the last stay.", wholes(0, 3650), "days", 9),
    _of_stay("Urgent", "Was it an urgent admission?", YES_NO, "urgent", 8, CHOICES),
    _of_stay("Hemoglobin", "At discharge, in g/dL.", numbers_in(10, 1, 30), "hemoglobin", 11),
    _of_stay("Sodium", "At discharge, in mmol/L.", wholes(80, 200), "sodium", 8),
    _of_stay("Oncology", "Was it a discharge from oncology?", YES_NO, "oncology", 9, CHOICES),
    _of_stay(
        "Active cancer",
        "A cancer diagnosis, for the simplified score; a cancer among the conditions is one.",
        YES_NO,
        "active_cancer",
        9,
        CHOICES,
    ),
    _of_stay("Procedure", "Was there one during the stay?", YES_NO, "procedure", 10, CHOICES),
    _of_stay("Visit booked", "Is a primary care visit booked after it?", YES_NO, "primary_care_booked", 9, CHOICES),
)
RISK = Sheet(
    "Risk",
    "What is known of each patient's risk, one row a patient. What is empty is not known, and is said to be.",
    (
        WHO,
        Column("Age", "In years.", wholes(0, 130), "age", width=7),
        Column(
            "Conditions",
            "With semicolons between, in the words of the template; none when there are none.",
            plain(_conditions, _conditions_text),
            "conditions",
            width=44,
        ),
        DIAGNOSES,
        Column(
            "Emergency visits",
            "In six months, without that of the last stay.",
            wholes(0, 500),
            "emergency_visits",
            width=11,
        ),
        Column("Admissions", "In twelve months, without the last stay.", wholes(0, 500), "admissions", width=11),
        Column("Social needs", "How many.", wholes(0, 100), "social_needs", width=8),
        Column(
            "Risk adjustment",
            "The CMS-HCC factor, such as 1.25.",
            numbers_in(1000, 0, 100),
            "risk_adjustment",
            width=11,
        ),
        Column("INTERMED", "The total, as somebody licensed found it.", wholes(0, 60), "complexity", width=10),
        Column(
            "Circumstances",
            "With semicolons between: mental health or substance use crisis; no home; transition to hospice; "
            "transplant; newborn from intensive care.",
            plain(_several(Circumstance, "circumstance"), _circumstances_text),
            "circumstances",
            width=24,
        ),
        *OF_STAY,
        Column(
            "Hospice",
            "Is the patient in hospice care? Adherence is not measured then.",
            YES_NO,
            "hospice",
            width=9,
            choices=CHOICES,
        ),
        Column(
            "ESRD",
            "Has the patient end-stage renal disease? Adherence to some classes is not measured then.",
            YES_NO,
            "renal_failure",
            width=8,
            choices=CHOICES,
        ),
    ),
)
BY_HAND = Column("Patient", "The patient's id.", PATIENT, required=True, width=11)
OVERRIDES = Sheet(
    "Overrides",
    "Tiers set by hand.",
    (
        BY_HAND,
        Column("Tier", "1 to 5.", TIER, "tier", required=True, width=7),
        Column("Reason", "In words.", TEXT, "reason", required=True, width=44),
        Column("Expires", "Last day on which it counts.", UNTIL, "expires", required=True),
    ),
    of=Override,
)


def read_risk(source: PanelSource) -> Mapping[str, RiskFacts]:
    """Return what is known of each patient's risk; a discharge on the sheet Patients is a stay here."""
    found, codes = dict[str, RiskFacts](), dict[str, tuple[str, ...]]()
    for row in source.rows(RISK):
        who, facts, codes_here = row[WHO], _facts(row), row[DIAGNOSES]
        if who in found:
            row.fault(WHO, f"'{who}' has a row already", "leave one row for each patient")
        if row.ok and who is not None:
            found[who] = facts
            codes |= {who: codes_here} if codes_here else {}
    for who, conditions in _from_codes(source, codes).items():
        found[who] = replace(found[who], conditions=(found[who].conditions or frozenset()) | conditions)
    return _with_discharges(source, found)


def read_overrides(source: PanelSource) -> Mapping[str, Override]:
    """Return the tiers set by hand, by patient."""
    found: dict[str, Override] = {}
    for row in source.rows(OVERRIDES):
        who, facts = row[BY_HAND], row.facts()
        if who in found:
            row.fault(BY_HAND, f"'{who}' has a tier by hand already", "leave one of them")
        if row.ok and who is not None:
            found[who] = Override(**facts)
    return found


def risk_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield what is known of the patients of whom anything is."""
    for each in panel.patients:
        line = RISK.line(each.risk, {WHO: each.id})
        if any(value not in (None, "") for value in line[1:]):
            yield line


def override_lines(panel: Panel) -> Iterator[CellValues]:
    """Yield the tiers set by hand."""
    return (OVERRIDES.line(each.override, {BY_HAND: each.id}) for each in panel.patients if each.override)


def _facts(row: SheetRow) -> RiskFacts:
    of_stay = {column.field: row[column] for column in OF_STAY}
    stay = None if all(value is None for value in of_stay.values()) else Stay(**of_stay)
    return RiskFacts(stay=stay, **row.facts(but=OF_STAY))


def _with_discharges(source: PanelSource, found: dict[str, RiskFacts]) -> Mapping[str, RiskFacts]:
    for who, patient in source.patients.items():
        if patient is not None and patient.discharged is not None:
            facts = found.get(who, RiskFacts())
            found[who] = replace(facts, stay=replace(facts.stay or Stay(), discharged=patient.discharged))
    return found


def _from_codes(source: PanelSource, codes: Mapping[str, tuple[str, ...]]) -> Mapping[str, Conditions]:
    try:
        return conditions_of(codes) if codes else {}
    except PackageMissingError as error:
        source.faults.append(Fault(RISK.title, "", "there are diagnosis codes", str(error).rstrip(".")))
        return {}
