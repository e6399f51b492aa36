"""Somebody called in: who comes instead, ranked, given by one click, with a text for each person asked."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from optimizer.planning.pair import Pair, Plan
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
from optimizer.ui.schedule.offers import ButtonWords, EditOffer, OfferList, show_offers, taken_at, unable

GIVE = ButtonWords("Give", "Given", "Somebody called in")
SHOWN, ASKED = 8, 3
"""How many ways are offered, and of how many the texts to send stand below them."""


def out_sick(desk: Desk, memory: GridMemory, chosen: Selected) -> None:
    """Tell who could come for somebody who called in, and have the best be given with one click."""
    place = ("sick", desk.draft.id, chosen.who, chosen.day)
    row = desk.verdict.rows.get(chosen.who, {}).get(chosen.day, ())
    duty = next((duty for duty in row if desk.unit.shift_of(duty).staffs), None)
    taken = taken_at(desk, place)
    listed = taken.listed if taken else _listed(desk, chosen, duty) if duty else OfferList(desk.version, ())
    none = "Nobody could come." if duty else "There is no duty in this cell that somebody would be missed in."
    show_offers(desk, place, lambda: listed, GIVE, none, memory.own.add)
    _texts(desk, [offer.edit for offer in listed.offers if isinstance(offer.edit, CoverAnswer)])


def _listed(desk: Desk, chosen: Selected, duty: Duty) -> OfferList:
    """Return the best ways to replace somebody, each as the whole edit: who called in is taken out with it."""
    known = KnownSchedule(desk.unit, desk.policy, desk.judge, desk.verdict, frozenset(desk.locks))
    found = cover(known, duty.day, duty.shift, duty.role, chosen.who, split=False)
    why = f"{desk.unit.name_of(chosen.who)} called in for {duty.shift} on {on(duty.day)}"
    ways = (_whole(desk, chosen.who, duty, way) for way in found.ways[:SHOWN])
    offers = tuple(EditOffer(_named(desk, way), way, why) for way in ways)
    return OfferList(desk.version, offers, unable(found.could_not, desk))


def _whole(desk: Desk, who: str, duty: Duty, way: CoverAnswer) -> CoverAnswer:
    minus = way.minus | {Pair(who, duty)}
    plus = way.plus | _sick(desk, who, duty)
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
