"""Board: case managers with their hours against the time there is, their patients, and moves judged at once."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from optimizer.caseload.days.endings import endings
from optimizer.caseload.tier import Tier
from optimizer.caseload.unplaced import unassigned
from optimizer.planning.words import count, on, points
from optimizer.summary.caseload.board import Trouble, tier_name, troubles
from optimizer.summary.caseload.board_tiles import board_tiles
from optimizer.ui.caseload.chart import draw_loads, full
from optimizer.ui.caseload.file import download_button
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.place_panel import place_panel
from optimizer.ui.caseload.placing import TROUBLE, offer_moves
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.frame.tiles import draw_tiles
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

NOBODY = ""
SHOWN = 8


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Board")
    st.caption(plain(f"{panel.panel.name} · {desk.draft.name} · {on(panel.panel.on)}"))
    show_trouble(TROUBLE)
    draw_tiles(board_tiles(panel.panel, panel.plan, panel.loads, panel.findings))
    _strangers(panel)
    if panel.edits:
        _turns(panel)
        place_panel(panel)
    picture, table = st.tabs(["Picture", "Table"])
    with picture:
        draw_loads(panel)
    with table:
        _table(panel)
    if panel.sees_patients:
        _patients(panel)
    _troubles(panel)
    _ahead(panel)


def _strangers(panel: PanelDesk) -> None:
    strangers = panel.now.strangers
    if strangers:
        what = count(len(strangers), "assignment is", "assignments are")
        st.warning(f"{what} not in the panel's facts any more and do not count.")


def _turns(panel: PanelDesk) -> None:
    with st.container(horizontal=True):
        st.button("Undo", icon=":material/undo:", key="board undo", on_click=_turn, args=(panel, True))
        st.button("Redo", icon=":material/redo:", key="board redo", on_click=_turn, args=(panel, False))
        download_button(panel)


def _turn(panel: PanelDesk, back: bool) -> None:
    panel.refresh()
    with kept_trouble(TROUBLE):
        edit = panel.turned(panel.undo() if back else panel.redo())
        done, other = ("Undone", "Redo") if back else ("Done again", "Undo")
        st.toast(plain(f"{done}: {edit.why}. {other} turns it round."))


def _table(panel: PanelDesk) -> None:
    rows = [
        {
            "Case manager": panel.panel.name_of(each.manager),
            "Patients": each.cases,
            **{tier_name(tier): each.tiers.get(tier, 0) for tier in reversed(Tier)},
            "Work, h": round(each.load / 60, 1),
            "Capacity, h": round(each.capacity / 60, 1),
            "Full": full(each),
            "": each.fullness.value,
        }
        for each in panel.loads
    ]
    form = st.column_config.NumberColumn(format="%.1f")
    config = {"Work, h": form, "Capacity, h": form}
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", column_config=config)


def _patients(panel: PanelDesk) -> None:
    """Draw one case manager's patients, and where one of them could go."""
    st.header("Patients of one case manager")
    held = {each.id: 0 for each in panel.panel.managers} | {each.manager: each.cases for each in panel.loads}
    left = [each.patient for each in unassigned(panel.panel, panel.plan)]
    choices = [*held, *([NOBODY] if left else [])]
    names = {who: f"{panel.panel.name_of(who)} ({number})" for who, number in held.items()}
    names[NOBODY] = f"Nobody yet ({len(left)})"
    chosen = st.selectbox("Case manager", choices, format_func=names.__getitem__, key="board manager")
    whose = [pair.what.patient for pair in panel.plan if pair.who == chosen] if chosen else left
    whose = sorted(whose, key=lambda who: (-panel.panel.tier(who), who))
    if not whose:
        st.caption("No patients yet. Choose another case manager, or the patients whom nobody has.")
        return
    list_, move = st.columns([3, 2], gap="large")
    with list_:
        st.dataframe(_rows(panel, whose, chosen), hide_index=True, width="stretch", height=420)
    with move:
        who = st.selectbox("Patient", whose, format_func=panel.called, key="board patient")
        st.markdown("**Who could have this patient**")
        offer_moves(panel, who, "board")


def _rows(panel: PanelDesk, patients: list[str], manager: str) -> pd.DataFrame:
    found = {pair.what.patient: pair for pair in panel.plan if pair.who == manager}
    locked, rows = panel.locked, []
    for who in patients:
        minutes = panel.panel.minutes(found[who]) if who in found else panel.panel.work[who].minutes
        name = {"Name": panel.names.get(who, "")} if panel.names else {}
        rows.append(
            {
                "Patient": who, **name, "Tier": int(panel.panel.tier(who)), "Hours a month": round(minutes / 60, 1),
                "Phase": panel.panel.patient_by_id[who].phase.capitalize(),
                "Stays": "yes" if found.get(who) in locked else "", "Why": panel.panel.ratings[who].sentence,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def _troubles(panel: PanelDesk) -> None:
    st.header("What is wrong")
    found = troubles(panel.panel, panel.findings)
    if not panel.plan:
        st.info("No patient has a case manager yet, so there is nothing to judge.")
    elif not found:
        st.success("Nothing: every rule is kept and every wish granted.")
    for each in found:
        _trouble(panel, each)


def _ahead(panel: PanelDesk) -> None:
    """Draw what ends, or is interrupted, in the days ahead for those who have patients."""
    if not panel.panel.ahead:
        return
    st.header("What ends in the days ahead")
    st.caption(plain(f"{panel.panel.span.text}, for the patients whom everybody has now."))
    found = endings(replace(panel.panel, locked=panel.locked), panel.plan)
    for each in found:
        st.markdown(plain(each.sentence))
    if not found:
        st.caption("Nothing: everybody is there, licensed and certified throughout.")


def _trouble(panel: PanelDesk, trouble: Trouble) -> None:
    weight = "must fix" if trouble.must else points(round(trouble.cost, -2))
    title = f"{trouble.rule}: {count(trouble.number, 'time')}, {weight}"
    if not panel.sees_patients:
        st.markdown(plain(title))
        return
    with st.expander(plain(title), expanded=trouble.must):
        for sentence in trouble.sentences[:SHOWN]:
            st.markdown(plain(sentence))
        if len(trouble.sentences) > SHOWN:
            st.caption(f"and {len(trouble.sentences) - SHOWN} more")
