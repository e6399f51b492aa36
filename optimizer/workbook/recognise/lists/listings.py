"""The listings of a sheet as tables, with what they ask and leave out."""

from optimizer.workbook.recognise.lists.duties import duties_of
from optimizer.workbook.recognise.lists.header import DEEPEST, Listing, listing_on
from optimizer.workbook.recognise.lists.kinds import kind_of
from optimizer.workbook.recognise.lists.needs import needs_of
from optimizer.workbook.recognise.lists.things import things_of
from optimizer.workbook.recognise.lists.when import when_of
from optimizer.workbook.recognise.proposal import FoundTables, LeftOut, Question, Table
from optimizer.workbook.recognise.sheet import RawSheet

DEEP = 400
PRIVATE = ("password", "phone", "e-mail", "address", "date of birth")


def listings_on(sheet: RawSheet, file: str, sure: bool = False) -> FoundTables:
    """Return the table of a sheet with a header, its questions and what it leaves out; nothing where there is none.

    ``sure`` asks for more evidence, for what is left of a sheet once other tables are taken out of it.
    """
    listing = listing_on(sheet, DEEP if sure else DEEPEST)
    if listing is None or not listing.body or (sure and not _surely(listing)):
        return [], [], []
    kind, why = kind_of(listing, file)
    if not kind:
        return [], [], []
    left = [
        LeftOut(sheet.title, sheet.span(row, min(listing.titles), row, max(listing.titles)), reason)
        for row, reason in listing.passed
    ]
    left += [
        LeftOut(sheet.title, sheet.span(listing.head + 1, column, listing.body[-1], column), why_not)
        for column, why_not in _private(listing)
    ]
    table, questions = _table(listing, kind, why, file)
    return [table], questions, left


def _surely(listing: Listing) -> bool:
    """Return whether most titles are known and there are rows that fill most of them."""
    full = [row for row in listing.body if sum(1 for each in listing.titles if listing.sheet.text(row, each)) > 1]
    known = len(set(listing.concepts.values()))
    return known >= 2 and known >= 0.6 * len(listing.titles) and len(full) >= 2 and len(full) >= 0.7 * len(listing.body)


def _private(listing: Listing) -> list[tuple[int, str]]:
    """Return the columns that are shown, but not taken over: nobody is planned by a telephone number."""
    return [
        (column, f"{listing.titles[column]}: not taken over, since nobody is planned by it")
        for concept in PRIVATE
        for column in listing.all_of(concept)
    ]


def _table(listing: Listing, kind: str, why: str, file: str) -> tuple[Table, list[Question]]:
    if kind in ("list", "requests"):
        when = when_of(listing, file)
        return duties_of(listing, when, kind, why), list(when.questions)
    if kind in ("demand", "census"):
        when = when_of(listing, file)
        return needs_of(listing, when, kind, why), list(when.questions)
    return things_of(listing, kind, why), _unknown(listing)


def _unknown(listing: Listing) -> list[Question]:
    """Ask, once a table, what columns stand for whose titles are no words that are known."""
    titles = [title for column, title in listing.titles.items() if column not in listing.concepts]
    if not titles:
        return []
    where = listing.sheet.title or "the list"
    asked = f"What do the columns {', '.join(titles[:8])} of {where} stand for?"
    return [Question("columns", asked, "they are kept under their own titles", "their titles are not known")]
