"""What is new for one person of the staff since their last look: duties that changed, and answers."""

from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Plan
from optimizer.staffing.asks.ask import Ask, AskState
from optimizer.staffing.schedule.difference import Change, changes_between
from optimizer.store.asks.asks import asks_of
from optimizer.store.database.connection import Database
from optimizer.store.publications import Publication, published_plan
from optimizer.store.roles import Actor
from optimizer.store.telling.told import NewsWay, mark_seen, of_ask, of_publication, told_of

ANSWERS = frozenset({AskState.APPROVED, AskState.DENIED, AskState.WAITLISTED})


@dataclass(frozen=True, slots=True)
class MyNews:
    """What somebody has not seen yet of a draft: its newest publication with what it changes, and answers to them.

    ``publication`` is None when they saw it; ``first`` tells that they saw none before it.
    """

    draft: int
    publication: int | None
    first: bool
    changes: tuple[Change, ...]
    answers: tuple[Ask, ...]

    @property
    def days(self) -> frozenset[date]:
        """Return the days on which something changed."""
        return frozenset(change.day for change in self.changes)

    def __bool__(self) -> bool:
        """Tell whether there is anything to see."""
        return self.publication is not None or bool(self.answers)


def my_news(database: Database, actor: Actor, draft: int, last: Publication | None) -> MyNews:
    """Return what somebody has not seen yet of a draft, of which ``last`` is the newest publication."""
    told = (each for each in told_of(database, actor, draft) if each.who == actor.staff_id)  # a manager is given all
    seen = {each.news for each in told if each.how is NewsWay.SEEN}
    own = (ask for ask in asks_of(database, actor, draft) if ask.who == actor.staff_id and ask.state in ANSWERS)
    answers = tuple(ask for ask in own if _name(ask) not in seen)
    if last is None or of_publication(last.number) in seen:
        return MyNews(draft, None, False, (), answers)
    before = max((number for number in range(1, last.number) if of_publication(number) in seen), default=None)
    had = _own(database, actor, draft, before) if before else frozenset()
    changes = changes_between(had, _own(database, actor, draft, last.number)) if before else ()
    return MyNews(draft, last.number, before is None, changes, answers)


def mark_news_seen(database: Database, actor: Actor, news: MyNews) -> None:
    """Keep that somebody has seen all that was new."""
    if news.publication is not None:
        mark_seen(database, actor, news.draft, of_publication(news.publication))
    for ask in news.answers:
        mark_seen(database, actor, news.draft, _name(ask))


def _name(ask: Ask) -> str:
    """Return what names an answer; the waitlist is one, and what follows it another."""
    return of_ask(ask.id) + (" waitlist" if ask.state is AskState.WAITLISTED else "")


def _own(database: Database, actor: Actor, draft: int, number: int) -> Plan:
    found = published_plan(database, actor, draft, number)
    return frozenset(pair for pair in found if pair.who == actor.staff_id)
