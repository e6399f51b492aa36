"""What pharmacies dispensed, from the rows of lists.

A row that names a patient is never dropped: what cannot be read of it stays as a fill that is not looked at, so that
nobody is called clear for want of a date or of days of supply.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from optimizer.caseload.medication.fill import Fill, FillStatus
from optimizer.workbook.adopt.panel.patients import Namesakes, of_several, whose
from optimizer.workbook.adopt.panel.rows import ListedRow, rows_of
from optimizer.workbook.adopt.said.numbers_said import number_in
from optimizer.workbook.adopt.tables.accounts import LostFact
from optimizer.workbook.adopt.tables.filed import FiledTable, said_in
from optimizer.workbook.panel.claim_status import status_in
from optimizer.workbook.panel.sheets.dispensing import DISPENSING, DRUG
from optimizer.workbook.recognise.words.columns import field_of, spoken
from optimizer.workbook.table.sheet import Column

THOUSANDTHS, MOST_DAYS = 1000, 400
FillsRead = tuple[tuple[Fill, ...], tuple[LostFact, ...]]
SHARED = ("date", "drug", "status")
"""Fields of a list that more than one column may be taken for."""


def _fields(column: Column[Any]) -> tuple[str, ...]:
    titles = (column.header, *column.also)
    named = (field_of(title) for title in titles if column is DRUG or field_of(title) not in SHARED)
    return tuple(dict.fromkeys((*named, *(spoken(title) for title in column.also))))


FIELDS: Mapping[str, tuple[str, ...]] = {column.field: _fields(column) for column in DISPENSING.columns}
"""The fields of a list under which each field of a fill may stand."""
DESCRIBED = ("item", "product", "description", "item description", "medication description")
SINCE, UNTIL = ("start", "from", "begin date"), ("stop", "to", "end date")
STATUS = ("status", "claim status", "claim type", "adjudication status", "transaction type", "transaction code",
          "103 a3", "fill status", "rx status", "transaction status", "paid status", "dispense status")  # fmt: skip
NAMED_AGAIN = ("generic name", "brand name")
"""Titles of columns that name a drug beside another one that does."""
NAMELESS = "no drug told"
BELOW_NOTHING = re.compile(r"\(\s*(\d[\d.,]*)\s*\)|(\d[\d.,]*)\s*-")
"""A number below nothing as accounts write it: "(30)" or "30-"."""


class FillRow(NamedTuple):
    """A row with its fill, and why that cannot be looked at, "" when it can."""

    row: ListedRow
    fill: Fill
    why: str


def fills_of(tables: Iterable[FiledTable], namesakes: Namesakes = frozenset()) -> FillsRead:
    """Return the fills of lists, and the cells that were of no use."""
    rows = [*rows_of(tables)]
    last = max((day for row in rows if (day := _filled(row))), default=date.today())
    read: list[FillRow] = []
    lost: list[LostFact] = []
    for row in rows:
        if who := whose(row, namesakes):
            read.append(FillRow(row, *_fill(row, who, last)))
            lost += of_several(row, who, namesakes)
        else:
            lost += row.lost("the row tells no patient")
    again = {*_repeated(read)}
    for place, each in enumerate(read):
        lost += each.row.lost("the same row stands above") if place in again else _told(each.row, each.why)
    return tuple(each.fill for place, each in enumerate(read) if place not in again), tuple(lost)


def _repeated(read: Sequence[FillRow]) -> Iterator[int]:
    """Yield the places of rows that say what one above says, with one prescription.

    A claim of which there is a reversal was perhaps billed again, in the same words; it is no repetition.
    """
    taken_back = {each.fill.claim for each in read if each.fill.status is FillStatus.REVERSAL}
    seen = set[tuple[object, ...]]()
    for place, (row, fill, _) in enumerate(read):
        alike = (id(row.filed.table), *sorted((name, said_in(fact)) for name, fact in row.cells.items()))
        if alike in seen and fill.prescription and fill.claim not in taken_back:
            yield place
        seen.add(alike)


def _told(row: ListedRow, why: str) -> Iterable[LostFact]:
    """Yield what was not read of a row; where it is not looked at, what names the drug is told with the reason."""
    named = next((name for name in (*FIELDS["drug"], *FIELDS["ndc"], *FIELDS["atc"]) if name in row.used), "")
    yield from row.lost()
    if why and named:
        yield LostFact(row.filed, row.cells[named], f"{why}; the fill is kept and not looked at")


def _filled(row: ListedRow) -> date | None:
    return row.day(*FIELDS["filled"], "date", *SINCE)


def _fill(row: ListedRow, who: str, last: date) -> tuple[Fill, str]:
    """Return the fill that a row tells, and why it cannot be looked at, "" when it can."""
    told = {name: row.text(*FIELDS[name]) for name in FIELDS if name not in ("patient", "filled", "status")}
    drug = _drug(row, told["drug"]) or ("" if told["ndc"] or told["atc"] else row.text(*DESCRIBED))
    for names in (("name", "patient"), ("date of birth",), ("surname", "patient last name"),
                  ("first name", "patient first name")):  # fmt: skip
        row.text(*names)
    filled, days, status = _filled(row), _days(row, told["days"]), status_in(row.text(*STATUS))
    quantity = _number(told["quantity"]) or 0
    takes_back = status is FillStatus.REVERSAL or quantity < 0 or (days or 0) < 0
    named = bool(drug or told["ndc"] or told["atc"])
    needs_days = not (takes_back and told["prescription"])
    lacking = {
        "no drug": not named,
        "no day": filled is None,
        "a status that is not known": status is None,
        "no days of supply": needs_days if days is None else abs(days) > MOST_DAYS,
    }
    why = " and ".join(word for word, missing in lacking.items() if missing)
    fill = Fill(
        who, filled or last, drug if named else NAMELESS, told["group"], 0 if why else abs(round(days or 0)),
        round(THOUSANDTHS * abs(quantity)),
        told["prescriber"], told["pharmacy"], told["prescription"], _form(row, told["form"]),
        status or FillStatus.PAID, ndc=told["ndc"], atc=told["atc"], route=told["route"],
    )  # fmt: skip
    if takes_back:
        fill = replace(fill, status=FillStatus.PAID if why else FillStatus.REVERSAL)
    return fill, why and f"the row tells {why}"


def _drug(row: ListedRow, drug: str) -> str:
    """Return what names a drug; what another column names it stands in brackets, where both must name the same."""
    others = dict.fromkeys(row.text(f"drug: {title}") for title in NAMED_AGAIN)
    return " ".join((drug, *(f"({other})" for other in others if other and other != drug)))


def _form(row: ListedRow, form: str) -> str:
    return " ".join(filter(None, (form, row.text("strength", "drug strength", "dose strength"))))


def _days(row: ListedRow, said: str) -> float | None:
    """Return the days of supply: those told, or those from the first to the last day of a medicine."""
    since, until = row.day(*SINCE), row.day(*UNTIL)
    if said or since is None or until is None:
        return _number(said)
    return (until - since).days if until >= since else None


def _number(said: str) -> float | None:
    below = BELOW_NOTHING.fullmatch(said.strip())
    return number_in(f"-{below[1] or below[2]}" if below else said)
