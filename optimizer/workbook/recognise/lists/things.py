"""Lists of things: staff, shifts, rules, patients, dispensing, claims; a row each, a field a column."""

import re
from collections.abc import Mapping

from optimizer.workbook.recognise.legend.meanings import sort_of
from optimizer.workbook.recognise.lists.duties import used_by
from optimizer.workbook.recognise.lists.header import Listing
from optimizer.workbook.recognise.lists.kinds import person_columns
from optimizer.workbook.recognise.proposal import Fact, Table
from optimizer.workbook.recognise.sheet import RawValue, as_number, as_text
from optimizer.workbook.recognise.words.columns import field_of, spoken

SECRET = "password"  # noqa: S105 (the name of a field)
IN_A_ROW = re.compile(r"^max(?:imum)? cons(?:ecutive|ec)? (.+)$")
OF_PEOPLE = ("patient", "name", "surname", "first name", "date of birth")
EXPANDED = {"s": "shifts", "e": "early", "l": "late", "n": "nights", "d": "days"}


def things_of(listing: Listing, kind: str, why: str) -> Table:
    """Return a list of things as a table: every cell with whose it is and which field."""
    keys = _key_columns(listing, kind)
    names = fields_of(listing, kind)
    facts = tuple(
        Fact(
            listing.sheet.place(row, column),
            _who(listing, row, keys),
            field=names[column],
            value=_value(listing, row, column, names),
        )
        for row in listing.body
        if _who(listing, row, keys)
        for column in names
    )
    people = tuple(dict.fromkeys(who for row in listing.body if (who := _who(listing, row, keys))))
    return Table(
        listing.sheet.title,
        kind,
        listing.range(),
        facts,
        people if kind in ("staff", "patients", "dispensing", "claims") else None,
        fields=tuple((listing.titles[column], name) for column, name in names.items()),
        used=used_by(listing),
        confidence=0.8,
        why=f"{why}; the columns are {', '.join(listing.titles.values())}",
    )


def _key_columns(listing: Listing, kind: str) -> tuple[int, ...]:
    columns = listing.columns
    if kind == "shifts":
        return (min(listing.all_of("shift"), key=lambda column: _length(listing, column)),)
    if kind == "rules":
        return (columns.get("parameter", columns.get("name", min(listing.titles))),)
    if kind in ("patients", "dispensing", "claims"):
        for concept in ("patient", "patient id", "name"):
            if concept in columns:
                return (columns[concept],)
    return person_columns(listing) or (min(listing.titles),)


def _length(listing: Listing, column: int) -> float:
    texts = listing.texts(column)
    return sum(map(len, texts)) / max(1, len(texts))


def _who(listing: Listing, row: int, keys: tuple[int, ...]) -> str:
    return " ".join(text for column in keys if (text := listing.sheet.text(row, column)))


def _value(listing: Listing, row: int, column: int, names: dict[int, str]) -> RawValue:
    value = listing.sheet.at(row, column)
    if names[column] == SECRET and as_text(value):
        return "(not kept)"
    return round(value, 9) if isinstance(value, float) else value if isinstance(value, int) else as_text(value)


def fields_of(listing: Listing, kind: str) -> dict[int, str]:
    """Return the name of each column's field."""
    named = {column: field_of(title) for column, title in listing.titles.items()}
    if kind == "shifts":
        return _of_shifts(listing, named)
    if kind == "rules":
        return _of_rules(listing, named)
    if kind in ("patients", "dispensing", "claims"):
        return _of_patients(listing, kind, named)
    results = {"nights", "weekends"} & set(named.values())
    for column, name in named.items():
        title = spoken(listing.titles[column])
        if name == "hours" and not results and kind == "staff":
            named[column] = "hours per week"
        elif name == "skill" and any("," in text for text in listing.texts(column)):
            named[column] = "skills"
        elif _ranked(listing, column):
            named[column] = f"preference {sort_of(listing.titles[column]).removeprefix('work ')}"
        elif found := IN_A_ROW.match(title):
            named[column] = f"max {EXPANDED.get(found[1], found[1])} in a row"
    return named


def _of_patients(listing: Listing, kind: str, named: dict[int, str]) -> dict[int, str]:
    """Return the fields with the id as the patient's, unless another column is or it numbers the rows."""
    for column in [at for at, name in named.items() if name == "id"]:
        if "patient id" not in named.values() and (kind == "patients" or not _numbers_rows(listing, column, named)):
            named[column] = "patient id"
    return named


def _numbers_rows(listing: Listing, column: int, named: Mapping[int, str]) -> bool:
    """Tell whether ids are of the rows of a list of what patients got: no two are alike, though people are.

    A lone name is perhaps the drug's.
    """
    people = [at for at, name in named.items() if name in OF_PEOPLE and (name != "name" or "drug" in named.values())]
    ids = [listing.sheet.text(row, column) for row in listing.body]
    who = [tuple(listing.sheet.text(row, at) for at in people) for row in listing.body]
    return bool(people) and len({*ids}) == len(ids) and len({*who}) < len(who)


def _ranked(listing: Listing, column: int) -> bool:
    """Return whether a column is titled with the code of a shift and ranks it with small numbers."""
    sort = sort_of(listing.titles[column])
    values = [as_number(listing.sheet.at(row, column)) for row in listing.body]
    short = len(listing.titles[column]) <= 2
    return short and sort.startswith("work ") and all(value is not None and 0 <= value <= 9 for value in values)


def _of_shifts(listing: Listing, named: dict[int, str]) -> dict[int, str]:
    key = _key_columns(listing, "shifts")[0]
    for column, name in named.items():
        if column == key:
            named[column] = "code"
        elif listing.concepts.get(column) == "times":
            named[column] = "times"
        elif name in ("shift", "name"):
            named[column] = "shift name"
        elif name == "hours" and "length" in spoken(listing.titles[column]):
            named[column] = "length"
    return named


def _of_rules(listing: Listing, named: dict[int, str]) -> dict[int, str]:
    key = _key_columns(listing, "rules")[0]
    return {column: "name" if column == key else name for column, name in named.items()}
