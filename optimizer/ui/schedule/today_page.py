"""Today: who is on now, who is short, who called in and what is open, from now to 72 hours ahead."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import TypeAlias

import streamlit as st

from optimizer.planning.pair import Pair
from optimizer.scenarios.replan.today import Today, today_of
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.freedom import Cell
from optimizer.store.publications import Publication, publications, published_plan
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.grid import Selected
from optimizer.ui.grid.memory import memory_of
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import here_now, moment
from optimizer.ui.schedule.day.called_out import called_out
from optimizer.ui.schedule.day.out_sick import out_sick
from optimizer.ui.schedule.day.shift_card import cover_said, shift_card, shift_row, shift_said
from optimizer.ui.schedule.day.who_comes import OpenDuty, known_now, who_comes
from optimizer.ui.schedule.offers import ButtonWords, ListPlace, taken_at

GIVE = ButtonWords("Give", "Given", "Filled on the day")
CHOSEN = "what is looked at today"
EVERY = timedelta(minutes=1)
MORNING = time(7)
NOBODY = "Nobody"
WallClock: TypeAlias = Callable[[], datetime]
"""What tells the time where the reader is, without a zone."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page by the clock on the wall where the browser is."""
    day_page(desk, here_now)


def day_page(desk: Desk, clock: WallClock) -> None:
    """Draw the page at the time that a clock tells; where the schedule is of other days, at one that is chosen."""
    st.title("Today")
    _board(desk, _within(desk, clock))


def _within(desk: Desk, clock: WallClock) -> WallClock:
    """Return the clock or, where the schedule is of other days, one that stands at a morning of it that is chosen."""
    calendar, today = desk.unit.calendar, clock().date()
    if calendar.first <= today <= calendar.last:
        return clock
    st.caption(plain(f"It is {on(today)}; this schedule is from {on(calendar.first)} to {on(calendar.last)}."))
    day = ask_day("Show the morning of", calendar.first, first=calendar.first, last=calendar.last, key="today day")
    return lambda: datetime.combine(day, MORNING)


@st.fragment(run_every=EVERY)
def _board(desk: Desk, clock: WallClock) -> None:
    """Draw all that the day changes; it runs again every minute."""
    desk.refresh()
    now = clock()
    last = next(iter(publications(desk.database, desk.actor, desk.draft.id)[-1:]), None)
    told = published_plan(desk.database, desk.actor, desk.draft.id) if last else None
    today, reasons = today_of(desk.figures, told, now), _reasons(desk, last)
    st.caption(plain(_state(today, last)))
    left, right = st.columns(2, gap="large")
    with left:
        _running(desk, today, reasons)
        covered = called_out(desk, today, memory_of(desk).own.add)
        _open(desk, today)
        _called_in(desk, today)
        _calls_in(desk, today, covered)
    with right:  # on a phone it stands below, after what asks for something to be done
        _coming(desk, today, reasons)


def _state(today: Today, last: Publication | None) -> str:
    """Return the time, and whether people know what is shown."""
    at = f"{on(today.now.date())}, {today.now:%H:%M}"
    if last is None:
        return f"{at}. This schedule is not published: staff have seen nothing of it."
    new = sum(len(each.new) for each in today.shifts) + len(today.gone)
    since = f"; {new} of these duties changed since, and staff see that when it is published again" if new else ""
    return f"{at}. As published {moment(last.at)}{since}."


def _reasons(desk: Desk, last: Publication | None) -> Mapping[Pair, str]:
    """Return why duties were taken out since the schedule was published, the newest reason of each."""
    edits = desk.edits_since(last.version) if last else ()
    return {pair: edit.why for edit in edits for pair in edit.minus}


def _running(desk: Desk, today: Today, reasons: Mapping[Pair, str]) -> None:
    st.header("On now")
    if not today.running:
        st.caption("No shift runs now.")
    for each in today.running:
        shift_card(desk.unit, each, reasons)


