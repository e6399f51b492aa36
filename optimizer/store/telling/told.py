"""Who was sent news of a draft, and who has seen it: a publication, or an answer to what they asked for."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from optimizer.store.asks.asks import staff_of
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import TOLD
from optimizer.store.drafts import require_draft
from optimizer.store.kinds import check_own, decides_asks
from optimizer.store.roles import Actor, Permission, check


class NewsWay(StrEnum):
    """How news came to somebody."""

    MAILED = "mailed"
    SEEN = "seen"


@dataclass(frozen=True, slots=True)
class ToldNews:
    """That somebody was sent news, or has seen it; ``news`` is as ``of_publication`` and ``of_ask`` name it."""

    who: str
    news: str
    how: NewsWay
    at: str


def of_publication(number: int) -> str:
    """Return what names the news of a publication of a draft."""
    return f"publication {number}"


def of_ask(ask: int) -> str:
    """Return what names the news of an answer to an ask."""
    return f"ask {ask}"


@guarded
def mark_seen(database: Database, actor: Actor, draft: int, news: str) -> None:
    """Keep that whoever asks has seen some news; the first time counts."""
    _tell(database, actor, draft, staff_of(actor), news, NewsWay.SEEN)


@guarded
def mark_mailed(database: Database, actor: Actor, draft: int, who: str, news: str) -> None:
    """Keep that somebody was sent some news by mail; the first time counts."""
    check(actor, Permission.DECIDE_ASKS)
    _tell(database, actor, draft, who, news, NewsWay.MAILED)


@guarded
def told_of(database: Database, actor: Actor, draft: int) -> tuple[ToldNews, ...]:
    """Return who was told of what of a draft, the first told first: all to who decides its asks, to staff their own."""
    check(actor, Permission.TAKE_PART)
    wanted = select(TOLD).where(TOLD.c.draft == draft).order_by(TOLD.c.at)
    with database.reading() as connection:
        if not decides_asks(connection, actor, draft):
            wanted = wanted.where(TOLD.c.staff == actor.staff_id)
        rows = connection.execute(wanted).mappings().all()
    return tuple(ToldNews(row["staff"], row["news"], NewsWay(row["how"]), row["at"]) for row in rows)


def _tell(database: Database, actor: Actor, draft: int, who: str, news: str, how: NewsWay) -> None:
    row = {"draft": draft, "staff": who, "news": news, "how": how.value, "at": now()}
    with database.writing() as connection:
        require_draft(connection, draft)
        if how is NewsWay.MAILED:
            check_own(connection, actor, draft)
        if _stands(connection, draft, who, news, how):
            return
        changes = Changes(connection)
        changes.add(TOLD, row)
        changes.tell(actor, how.value, f"draft {draft}", {"news": news})


def _stands(connection: Connection, draft: int, who: str, news: str, how: NewsWay) -> bool:
    own = (TOLD.c.draft == draft, TOLD.c.staff == who, TOLD.c.news == news, TOLD.c.how == how.value)
    return connection.execute(select(TOLD.c.at).where(*own)).first() is not None
