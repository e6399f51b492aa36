"""One shift of the day in a box: who is on, how each need is met, and what differs from what people were told."""

from collections.abc import Mapping

import streamlit as st

from optimizer.planning.pair import Pair
from optimizer.scenarios.replan.today import ShiftAhead
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.cover import SIGNS, NeedCover
from optimizer.ui.parts.plain import plain

HOUR = "%H:%M"


def shift_card(unit: Unit, ahead: ShiftAhead, reasons: Mapping[Pair, str]) -> None:
    """Draw a shift that runs; ``reasons`` are why people are not there any more, as the history has them."""
    with st.container(border=True):
        st.markdown(f"**{plain(shift_said(unit, ahead))}**")
        if ahead.covers:
            st.markdown(plain(_met(ahead, " · ")))
        _people(unit, ahead, reasons)


def shift_row(unit: Unit, ahead: ShiftAhead, reasons: Mapping[Pair, str]) -> None:
    """Draw a shift to come as a line that unfolds: how it is met, and then who is on."""
    met = _met(ahead, ", ")
    with st.expander(plain(f"{shift_said(unit, ahead)}{f': {met}' if met else ''}")):
        _people(unit, ahead, reasons)


def shift_said(unit: Unit, ahead: ShiftAhead) -> str:
    """Return a shift with its day and times, as "Night, Sun 6 Dec, 19:00 to 07:30"."""
    shift = unit.shift_by_code.get(ahead.label)
    if shift is None:
        return f"{ahead.label}, {on(ahead.day)}"
    return f"{shift.name}, {on(ahead.day)}, {ahead.begins:{HOUR}} to {ahead.ends:{HOUR}}"


def cover_said(role: str, cover: NeedCover) -> str:
    """Return how a need is met, as "▽ RN 3 of 4, below target": no colour alone tells it."""
    sign, met = SIGNS[cover.standing], f"{role} {cover.have} of {cover.target}"
    return f"{sign} {met}, {cover.standing.value}" if sign else met


def _met(ahead: ShiftAhead, between: str) -> str:
    return between.join(cover_said(demand.need.role, cover) for demand, cover in ahead.covers)


def _people(unit: Unit, ahead: ShiftAhead, reasons: Mapping[Pair, str]) -> None:
    """Draw who is on, then who was told to be and is not any more."""
    lines = [f"- {_person(unit, pair, new=pair in ahead.new)}" for pair in ahead.on]
    lines += [f"- ~~{plain(unit.name_of(pair.who))}~~ {plain(_why(pair, reasons))}" for pair in ahead.gone]
    if lines:
        st.markdown("\n".join(lines))
    elif unit.shift_by_code.get(ahead.label):
        st.caption("Nobody is on.")


def _person(unit: Unit, pair: Pair, *, new: bool) -> str:
    role = pair.what.role
    as_what = f", {role}" if role and role != unit.people[pair.who].roles[0] else ""
    return f"{plain(unit.name_of(pair.who))}{plain(as_what)}{' (new since it was published)' if new else ''}"


def _why(pair: Pair, reasons: Mapping[Pair, str]) -> str:
    return f"not any more: {reasons[pair]}" if reasons.get(pair) else "not any more"
