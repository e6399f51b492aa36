"""Scenarios: what would be different side by side, what a budget buys, one more nurse, and how robust it all is."""

import pandas as pd
import streamlit as st

from optimizer.staffing.scenario_words import changes_of, counted
from optimizer.store.roles import Permission
from optimizer.ui.facts.save import edit_facts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.scenarios.compare import compare_scenarios
from optimizer.ui.scenarios.frontier import budget_and_coverage
from optimizer.ui.scenarios.hire import one_more_nurse
from optimizer.ui.scenarios.robust import how_robust
from optimizer.workbook.unit import layout


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Scenarios")
    if not desk.may(Permission.READ_COSTS):
        st.info("Scenarios tell what schedules cost, which only managers and leadership see.")
        return
    beside, frontier, hire, robust = st.tabs(["Side by side", "What a budget buys", "One more nurse", "How robust"])
    with beside:
        _list(desk)
        compare_scenarios(desk)
    with frontier:
        budget_and_coverage(desk)
    with hire:
        one_more_nurse(desk)
    with robust:
        how_robust(desk)


def _list(desk: Desk) -> None:
    """Draw what each scenario changes, and for whoever may change facts the sheet itself."""
    if desk.scenarios:
        st.dataframe(
            _in_words(desk), hide_index=True, column_config={"What changes": st.column_config.Column(width=600)}
        )
    elif desk.may(Permission.EDIT_DRAFTS):
        st.info("There are no scenarios yet. Add one below: a name, and what would be different.")
    else:
        st.info("There are no scenarios yet. Ask the manager of the unit to add some on this page.")
    if desk.may(Permission.EDIT_DRAFTS):
        with st.expander("Add or change scenarios", expanded=not desk.scenarios):
            edit_facts(desk, "scenarios", (layout.SCENARIOS,))


def _in_words(desk: Desk) -> pd.DataFrame:
    """Return the scenarios in words; who would leave by name only for whoever may see pay, since a cost is beside."""
    names = desk.may(Permission.READ_PAY)
    rows = [(s.name, counted(changes_of(s, desk.unit, names=names)), s.about) for s in desk.scenarios]
    frame = pd.DataFrame(rows, columns=["Scenario", "What changes", "About"])
    return frame if any(scenario.about for scenario in desk.scenarios) else frame.drop(columns="About")
