"""Long lists: a row for each duty or request, several people or several days in a cell."""

from collections import Counter

from optimizer.workbook.recognise.lists.header import Listing
from optimizer.workbook.recognise.lists.kinds import person_columns
from optimizer.workbook.recognise.lists.when import ListedWhen
from optimizer.workbook.recognise.names import one_spelling, people_in
from optimizer.workbook.recognise.proposal import Fact, Table, counted
from optimizer.workbook.recognise.words.columns import concept_of, spoken


def duties_of(listing: Listing, when: ListedWhen, kind: str, why: str) -> Table:
    """Return a list of duties or requests as a table: one fact for each person and day."""
    persons = person_columns(listing)
    duty = code_column(listing, kind)
    several = len(persons) == 1 and _lists_people(listing, persons[0])
    found = [fact for row in listing.body for fact in _row(listing, row, when, persons, duty, several)]
    spelling = one_spelling(fact.who or "" for fact in found)
    facts = tuple(Fact(fact.cell, spelling[fact.who or ""], fact.day, fact.day_no, fact.code) for fact in found)
    first, last = when.first_last()
    codes = counted(_each_once(facts, listing, when, persons, duty))
    return Table(
        listing.sheet.title,
        kind,
        listing.range(),
        facts,
        tuple(dict.fromkeys(fact.who for fact in facts if fact.who)),
        first,
        last,
        when.count(),
        codes,
        fields=tuple((title, concept_of(title) or spoken(title)) for title in listing.titles.values()),
        used=used_by(listing),
        confidence=0.8,
        why=f"{why}; the columns are {', '.join(listing.titles.values())}",
    )


def code_column(listing: Listing, kind: str) -> int | None:
    """Return the column of the duty or the kind of request: of several shifts the one with the shortest texts."""
    order = ("available", "request", "shift") if kind == "requests" else ("shift", "request")
    timed = () if {"from", "to"} <= set(listing.columns) else ("role", "hours")
    said = ("comment",) if kind == "requests" else ()
    for concept in (*order, "status", *timed, *said):
        columns = [column for column in listing.all_of(concept) if listing.texts(column)]
        if columns:
            return min(columns, key=lambda column: sum(map(len, listing.texts(column))) / len(listing.texts(column)))
    return None


def _row(
    listing: Listing, row: int, when: ListedWhen, persons: tuple[int, ...], duty: int | None, several: bool
) -> list[Fact]:
    """Return the facts of a row, under the address of each cell that says it: the duty, the name and the day."""
    sheet = listing.sheet
    code = sheet.text(row, duty) if duty is not None else _times(listing, row)
    places = [column for column in dict.fromkeys((duty, *persons, when.column)) if column is not None]
    names = _people(listing, row, persons, several)
    days = when.dates.get(row)
    numbers = when.numbers.get(row, (None,))
    facts = []
    for column in places:
        for who in names:
            cell = sheet.place(row, column)
            if days:
                facts += [Fact(cell, who, day, None, code) for day in days]
            else:
                facts += [Fact(cell, who, None, number, code) for number in numbers]
    return facts


def _times(listing: Listing, row: int) -> str:
    """Return from and to of a row as its duty: 07:00-15:00."""
    columns = listing.columns
    parts = [listing.sheet.text(row, columns[each])[-5:] for each in ("from", "to") if each in columns]
    return "-".join(part for part in parts if part)


def _people(listing: Listing, row: int, persons: tuple[int, ...], several: bool) -> list[str]:
    said = " ".join(text for column in persons if (text := listing.sheet.text(row, column)))
    if several:
        return people_in(said)
    return [said] if said else []


def _lists_people(listing: Listing, column: int) -> bool:
    """Return whether the cells of a column hold several people: what lies between commas comes again by itself."""
    texts = listing.texts(column)
    parted = [people_in(text) for text in texts]
    if sum(1 for people in parted if len(people) > 1) < 0.05 * len(texts):
        return False
    if {len(people) for people in parted} <= {2} and all(text.count(",") == 1 for text in texts):
        return False  # surname, first name
    single = {people[0] for people in parted if len(people) == 1}
    many = [person for people in parted if len(people) > 1 for person in people]
    counts = Counter(many)
    again = sum(1 for person in many if person in single or counts[person] > 1)
    return bool(many) and again >= 0.6 * len(many)


def _each_once(
    facts: tuple[Fact, ...], listing: Listing, when: ListedWhen, persons: tuple[int, ...], duty: int | None
) -> tuple[Fact, ...]:
    """Return the facts under one of their addresses only, so that each person and day counts once."""
    column = next((each for each in (duty, *persons, when.column) if each is not None), None)
    cells = {listing.sheet.place(row, column) for row in listing.body} if column is not None else set()
    return tuple(fact for fact in facts if fact.cell in cells)


def used_by(listing: Listing) -> frozenset[str]:
    """Return the cells of a listing's header and rows."""
    rows = (listing.head, *listing.body)
    return frozenset(listing.sheet.place(row, column) for row in rows for column in listing.titles)
