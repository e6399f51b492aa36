"""Hospital: many units that share a float pool and a budget, planned at once and told in sums; nobody's own pay."""

from collections.abc import Sequence

import streamlit as st

from optimizer.planning.currency import speak_in
from optimizer.store.hospital.hospital_plans import hospital_plans
from optimizer.store.hospital.hospitals import KeptHospital, hospitals
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.hospital.asking import ask_for_plan
from optimizer.ui.hospital.budgets import show_budgets
from optimizer.ui.hospital.house_job import house_job, tell_house_end, watch_house
from optimizer.ui.hospital.opening import OPENED, ask_to_open, tell_faults
from optimizer.ui.hospital.replacing import ask_to_replace
from optimizer.ui.hospital.reports import show_plan, told_plans
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Hospital")
    kept = hospitals(desk.database, desk.actor)
    if not kept:
        st.text(
            "All units that share a float pool and a budget, planned at once. Open the workbooks of a hospital, or the "
            "sample, to see where it is short and what another budget would buy."
        )
        ask_to_open(desk)
        tell_faults()
        return
    with st.expander("Open another hospital"):
        ask_to_open(desk)
    chosen = _chosen(kept)
    ask_to_replace(desk, chosen)
    tell_faults()
    _hospital(desk, chosen)


def _chosen(kept: Sequence[KeptHospital]) -> KeptHospital:
    """Return the hospital that is looked at, the newest unless another is chosen."""
    by_id = {each.id: each for each in reversed(kept)}
    if len(by_id) == 1:
        return kept[0]
    if st.session_state.get(OPENED) not in by_id:
        st.session_state[OPENED] = kept[-1].id
    number = st.selectbox("Hospital", [*by_id], key=OPENED, format_func=lambda each: _named(by_id[each]))
    return by_id[number]


def _named(kept: KeptHospital) -> str:
    return f"{kept.name}, {kept.why.casefold()} by {kept.who}, {moment(kept.at)}"


def _hospital(desk: Desk, kept: KeptHospital) -> None:
    speak_in(kept.currency)
    _supply(kept)
    plans = told_plans(hospital_plans(desk.database, desk.actor, kept.id))
    job = house_job(desk, kept.id)
    if job is not None and job.running:
        watch_house(job)
    else:
        ask_for_plan(desk, kept, plans[-1].pay if plans else None)
        if job is not None:
            tell_house_end(job)
    if plans:
        show_plan(desk, kept.id, plans)
        show_budgets(plans)
    st.caption("Hospitals, their plans and these sums are in the store: they are here after a reload, for all who may.")


def _supply(kept: KeptHospital) -> None:
    """Draw what the hospital has against what it needs, as it was when it was opened."""
    st.header("Supply against need")
    st.markdown(
        "  \n".join(f"**{plain(title)}:** {plain(said)}" if title else plain(said) for title, said in kept.told)
    )
