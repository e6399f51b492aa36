"""Cover: who takes the patients of a case manager who is away or leaves."""

from collections import Counter
from datetime import timedelta

import pandas as pd
import streamlit as st

from optimizer.caseload.span import dated
from optimizer.planning.words import count, on
from optimizer.scenarios.caseload.cover import ManagerCover
from optimizer.scenarios.caseload.cover_told import (
    covered,
    covered_text,
    gap_sentences,
    judged_text,
    last_text,
    turns_of,
)
from optimizer.scenarios.caseload.orders import CoverOrder
from optimizer.summary.caseload.caseload import ENDED
from optimizer.summary.caseload.moves import Move, percent
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.placing import TROUBLE, effect_said, make
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.search import ask_seconds, forget, job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.parts.days import ask_day
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import show_trouble

KIND = "cover"
NOTHING = "It ended before anybody was found. Start it again, and give it more time."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Cover")
    st.text("Who takes the patients of a case manager who is away or leaves, all others staying where they are.")
    show_trouble(TROUBLE)
    job = job_of(panel, KIND, CoverOrder)
    if job is not None and job.running:
        watch(job, KIND, tell_place)
        return
    _ask(panel)
    if job is not None:
        _result(panel, job)


def _ask(panel: PanelDesk) -> None:
    who, first, last, time = st.columns([2, 1, 1, 1], vertical_alignment="bottom")
    managers = [each.id for each in panel.panel.managers]
    manager = who.selectbox("Who is away", managers, format_func=panel.panel.name_of, key="cover manager")
    begins = ask_day("First day away", panel.panel.on, where=first, key="cover first")
    ends = ask_day("Last day away", begins + timedelta(days=13), first=begins, where=last, key="cover last")
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


def _result(panel: PanelDesk, job: Job[CoverOrder]) -> None:
    order = job.order
    until = "for good" if order.last is None else f"to {on(order.last)}"
    st.header(plain(f"{panel.panel.name_of(order.manager)}, away from {on(order.first)} {until}"))
    found: ManagerCover | None = tell_end(panel, job)
    if found is None or found.assignment.plan is None:
        if found is not None:
            st.warning(NOTHING)
        st.button("Close", key="cover close", on_click=forget, args=(panel, KIND))
        return
    st.text(ENDED[found.assignment.status])
    _uncovered(order, found)
    _ends(found)
    at_once = (turn.pair for turn in turns_of(found) if turn.span.first == found.span.first)
    moves = (panel.move(pair.what.patient, pair.who) for pair in at_once if pair in panel.facts.known)
    left = tuple(each for each in moves if each.had == order.manager)
    with st.container(horizontal=True):
        if left:
            why = f"Cover for {panel.panel.name_of(order.manager)} from {order.first} {until}"
            st.button(
                f"Accept all {len(left)}", type="primary", key="cover all", on_click=make, args=(panel, left, why)
            )
        st.button("Close", key="cover close", on_click=forget, args=(panel, KIND))
    _later(panel, found)
    if left:
        _taken(panel, found, left)


def _uncovered(order: CoverOrder, found: ManagerCover) -> None:
    """Tell how many are covered on every working day, and who is not when."""
    theirs = frozenset(pair.what.patient for pair in order.panel.given if pair.who == order.manager) - found.elsewhere
    st.text(f"Judged on {judged_text(found)}. Patients: {covered_text(found, theirs)}.")
    missing = gap_sentences(found, theirs)
    if not missing:
        st.success(f"{count(len(theirs), 'patient is', 'patients are')} covered, nobody is left.")
        return
    open_ = len(theirs) - len(covered(found, theirs))
    st.warning(f"{count(open_, 'patient is', 'patients are')} not covered on every day.")
    for each in missing:
        st.markdown(plain(each))


def _ends(found: ManagerCover) -> None:
    """Tell what is known to end for those who take somebody for good."""
    for each in found.ends:
        st.warning(plain(each.sentence))


def _later(panel: PanelDesk, found: ManagerCover) -> None:
    """Draw the turns of patients whom nobody can take throughout; later ones are to be given when they begin."""
    rows = [
        {
            "Patient": panel.called(turn.pair.what.patient), "Case manager": panel.panel.name_of(turn.pair.who),
            "From": dated(turn.span.first), "To": last_text(turn, found),
        }
        for turn in found.turns
    ]  # fmt: skip
    if rows:
        st.subheader("In turns")
        st.caption("Nobody can take these throughout. Give a later turn on the page Board on its first day.")
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def _taken(panel: PanelDesk, found: ManagerCover, moves: tuple[Move, ...]) -> None:
    """Draw who takes whom until when, and how full that makes everybody who takes somebody."""
    whom, who = st.columns([3, 2], gap="large")
    until = {turn.pair.what.patient: last_text(turn, found) for turn in reversed(turns_of(found))}
    rows = [
        {
            "Patient": panel.called(each.patient), "Tier": int(panel.panel.tier(each.patient)),
            "Goes to": panel.panel.name_of(each.manager), "Until": until[each.patient],
            "What it changes": effect_said(each),
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
