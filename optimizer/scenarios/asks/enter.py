"""Enters what was granted into the facts of a draft: time off as approved leave, a preference as a wish."""

from optimizer.staffing.asks.ask import Ask, AskKind
from optimizer.staffing.facts.request import Request, Wish
from optimizer.store.database.connection import Database
from optimizer.store.revisions import revise
from optimizer.store.roles import Actor
from optimizer.store.workbooks import workbook_of
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.add_changes import with_changes
from optimizer.workbook.unit.read import read_bytes


def request_of(ask: Ask) -> Request | None:
    """Return the line of the sheet Requests that an ask comes to once it is granted, None for one that has none."""
    wanted = ask.wanted
    if ask.kind is AskKind.TIME_OFF:
        return Request(ask.who, Wish.OFF, wanted.first, wanted.last, approved=True)
    if ask.kind is AskKind.PREFERENCE:
        return Request(ask.who, wanted.wish, wanted.first, wanted.last, wanted.shift)
    return None


def enter(database: Database, actor: Actor, ask: Ask, revision: int) -> bool:
    """Enter an ask that is granted into the facts, unless it stands there already; tell whether they are others now.

    Raise RevisionConflictError when the facts have moved on from the revision.
    """
    request = request_of(ask)
    if request is None:
        return False
    content = workbook_of(database, actor, ask.draft)
    if request in read_bytes(content).unit.requests:
        return False
    book = with_changes(Book(content), (request,), ())
    why = f"Ask {ask.id}: {ask.kind.value}"
    return revise(database, actor, ask.draft, revision, book.content, why, read_bytes(book.content)) != revision
