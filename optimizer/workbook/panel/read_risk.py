"""Reads what tiers are computed from: risk, tiers set by hand, and what pharmacies dispensed."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.caseload.risk.condition import Condition, Conditions
from optimizer.caseload.risk.diagnoses import PackageMissingError, conditions_of, is_code
from optimizer.caseload.risk.facts import Circumstance, Facts, Override
from optimizer.caseload.risk.stay import Stay
from optimizer.workbook.panel.layout_risk import DISPENSING, NONE, OVERRIDES, RISK
from optimizer.workbook.panel.read_settings import tier
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.table import Row, UnreadableError, number, one_of, text, whole, words, yes

Word = TypeVar("Word", bound=StrEnum)


def read_risk(source: PanelSource) -> Mapping[str, Facts]:
    """Return what is known of each patient's risk; a discharge on the sheet Patients is a stay here."""
    table, found, codes = source.table(RISK), dict[str, Facts](), dict[str, tuple[str, ...]]()
    for row in table.rows() if table else ():
        who, facts = row.get("Patient", source.patient), _facts(row)
        if who in found:
            row.fault("Patient", f"'{who}' has a row already", "leave one row for each patient")
        codes_here = row.get("Diagnoses", _codes)
        if row.ok and who is not None:
            found[who] = facts
            codes |= {who: codes_here} if codes_here else {}
    for who, conditions in _from_codes(source, codes).items():
        found[who] = replace(found[who], conditions=(found[who].conditions or frozenset()) | conditions)
    return _with_discharges(source, found)


def read_overrides(source: PanelSource) -> Mapping[str, Override]:
    """Return the tiers set by hand, by patient."""
    table, found = source.table(OVERRIDES), dict[str, Override]()
    for row in table.rows() if table else ():
        who, by_hand = row.get("Patient", source.patient), row.get("Tier", tier)
        reason, expires = row.get("Reason", text), row.get("Expires", source.until)
        if who in found:
            row.fault("Patient", f"'{who}' has a tier by hand already", "leave one of them")
        if row.ok and who is not None and by_hand is not None and reason is not None and expires is not None:
            found[who] = Override(by_hand, reason, expires)
    return found


def read_fills(source: PanelSource) -> Mapping[str, tuple[Fill, ...]]:
    """Return what pharmacies dispensed, by patient."""
    table, found = source.table(DISPENSING), defaultdict[str, list[Fill]](list)
    for row in table.rows() if table else ():
        who, drug = row.get("Patient", source.patient), row.get("Drug", text)
        filled = row.get("Filled", source.within_ten_years)
        days, quantity = row.get("Days supply", whole(0, 400)), row.get("Quantity", number(0, 1_000_000))
        told = [row.get(header, text) or "" for header in ("Prescriber", "Pharmacy", "Prescription", "Form")]
        by, at, number_of, form = told
        group, status = row.get("Class", text), row.get("Status", one_of([*FillStatus], "status of a claim"))
        if row.ok and who is not None and filled is not None and drug is not None and days is not None:
            quantities = round(1000 * (quantity or 0))
            claim = FillStatus(status or FillStatus.PAID)
            fill = Fill(who, filled, drug, group or "", days, quantities, by, at, number_of, form, claim)
            found[who].append(replace(fill, place=row.place("Drug")))
    return {who: tuple(fills) for who, fills in found.items()}


def _facts(row: Row) -> Facts:
    factor = row.get("Risk adjustment", number(0, 100))
    stay = _stay(row)
    return Facts(
        None if stay == Stay() else stay,
        row.get("Conditions", _conditions),
        row.get("Age", whole(0, 130)),
        row.get("Emergency visits", whole(0, 500)),
        row.get("Admissions", whole(0, 500)),
        row.get("Social needs", whole(0, 100)),
        None if factor is None else round(1000 * factor),
        row.get("INTERMED", whole(0, 60)),
        row.get("Circumstances", _circumstances) or frozenset(),
    )


def _stay(row: Row) -> Stay:
    hemoglobin = row.get("Hemoglobin", number(1, 30))
    return Stay(
        None,
        row.get("Days in hospital", whole(0, 3650)),
        row.get("Urgent", yes),
        None if hemoglobin is None else round(10 * hemoglobin),
        row.get("Sodium", whole(80, 200)),
        row.get("Oncology", yes),
        row.get("Active cancer", yes),
        row.get("Procedure", yes),
        row.get("Visit booked", yes),
    )


def _with_discharges(source: PanelSource, found: dict[str, Facts]) -> Mapping[str, Facts]:
    for who, patient in source.patients.items():
        if patient is not None and patient.discharged is not None:
            facts = found.get(who, Facts())
            found[who] = replace(facts, stay=replace(facts.stay or Stay(), discharged=patient.discharged))
    return found


def _several(kind: type[Word], thing: str) -> Callable[[Any], frozenset[Word]]:
    """Return a parser for words with semicolons between, as some of them hold commas."""
    parse = one_of([*kind], thing)
    return lambda value: frozenset(kind(parse(part.strip())) for part in text(value).strip("; ").split(";"))


def _conditions(value: Any) -> Conditions:
    return frozenset() if text(value).casefold() == NONE else _several(Condition, "condition")(value)


_circumstances = _several(Circumstance, "circumstance")


def _codes(value: Any) -> tuple[str, ...]:
    found = words(value)
    if wrong := next((code for code in found if not is_code(code)), None):
        raise UnreadableError(f"'{wrong}' is not a code of ICD-10", "write such as I50.9, with commas between")
    return found


def _from_codes(source: PanelSource, codes: Mapping[str, tuple[str, ...]]) -> Mapping[str, Conditions]:
    try:
        return conditions_of(codes) if codes else {}
    except PackageMissingError as error:
        source.faults.append(Fault(RISK.title, "", "there are diagnosis codes", str(error).rstrip(".")))
        return {}
