"""Somebody called in: who comes instead, ranked, given by one click, with a text for each person asked."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.scenarios.replan.answer import CoverAnswer
from optimizer.scenarios.replan.cover import cover
from optimizer.scenarios.replan.events import sick_codes
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.told import asking, standing_said
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import on
from optimizer.summary.schedule.effect import effect
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.offers import ButtonWords, EditOffer, OfferList, show_offers, taken_at, unable

GIVE = ButtonWords("Give", "Given", "Somebody called in")
SHOWN, ASKED = 8, 3
"""How many ways are offered, and of how many the texts to send stand below them."""


def out_sick(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    """Tell who could come for somebody who called in, and have the best be given with one click."""
    place = ("sick", desk.draft.id, chosen.who, chosen.day)
    known = KnownSchedule(desk.unit, desk.policy, desk.judge, desk.verdict, frozenset(desk.locks))
    duties = known.staffing(chosen.who, chosen.day)
    taken = taken_at(desk, place)
    listed = taken.listed if taken else _listed(desk, known, chosen.who, duties)
    none = "Nobody could come." if duties else "There is no duty in this cell that somebody would be missed in."
    if duties[1:]:
        left = " and ".join(duty.shift for duty in duties[1:])
        st.caption(plain(f"Each offer covers {duties[0].shift}; {left} of that day is open then, too."))
    show_offers(desk, place, lambda: listed, GIVE, none, memory.own.add)
    _texts(desk, [offer.edit for offer in listed.offers if isinstance(offer.edit, CoverAnswer)])


def _listed(desk: Desk, known: KnownSchedule, who: str, duties: Sequence[Duty]) -> OfferList:
    """Return the best ways to fill the first duty of who called in, each as the whole edit: who called in is out."""
    if not duties:
        return OfferList(desk.version, ())
    duty = duties[0]
    found = cover(known, duty.day, duty.shift, duty.role, who, split=False)
    why = f"{desk.unit.name_of(who)} called in for {' and '.join(each.shift for each in duties)} on {on(duty.day)}"
    out, sick = known.missed(who, duty.day), _sick(desk, who, duty)
    ways = (_whole(desk, way, out, sick) for way in found.ways[:SHOWN])
    offers = tuple(EditOffer(_named(desk, way), way, why) for way in ways)
    return OfferList(desk.version, offers, unable(found.could_not, desk))


def _whole(desk: Desk, way: CoverAnswer, out: Plan, sick: Plan) -> CoverAnswer:
    minus, plus = way.minus | out, way.plus | sick
    return replace(way, minus=minus, plus=plus, effect=effect(desk.unit, desk.judge, desk.verdict, minus, plus))


def _sick(desk: Desk, who: str, duty: Duty) -> Plan:
    """Return the code that stands for being ill, where the unit has one."""
    codes = sick_codes(desk.unit)
    return frozenset(pair for pair in desk.unit.cells[who, duty.day] if pair.what.shift in codes[:1])


def _named(desk: Desk, way: CoverAnswer) -> str:
    people = ", then ".join(desk.unit.name_of(who) for who in way.people)
    return f"{people} ({standing_said(way)})"


def _texts(desk: Desk, ways: Sequence[CoverAnswer]) -> None:
    if not ways:
        return
    with st.expander("Texts to send"):
        texts = {who: text for way in reversed(ways[:ASKED]) for who, text in asking(desk.unit, way).items()}
        for who in dict.fromkeys(who for way in ways[:ASKED] for who in way.people):
            st.code(texts[who], language=None, wrap_lines=True)
