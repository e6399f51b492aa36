"""Private addresses of calendars as the server answers them: who knows one reads one person's days alone."""

from datetime import date, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from optimizer.store.database.connection import Database, database
from optimizer.store.errors import StoreError
from optimizer.store.publications import Publication, issues_before, posting_at, publications, published_plan
from optimizer.store.roles import Actor, Role
from optimizer.store.telling.calendar_addresses import calendar_holder
from optimizer.ui.frame.door import answers_calendars
from optimizer.workbook.report.calendar_feed import calendar_feed
from optimizer.workbook.report.calendar_file import calendar_file

PATH = "/calendar/{secret}.ics"
KEPT = timedelta(days=90)
"""How long what is past stays in a calendar."""
NOTHING = Response("There is no calendar here.", status_code=404, media_type="text/plain")
"""What a wrong address is told, a revoked one, and whoever may not reach the page: all the same."""


def calendar_door() -> Route:
    """Return the route of private calendars."""
    return Route(PATH, _answer)


async def _answer(request: Request) -> Response:
    headers = request.headers
    if not answers_calendars(headers.getlist("host"), headers.getlist("origin"), headers):
        return NOTHING
    try:
        content = await run_in_threadpool(private_calendar, database(), str(request.path_params["secret"]))
    except StoreError:
        return NOTHING
    return Response(content, media_type="text/calendar", headers={"Cache-Control": "no-store"})


def private_calendar(store: Database, secret: str) -> bytes:
    """Return the published days of whom a private address is of. Raise MissingError where there is no such address."""
    who = calendar_holder(store, Actor("a calendar", Role.STAFF), secret)
    actor = Actor(who, Role.STAFF, who)
    newest = {each.draft: each for each in publications(store, actor)}
    return calendar_feed(found for each in newest.values() if (found := _calendar(store, actor, each)))


def _calendar(store: Database, actor: Actor, last: Publication) -> bytes | None:
    """Return somebody's days of a publication, None where they are not on it, or it is long past."""
    posting = posting_at(store, actor, last.draft)
    if actor.staff_id not in posting.names or posting.span.last < date.today() - KEPT:
        return None
    plan, earlier = published_plan(store, actor, last.draft), issues_before(store, actor, last)
    return calendar_file(posting, plan, last.at, last.number, actor.staff_id, earlier)
