"""Cover: who takes the patients of a case manager who is away or leaves."""

from collections import Counter
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from optimizer.planning.words import count, on
from optimizer.scenarios.caseload.cover import Cover
from optimizer.scenarios.caseload.orders import CoverOrder
from optimizer.summary.caseload import ENDED
from optimizer.summary.moves import Move, percent
from optimizer.ui.caseload_job import ask_seconds, forget, job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.desk import Desk
from optimizer.ui.jobs import Job
from optimizer.ui.panel_desk import PanelDesk
from optimizer.ui.permitted import permitted
from optimizer.ui.placing import effect_said, make, show_trouble
from optimizer.ui.plain import plain

KIND = "cover"
NOTHING = "It ended before anybody was found. Start it again, and give it more time."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Cover")
    st.text("Who takes the patients of a case manager who is away or leaves, all others staying where they are.")
    show_trouble()
    job = job_of(panel, KIND)
    if job is not None and job.running:
        watch(job, job.order.seconds, KIND, tell_place)
        return
    _ask(panel)
    if job is not None:
        _result(panel, job)


def _ask(panel: PanelDesk) -> None:
    who, first, last, time = st.columns([2, 1, 1, 1], vertical_alignment="bottom")
    managers = [each.id for each in panel.panel.managers]
    manager = who.selectbox("Who is away", managers, format_func=panel.panel.name_of, key="cover manager")
    begins: date = first.date_input("First day away", panel.panel.on, key="cover first")
    ends: date = last.date_input("Last day away", begins + timedelta(days=13), min_value=begins, key="cover last")
    with time:
        seconds = ask_seconds(KIND)
    good = st.toggle("Leaves for good", key="cover good")
    theirs = any(pair.who == manager for pair in panel.plan)
    start_button(
        panel, KIND, "Find cover",
        lambda: CoverOrder(
            panel.panel_now, panel.policy, panel.goals, manager, begins, None if good else ends, seconds
        ),
        ready=theirs, soon=True,
    )  # fmt: skip
    if not theirs:
        st.caption("This case manager has no patients. Choose another one.")


def _result(panel: PanelDesk, job: Job) -> None:
    order: CoverOrder = job.order
    until = "for good" if order.last is None else f"to {on(order.last)}"
    st.header(plain(f"{panel.panel.name_of(order.manager)}, away from {on(order.first)} {until}"))
    found: Cover | None = tell_end(panel, job)
    if found is None or found.assignment.plan is None:
        if found is not None:
            st.warning(NOTHING)
        st.button("Close", key="cover close", on_click=forget, args=(panel, KIND))
        return
    st.text(ENDED[found.assignment.status])
    _uncovered(panel, order, found)
    moves = (panel.move(p.what.patient, p.who) for p in found.takes if p in panel.facts.known)
    left = tuple(each for each in moves if each.had == order.manager)
    with st.container(horizontal=True):
        if left:
            why = f"Cover for {panel.panel.name_of(order.manager)} from {order.first} {until}"
            st.button(
                f"Accept all {len(left)}", type="primary", key="cover all", on_click=make, args=(panel, left, why)
            )
        st.button("Close", key="cover close", on_click=forget, args=(panel, KIND))
    if left:
        _taken(panel, left)


def _uncovered(panel: PanelDesk, order: CoverOrder, found: Cover) -> None:
    taken = {pair.what.patient for pair in found.takes}
    theirs = {pair.what.patient for pair in order.panel.given if pair.who == order.manager}
    told = {each.patient: each.sentence for each in found.uncovered}
    open_ = sorted(theirs - taken)
    if not open_:
        st.success(f"{count(len(taken), 'patient is', 'patients are')} covered, nobody is left.")
        return
    st.warning(f"{count(len(open_), 'patient is', 'patients are')} not covered.")
    for who in open_:
        st.markdown(plain(told.get(who) or f"{who}: nobody has room."))


def _taken(panel: PanelDesk, moves: tuple[Move, ...]) -> None:
    """Draw who takes whom, and how full that makes everybody who takes somebody."""
    whom, who = st.columns([3, 2], gap="large")
    rows = [
        {
            "Patient": panel.called(each.patient), "Tier": int(panel.panel.tier(each.patient)),
            "Goes to": panel.panel.name_of(each.manager), "What it changes": effect_said(each),
        }
        for each in moves
    ]  # fmt: skip
    whom.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    who.dataframe(_receivers(panel, moves), hide_index=True, width="stretch")


def _receivers(panel: PanelDesk, moves: tuple[Move, ...]) -> pd.DataFrame:
    after = frozenset(pair for each in moves for pair in each.plus)
    after |= panel.plan - frozenset(pair for each in moves for pair in each.minus)
    takes = Counter(each.manager for each in moves)
    return pd.DataFrame(
        [
            {
                "Case manager": panel.panel.name_of(manager), "Takes": number,
                "Now": percent(panel.panel, manager, panel.plan), "Then": percent(panel.panel, manager, after),
            }
            for manager, number in takes.most_common()
        ]
    )  # fmt: skip
