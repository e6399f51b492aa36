"""What is asked for: a plan at one budget for all units, or one at each of several."""

import streamlit as st

from optimizer.planning.currency import in_money
from optimizer.scenarios.frontier import budgets_between
from optimizer.store.hospital.hospitals import KeptHospital
from optimizer.ui.frame.desk import Desk
from optimizer.ui.hospital.house_job import KIND, plan_house
from optimizer.ui.jobs.search import ask_seconds, lasting

STEP, USUAL = 1000, 60
"""The dollars in which budgets are typed; the seconds of a search."""
LESS, MORE = 0.9, 1.1
"""Between which parts of the newest plan's pay, else of the hospital's budget, budgets are proposed."""


def ask_for_plan(desk: Desk, kept: KeptHospital, pay: float | None) -> None:
    """Draw what can be searched for; ``pay`` is that of the newest plan in dollars, about which budgets make sense."""
    one, several = st.tabs(["Plan the house", "Compare budgets"])
    with one:
        _one(desk, kept)
    with several:
        _several(desk, kept, pay)


def _one(desk: Desk, kept: KeptHospital) -> None:
    money, time = st.columns([3, 1])
    dollars = money.number_input(
        in_money("Budget for all units together"), 0, None,
        None if kept.budget is None else kept.budget // 100, step=STEP, key=f"{KIND} budget {kept.id}",
        help="The pay of everybody in the planning period. No limit when empty.",
    )  # fmt: skip
    with time:
        seconds = ask_seconds(KIND, "Search for, seconds", USUAL)
    if st.button("Plan the house", type="primary", icon=":material/play_arrow:", key=f"{KIND} start"):
        plan_house(desk, kept, (None if dollars is None else 100 * dollars,), seconds)
    st.caption(f"About {lasting(seconds)}; other pages can be used meanwhile.")


def _several(desk: Desk, kept: KeptHospital, pay: float | None) -> None:
    usual = pay or (kept.budget or 100 * STEP * STEP) / 100
    low, high, number, time = st.columns(4)
    least = low.number_input(
        in_money("Lowest budget"), 0, None, _rounded(LESS * usual), step=STEP, key=f"{KIND} low {kept.id}"
    )
    most = high.number_input(
        in_money("Highest budget"), 0, None, _rounded(MORE * usual), step=STEP, key=f"{KIND} high {kept.id}"
    )
    budgets = number.number_input("How many budgets", 2, 12, 3, key=f"{KIND} number")
    with time:
        seconds = ask_seconds(f"{KIND} each", "Seconds for each", USUAL)
    if most <= least:
        st.info("The highest budget must be more than the lowest.")
    if st.button(
        "Compare budgets", type="primary", icon=":material/play_arrow:", key=f"{KIND} compare", disabled=most <= least
    ):
        plan_house(desk, kept, tuple(budgets_between(least * 100, most * 100, budgets)), seconds)
    st.caption(f"About {lasting(seconds * budgets)}; other pages can be used meanwhile.")


def _rounded(dollars: float) -> int:
    return round(dollars / STEP) * STEP
