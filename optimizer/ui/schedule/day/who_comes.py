"""Who could come for an open duty: ranked, given by one click, with who is asked next and what they answered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from optimizer.planning.pair import Plan
from optimizer.scenarios.replan.answer import CoverAnswer
from optimizer.scenarios.replan.cover import cover
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.told import standing_said
from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import GivenAnswer
from optimizer.summary.schedule.effect import effect
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.trouble import show_trouble
from optimizer.ui.schedule.day.asking import TROUBLE, answer_said, answered, tell_next, texts_and_answers
from optimizer.ui.schedule.offers import (
    ButtonWords,
    EditOffer,
    ListPlace,
    OfferList,
    show_offers,
    taken_at,
    unable,
)

SHOWN = 8
"""How many ways are offered; with everybody who has answered one more, so that there is somebody to ask."""


@dataclass(frozen=True)
class OpenDuty:
    """A duty that nobody has, or will have once ``absent`` is out: ``out`` and ``entered`` are that part of the edit.

    ``why`` is what the history says of it; ``none`` is told where nobody could come.
    """

    duty: Duty
    why: str
    none: str
    absent: str | None = None
    out: Plan = frozenset()
    entered: Plan = frozenset()


def known_now(desk: Desk, now: datetime | None = None) -> KnownSchedule:
    """Return the draft's schedule as a change of the day needs it; ``now`` tells how short the notice is."""
    return KnownSchedule(desk.unit, desk.policy, desk.judge, desk.verdict, frozenset(desk.locks), now)


def who_comes(
    desk: Desk, known: KnownSchedule, place: ListPlace, asked: OpenDuty, words: ButtonWords,
    saved: Callable[[int], object] = bool,
) -> None:  # fmt: skip
    """Draw the ranked ways to cover a duty, with who is next to ask; once one is given, only the list stays."""
    show_trouble(TROUBLE)
    said, taken = answered(desk, asked.duty), taken_at(desk, place)
    listed = taken.listed if taken else cover_list(desk, known, asked, SHOWN + len(said))
    ways = [offer.edit for offer in listed.offers if isinstance(offer.edit, CoverAnswer)]
    if taken is None:
        tell_next(desk, ways, said)
        listed = replace(listed, offers=tuple(_with_answer(offer, said) for offer in listed.offers))
    show_offers(desk, place, lambda: listed, words, asked.none, saved)
    texts_and_answers(desk, asked.duty, ways, said)


def cover_list(desk: Desk, known: KnownSchedule, asked: OpenDuty, most: int = SHOWN) -> OfferList:
    """Return the best ways to cover a duty, each as the whole edit: who called in is out."""
    duty = asked.duty
    found = cover(known, duty.day, duty.shift, duty.role, asked.absent, split=False)
    ways = (_whole(desk, way, asked) for way in found.ways[:most])
    offers = tuple(EditOffer(_named(desk, way), way, asked.why) for way in ways)
    return OfferList(desk.version, offers, unable(found.could_not, desk))


def _with_answer(offer: EditOffer, said: Mapping[str, GivenAnswer]) -> EditOffer:
    people = offer.edit.people if isinstance(offer.edit, CoverAnswer) else ()
    return replace(offer, name=f"{offer.name}{answer_said(said, people)}")


def _whole(desk: Desk, way: CoverAnswer, asked: OpenDuty) -> CoverAnswer:
    minus, plus = way.minus | asked.out, way.plus | asked.entered
    return replace(way, minus=minus, plus=plus, effect=effect(desk.unit, desk.judge, desk.verdict, minus, plus))


def _named(desk: Desk, way: CoverAnswer) -> str:
    people = ", then ".join(desk.unit.name_of(who) for who in way.people)
    return f"{people} ({standing_said(way)})"
