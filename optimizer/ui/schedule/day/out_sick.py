"""Somebody called in: who comes instead, ranked, given by one click, with a text for each person asked."""

from collections.abc import Callable, Sequence
from datetime import datetime

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.scenarios.replan.events import sick_codes
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import on
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.day.who_comes import OpenDuty, known_now, who_comes
from optimizer.ui.schedule.offers import ButtonWords, ListPlace, taken_at

GIVE = ButtonWords("Give", "Given", "Somebody called in")


def out_sick(
    desk: Desk, saved: Callable[[int], object], chosen: Selected, now: datetime | None = None, shift: str = ""
) -> None:
    """Tell who could come for somebody who called in, and have the best be given with one click.

    ``saved`` is told every version that a click makes; ``now`` tells how short the notice is, where somebody looks at a
    clock, and ``shift`` which of several duties they called in for, all of which they miss.
    """
    known, place = known_now(desk, now), sick_place(desk, chosen)
    found = known.staffing(chosen.who, chosen.day) or _missed(desk, place)
    duties = sorted(found, key=lambda duty: duty.shift != shift)
    if not duties:
        st.caption("There is no duty in this cell that somebody would be missed in.")
        return
    if duties[1:]:
        left = " and ".join(duty.shift for duty in duties[1:])
        st.caption(plain(f"Each offer covers {duties[0].shift}; {left} of that day is open then, too."))
    who_comes(desk, known, place, left_open(desk, known, chosen.who, duties), GIVE, saved)


def sick_place(desk: Desk, chosen: Selected) -> ListPlace:
    """Return what the list of who comes instead is for."""
    return "sick", desk.draft.id, chosen.who, chosen.day


def _missed(desk: Desk, place: ListPlace) -> tuple[Duty, ...]:
    """Return what somebody was to do before their duty was given to another."""
    taken = taken_at(desk, place)
    minus = taken.edit.minus if taken else frozenset()
    return tuple(sorted(duty for who, duty in minus if who == place[2] and desk.unit.shift_of(duty).staffs))


def left_open(desk: Desk, known: KnownSchedule, who: str, duties: Sequence[Duty]) -> OpenDuty:
    """Return the first duty that somebody who called in leaves open, and what else of the day changes with it."""
    duty = duties[0]
    why = f"{desk.unit.name_of(who)} called in for {' and '.join(each.shift for each in duties)} on {on(duty.day)}"
    return OpenDuty(duty, why, "Nobody could come.", who, known.missed(who, duty.day), _sick(desk, who, duty))


def _sick(desk: Desk, who: str, duty: Duty) -> Plan:
    """Return the code that stands for being ill, where the unit has one."""
    codes = sick_codes(desk.unit)
    return frozenset(pair for pair in desk.unit.cells[who, duty.day] if pair.what.shift in codes[:1])
