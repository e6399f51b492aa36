"""Needs and counts as a list: a row a day and shift, with a number."""

from collections import Counter

from optimizer.workbook.recognise.lists.duties import used_by
from optimizer.workbook.recognise.lists.header import Listing
from optimizer.workbook.recognise.lists.when import ListedWhen
from optimizer.workbook.recognise.proposal import Fact, Table
from optimizer.workbook.recognise.words.columns import concept_of, spoken

NAMING = ("shift", "role", "unit", "team")


def needs_of(listing: Listing, when: ListedWhen, kind: str, why: str) -> Table:
    """Return a list of needs as a table: date, shift (with unit and role, in the order of their columns) and number."""
    numbers = listing.all_of("required") if kind == "demand" else listing.all_of("census")
    shifts = sorted(listing.all_of("shift"), key=lambda column: _length(listing, column))[:1]
    naming = [
        column
        for column in sorted(listing.concepts)
        if listing.concepts[column] in NAMING and (listing.concepts[column] != "shift" or column in shifts)
    ]
    facts = tuple(fact for row in listing.body for fact in _row(listing, row, when, numbers, naming))
    first, last = when.first_last()
    return Table(
        listing.sheet.title,
        kind,
        listing.range(),
        facts,
        None,
        first,
        last,
        when.count(),
        tuple(Counter(listing.sheet.text(row, shifts[0]) for row in listing.body).items()) if shifts else (),
        (),
        tuple((title, concept_of(title) or spoken(title)) for title in listing.titles.values()),
        used_by(listing),
        0.8,
        f"{why}; the columns are {', '.join(listing.titles.values())}",
    )


def _length(listing: Listing, column: int) -> float:
    texts = listing.texts(column)
    return sum(map(len, texts)) / max(1, len(texts))


def _row(listing: Listing, row: int, when: ListedWhen, numbers: list[int], naming: list[int]) -> list[Fact]:
    sheet = listing.sheet
    values = numbers or [column for column in naming if listing.concepts[column] == "shift"][:1]
    shift = " ".join(text for column in naming if column not in values and (text := sheet.text(row, column)))
    facts = []
    for column in values:
        named = f"{shift} {listing.titles[column]}".strip() if len(numbers) > 1 else shift or listing.titles[column]
        for day in when.dates.get(row) or (None,):
            number = when.numbers.get(row, (None,))[0] if day is None else None
            facts.append(
                Fact(sheet.place(row, column), day=day, day_no=number, shift=named, value=sheet.at(row, column))
            )
    return facts
