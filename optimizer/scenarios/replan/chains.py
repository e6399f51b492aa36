"""Chains: somebody takes the open duty and gives up one of their own, which somebody else takes, up to twice."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from optimizer.engine.clock import Clock
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.rule import worsened
from optimizer.scenarios.replan.answer import CoverAnswer, CoverWay
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.weigh import weighed_edit
from optimizer.staffing.facts.shift import Duty
from optimizer.summary.schedule.barred import barred
from optimizer.summary.schedule.candidates import takers

REACH = 2
"""Up to how many days from the open duty somebody gives up one of their own for it."""
TRIED, TAKERS = 6, 2
"""How many of the cheapest first links are followed, and how many people are taken for what each gives up."""
SWAPS = 2
"""How many duties are handed on at the most."""


class Link(NamedTuple):
    """Somebody who takes a duty and gives up one of their own."""

    who: str
    takes: Duty
    gives: Duty


def chains(known: KnownSchedule, duty: Duty, clock: Clock) -> Iterator[CoverAnswer]:
    """Yield chains that cover a duty; longer ones only where no shorter one is found."""
    for swaps in range(1, SWAPS + 1):
        found = [each for each in _chains(known, known, duty, (), swaps, clock) if not each.effect.breaks]
        yield from found
        if found or clock.over():
            return


def _chains(
    known: KnownSchedule, now: KnownSchedule, duty: Duty, links: tuple[Link, ...], swaps: int, clock: Clock
) -> Iterator[CoverAnswer]:
    for link in _links(now, duty, links, clock):
        after = now.edited({Pair(link.who, link.gives)}, {Pair(link.who, link.takes)})
        so_far = (*links, link)
        if swaps > 1:
            yield from _chains(known, after, link.gives, so_far, swaps - 1, clock)
            continue
        everyone = {each.who for each in so_far}
        found = takers(known.unit, known.judge, after.verdict, [link.gives], TAKERS + len(so_far), known.locked)
        for taker in [each for each in found.could if each.who not in everyone and not each.instead][:TAKERS]:
            yield _answer(known, so_far, Pair(taker.who, taker.duty))
        if clock.over():
            return


def _answer(known: KnownSchedule, links: tuple[Link, ...], last: Pair) -> CoverAnswer:
    minus = frozenset(Pair(link.who, link.gives) for link in links)
    plus = frozenset((*(Pair(link.who, link.takes) for link in links), last))
    return weighed_edit(known, CoverWay.CHAIN, (*(link.who for link in links), last.who), minus, plus)


def _links(now: KnownSchedule, duty: Duty, links: tuple[Link, ...], clock: Clock) -> list[Link]:
    """Return who can take a duty and give up another, those first after whom the least is wrong."""
    tried = sorted((now.judge.score_of_edit(now.verdict, *_edit(each)), each) for each in _possible(now, duty, links))
    kept: list[Link] = []
    for _, link in tried:
        if clock.over() or len(kept) == TRIED:
            break
        if _keeps_own_musts(now, link):
            kept.append(link)
    return kept


def _possible(now: KnownSchedule, duty: Duty, links: tuple[Link, ...]) -> Iterator[Link]:
    unit, used = now.unit, {link.who for link in links}
    days = [duty.day + timedelta(days=days) for days in range(-REACH, REACH + 1)]
    for staff in unit.staff:
        had = [own for day in days if day in unit.days for own in now.staffing(staff.id, day)]
        same_day = [own for own in had if own.day == duty.day]
        for own in same_day or had:
            free = own != duty and staff.id not in used and (staff.id, own.day) not in now.locked
            if free and not barred(unit, now.verdict, staff.id, duty, now.locked, [own]):
                yield Link(staff.id, duty, own)


def _keeps_own_musts(now: KnownSchedule, link: Link) -> bool:
    """Tell whether somebody's own musts are kept; those of the shift that they leave are for the next to keep."""
    after = now.judge.edit(now.verdict, *_edit(link))
    worse = worsened(*now.judge.changes(now.verdict, after))
    return not any(finding.must and finding.place.who for finding in worse)


def _edit(link: Link) -> tuple[Plan, Plan]:
    return frozenset({Pair(link.who, link.gives)}), frozenset({Pair(link.who, link.takes)})
