"""Rebalance: even caseloads with few transfers, what each transfer more gains, and transfers accepted one by one."""

import pandas as pd
import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.planning.words import count
from optimizer.scenarios.caseload.orders import RebalanceOrder
from optimizer.scenarios.caseload.rebalance import Rebalanced
from optimizer.summary.caseload.moves import Move, percent
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.placing import TROUBLE, effect_said, make, reasons_said
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import ask_seconds, forget, job_of, start_button, tell_end, watch
from optimizer.ui.parts.charts import Dot, stepped
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import show_trouble

KIND = "rebalance"
SPREAD, LINE = "Fullest less emptiest, %", "Difference, %"
MOST = 500


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Rebalance")
    st.text("Evens out caseloads by moving a few patients. Nothing changes until you accept a transfer.")
    show_trouble(TROUBLE)
    if not panel.plan:
        st.info("Nobody has a case manager yet, so there is nothing to even out. Place the patients on the page Board.")
        return
    job = job_of(panel, KIND, RebalanceOrder)
    if job is not None and job.running:
        watch(job, KIND, _curve)
        return
    _ask(panel)
    if job is not None:
        _result(panel, job)


def _ask(panel: PanelDesk) -> None:
    most, time, act = st.columns([1, 1, 2], vertical_alignment="bottom")
    limit = most.number_input("At most, transfers", 1, MOST, 10, key="rebalance most")
    with time:
        seconds = ask_seconds(KIND)
    with act:
        start_button(
            panel, KIND, "Find transfers",
            lambda: RebalanceOrder(panel.panel_now, panel.policy, panel.goals, int(limit), seconds, workers()),
        )  # fmt: skip


def _curve(points: tuple[Rebalanced, ...]) -> None:
    """Draw how even caseloads are with so many transfers."""
    if not points:
        return
    dots = [Dot(LINE, len(point.moves), point.spread) for point in points]
    st.altair_chart(stepped(dots, (LINE,), "Patients moved", SPREAD, ",.0f"), alt="How even caseloads are by transfers")


def _result(panel: PanelDesk, job: Job[RebalanceOrder]) -> None:
    st.header("What was found")
    points: tuple[Rebalanced, ...] = tell_end(panel, job) or job.told
    if not points:
        st.text("It was stopped before anything was found. Start it again, and give it more time.")
        return
    curve, table = st.columns([3, 2], gap="large")
    with curve:
        _curve(points)
    with table:
        st.dataframe(_points(points), hide_index=True, width="stretch")
    _transfers(panel, points[-1], _open(panel, points[-1]))


def _points(points: tuple[Rebalanced, ...]) -> pd.DataFrame:
    rows = [
        {"At most": point.limit, "Moved": len(point.moves), "Fullest less emptiest": f"{point.spread} %"}
        for point in points
    ]
    return pd.DataFrame(rows)


def _open(panel: PanelDesk, found: Rebalanced) -> tuple[Move, ...]:
    """Return the transfers that are neither accepted yet nor overtaken by another edit or a lock."""
    locked = {pair.what.patient for pair in panel.locked}
    known = [pair for pair in found.moves if pair in panel.facts.known and pair.what.patient not in locked]
    moves = (panel.move(pair.what.patient, pair.who) for pair in known)
    return tuple(each for each in moves if not each.stays and each.had is not None)


def _transfers(panel: PanelDesk, found: Rebalanced, left: tuple[Move, ...]) -> None:
    st.header("Transfers")
    if not left:
        done = "All of them are accepted." if found.moves else "No transfer makes the caseloads better."
        st.success(done)
        st.button("Close", key="rebalance close", on_click=forget, args=(panel, KIND))
        return
    with st.container(horizontal=True):
        all_ = f"Accept all {len(left)}" if len(left) > 1 else "Accept it"
        why = f"Rebalanced: {count(len(left), 'transfer')}"
        st.button(all_, type="primary", key="rebalance all", on_click=make, args=(panel, left, why))
        st.button("Discard", key="rebalance close", on_click=forget, args=(panel, KIND))
    for each in left:
        _transfer(panel, each)


def _transfer(panel: PanelDesk, move: Move) -> None:
    """Draw one transfer with how full it makes both case managers, if it alone is accepted."""
    who, route, act = st.columns([4, 10, 2], vertical_alignment="center")
    who.markdown(f"**{plain(panel.called(move.patient))}**, {plain(panel.panel.tier(move.patient).label)}")
    after = (panel.plan - move.minus) | move.plus
    ends = tuple(_end(panel, manager, after) for manager in (move.had or "", move.manager))
    hint = f"{plain(effect_said(move))}\n\n{reasons_said(move)}"
    route.markdown(plain(f"{' → '.join(ends)}{_musts(move)}"), help=hint)
    names = panel.panel.name_of(move.had or ""), panel.panel.name_of(move.manager)
    why = f"Rebalanced: {move.patient} from {names[0]} to {names[1]}"
    act.button(
        "Accept", key=f"accept {move.patient}", on_click=make, args=(panel, (move,), why), width="stretch",
        help=f"Move {plain(move.patient)}",
    )  # fmt: skip


def _end(panel: PanelDesk, manager: str, after: Plan) -> str:
    """Return a case manager as "Abara, Abena (92 %, then 82 %)"."""
    now, then = (percent(panel.panel, manager, plan) for plan in (panel.plan, after))
    return f"{panel.panel.name_of(manager)} ({now}, then {then})"


def _musts(move: Move) -> str:
    return f"; {count(move.musts, 'must-fix problem')} more" if move.musts > 0 else ""
