"""The panel to solve a draft again: what may change and for how long, how far it is, and what came of it."""

from datetime import date

import streamlit as st

from optimizer.scenarios.resolve import Resolve
from optimizer.staffing.scenario import AS_IT_IS, Scenario
from optimizer.staffing.schedule.freedom import Freedom, kept_cells
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import jobs, key_of, workers
from optimizer.ui.jobs.search import start, tell_busy
from optimizer.ui.parts.days import ask_day
from optimizer.ui.schedule.solving.solve_job import KIND, SolveJob
from optimizer.ui.schedule.solving.solve_review import review

ALL, SINCE, PEOPLE, DAYS = "Everything that is not locked", "From a day on", "Some people only", "Some days only"
TIMES = {"10 seconds": 10, "30 seconds": 30, "1 minute": 60, "5 minutes": 300, "Another time": 0}
USUAL_TIME = "30 seconds"
LONGEST = 7200


def has_job(desk: Desk) -> bool:
    """Tell whether there is a search to watch, or one whose result was neither taken nor put away."""
    return isinstance(jobs().of(key_of(desk, KIND)), SolveJob)


def solve_panel(desk: Desk) -> None:
    """Draw the panel. It belongs in the part of a page that runs whole, not in a fragment."""
    if not desk.may(Permission.EDIT_DRAFTS):
        st.caption("Only a manager can solve a draft.")
        return
    key = key_of(desk, KIND)
    job = jobs().of(key)
    if not isinstance(job, SolveJob):
        solve_form(desk)
    elif job.running:
        from optimizer.ui.schedule.solving.solve_watch import watch

        watch(job)
    else:
        review(desk, key, job)


def solve_form(desk: Desk) -> None:
    """Ask what may change and for how long, and start."""
    what, time, facts = st.columns([2, 1, 1])
    with what:
        freedom = _freedom(desk)
    with time:
        seconds = _seconds()
    with facts:
        scenario = _scenario(desk)
    kept, every = kept_cells(desk.unit, desk.locks, freedom), len(desk.unit.staff) * len(desk.unit.days)
    disabled = tell_busy(desk, KIND) or len(kept) == every
    if st.button("Start", type="primary", icon=":material/play_arrow:", disabled=disabled):
        name = scenario.name if scenario else ""
        start(desk, KIND, lambda begun: SolveJob(_order(desk, freedom, seconds, scenario), begun), name)
    st.caption(f"{len(kept):,} of {every:,} cells stay as they are. So do leave and classes entered by hand.")


def _freedom(desk: Desk) -> Freedom:
    """Ask what may change."""
    choice = st.selectbox("What may change", [ALL, SINCE, PEOPLE, DAYS], key="solve what")
    calendar, unit = desk.unit.calendar, desk.unit
    if choice == SINCE:
        today = min(max(date.today(), calendar.first), calendar.last)
        return Freedom(since=ask_day("First day", today, first=calendar.first, last=calendar.last, key="solve since"))
    if choice == PEOPLE:
        people = st.multiselect("People", list(unit.people), format_func=unit.name_of, key="solve people")
        return Freedom(people=frozenset(people))
    if choice == DAYS:
        days = st.multiselect(
            "Days", unit.days, format_func=lambda day: f"{day:%a} {day.day} {day:%b}", key="solve days"
        )
        return Freedom(days=frozenset(days))
    return Freedom()


def _seconds() -> float:
    chosen = TIMES[st.selectbox("How long", [*TIMES], index=[*TIMES].index(USUAL_TIME), key="solve time")]
    return chosen or st.number_input("Seconds", 1, LONGEST, 120, key="solve seconds")


def _scenario(desk: Desk) -> Scenario | None:
    """Ask by which facts; None stands for the draft's own."""
    if not desk.scenarios:
        return None
    known = {AS_IT_IS: None, **{scenario.name: scenario for scenario in desk.scenarios}}
    chosen = st.selectbox("Facts", [*known], key="solve scenario", help="As it is, or as a scenario would have it")
    return known[chosen]


def _order(desk: Desk, freedom: Freedom, seconds: float, scenario: Scenario | None) -> Resolve:
    """Return the order to search from the schedule as it stands now."""
    unit, policy = scenario.apply(desk.unit, desk.policy) if scenario else (desk.unit, desk.policy)
    plan = frozenset(pair for pair in desk.plan if pair.who in unit.people)
    return Resolve(unit, policy, plan, kept_cells(desk.unit, desk.locks, freedom), seconds, workers=workers())