def _coming(desk: Desk, today: Today, reasons: Mapping[Pair, str]) -> None:
    st.header("Next 72 hours")
    if not today.coming:
        st.caption("No shift begins in the next 72 hours.")
    for each in today.coming:
        shift_row(desk.unit, each, reasons)


def _open(desk: Desk, today: Today) -> None:
    """Draw what is below its target, the soonest first, each with a way to see who could come."""
    st.header("Open")
    found = [(each, demand.need.role, cover) for each in today.shifts for demand, cover in each.open]
    if not found:
        st.success("Nothing is open in the next 72 hours.", icon=":material/check_circle:")
    chosen = _chosen(desk)
    for ahead, role, cover in found:
        duty = Duty(ahead.day, ahead.label, role)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.container(gap=None):
                st.markdown(plain(f"{shift_said(desk.unit, ahead)}: {cover_said(role, cover)}"))
            if desk.may(Permission.EDIT_DRAFTS):
                st.button("Who could", key=f"who could {duty}", on_click=_look_at, args=(desk, duty))
        if chosen == duty:
            _who_could(desk, today, duty)
            chosen = None
    if chosen and taken_at(desk, _place(desk, chosen)):  # it is open no more, and can be undone
        _who_could(desk, today, chosen)


def _chosen(desk: Desk) -> Duty | None:
    """Return the open duty that is looked at."""
    draft, duty = st.session_state.get(CHOSEN) or (None, None)
    return duty if draft == desk.draft.id else None


def _place(desk: Desk, duty: Duty) -> ListPlace:
    return "open", desk.draft.id, duty


def _look_at(desk: Desk, duty: Duty) -> None:
    """Look at who could take an open duty, or no more where that is looked at already."""
    st.session_state[CHOSEN] = None if _chosen(desk) == duty else (desk.draft.id, duty)


def _who_could(desk: Desk, today: Today, duty: Duty) -> None:
    why = f"Open: {duty.shift} as {duty.role} on {on(duty.day)}"
    asked = OpenDuty(duty, why, "Nobody could come without a must-fix problem.")
    with st.container(border=True):
        who_comes(desk, known_now(desk, today.now), _place(desk, duty), asked, GIVE, memory_of(desk).own.add)


def _called_in(desk: Desk, today: Today) -> None:
    """Draw who is entered as ill; who is not there any more stands with their shift, and why."""
    if today.ill or today.gone:
        st.header("Called in, or not there any more")
        ill = [f"{desk.unit.name_of(who)}: {desk.unit.shift_of(duty).name}, {on(duty.day)}" for who, duty in today.ill]
        sick = {(who, duty.day) for who, duty in today.ill}
        gone = [pair for pair in today.gone if (pair.who, pair.what.day) not in sick]
        left = [f"{desk.unit.name_of(who)}: was told {duty.shift}, {on(duty.day)}" for who, duty in gone]
        st.markdown("\n".join(f"- {plain(line)}" for line in (*ill, *left)))


def _calls_in(desk: Desk, today: Today, covered: Cell | None) -> None:
    """Ask who calls in now, and draw who could come instead: of those who are on or will be, but who is ``covered``."""
    if not desk.may(Permission.EDIT_DRAFTS):
        return
    st.header("Somebody calls in")
    key = f"today calls in {desk.draft.id}"
    cells = [(pair.who, pair.what.day) for each in today.shifts for pair in each.on]
    kept = st.session_state.get(key)  # whose duty was given away is still looked at
    choices = [None, *dict.fromkeys((*cells, *((kept,) if kept and kept[0] in desk.unit.people else ())))]
    chosen = st.selectbox(
        "Who", choices, key=key,
        format_func=lambda cell: NOBODY if cell is None else f"{desk.unit.name_of(cell[0])}, {on(cell[1])}",
    )  # fmt: skip
    if chosen is not None and chosen == covered:
        st.caption("It is looked at above, where they called out.")
    elif chosen is not None:
        out_sick(desk, memory_of(desk).own.add, Selected(*chosen), today.now)
