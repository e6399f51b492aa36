"""Whom the newest publication of a draft concerns, what changes for each since their last look, and who has seen it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from optimizer.planning.pair import Plan
from optimizer.staffing.schedule.difference import Change, changes_between
from optimizer.store.database.connection import Database
from optimizer.store.publications import Publication, posting_at, published_plan
from optimizer.store.roles import Actor
from optimizer.store.telling.told import NewsWay, ToldNews, of_publication, told_of


@dataclass(frozen=True, slots=True)
class PersonNews:
    """What the newest publication is to somebody: the first that they are told of, or changes since they last looked.

    ``mailed`` and ``seen`` are when they were sent it and saw it, "" where they did not.
    """

    who: str
    first: bool
    duties: int
    changes: tuple[Change, ...]
    mailed: str
    seen: str


def to_tell(database: Database, actor: Actor, last: Publication) -> tuple[PersonNews, ...]:
    """Return the people whom the newest publication of a draft concerns, in the order of the schedule."""
    posting = posting_at(database, actor, last.draft)
    told = told_of(database, actor, last.draft)

    @cache
    def plan_of(number: int) -> Plan:
        return published_plan(database, actor, last.draft, number)

    by_person: dict[str, list[ToldNews]] = {person.id: [] for person in posting.people}
    for each in told:
        by_person.setdefault(each.who, []).append(each)
    found = (_news(plan_of, last.number, person.id, by_person[person.id]) for person in posting.people)
    return tuple(each for each in found if each.changes or (each.first and each.duties))


def _news(plan_of: Callable[[int], Plan], number: int, who: str, told: Sequence[ToldNews]) -> PersonNews:
    at = {(each.news, each.how): each.at for each in told}
    now, before = _own(plan_of(number), who), _before(at, number)
    changes = changes_between(_own(plan_of(before), who), now) if before else ()
    mailed, seen = (at.get((of_publication(number), how), "") for how in (NewsWay.MAILED, NewsWay.SEEN))
    return PersonNews(who, not before, len(now), changes, mailed, seen)


def _before(at: Mapping[tuple[str, NewsWay], str], number: int) -> int | None:
    """Return the publication that somebody saw last before one; the first of the draft where they saw none."""
    seen = [each for each in range(1, number) if (of_publication(each), NewsWay.SEEN) in at]
    return max(seen, default=1 if number > 1 else None)


def _own(plan: Plan, who: str) -> Plan:
    return frozenset(pair for pair in plan if pair.who == who)
