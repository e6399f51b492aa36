"""What came of a search, before anybody takes it: what would change for whom, and what it is worth."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.pair import Plan
from optimizer.planning.rule import broken_musts
from optimizer.planning.score import Verdict
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, on, points
from optimizer.staffing.schedule.difference import changes_between, duty_said, notices
from optimizer.staffing.schedule.freedom import Cell
from optimizer.staffing.schedule.merging import Merge
from optimizer.store.roles import Permission
from optimizer.store.runs import KeptRun, keep_run
from optimizer.summary.schedule.in_short import in_short
from optimizer.summary.schedule.outcome import ended, gap_said
from optimizer.summary.schedule.weighing import weighed
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.turns import AS_SCENARIO, SOLVED, SOLVED_AROUND
from optimizer.ui.jobs.jobs import Key, jobs
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.tables import plain_table
from optimizer.ui.parts.trouble import keep_trouble, kept_trouble, show_trouble
from optimizer.ui.schedule.solving.proposed import found_by, merged_plans
from optimizer.ui.schedule.solving.solve_job import SolveJob
from optimizer.ui.schedule.solving.solve_part import ask_part, few_of
from optimizer.ui.schedule.why_not import why_not

SHOWN = 8
"""How many cells that stay are named."""
TROUBLE = "solve trouble"
NO_FEW = "The schedule changed since, and no few changes are worth the most any more. Nothing was taken; look again."


@dataclass(frozen=True)
class Merged:
    """What a search found, merged into the schedule as it stands now."""

    merge: Merge
    verdict: Verdict

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to take."""
        return not self.merge.minus and not self.merge.plus


def review(desk: Desk, key: Key, job: SolveJob) -> None:
    """Draw what a job came to, and ask whether to take it."""
    desk.refresh()
    _tell_end(job)
    why_not(desk, job)
    show_trouble(TROUBLE)
    found = found_by(job)
    if found is None:
        _close(desk, key, job)
    elif strangers := found - desk.facts.known:
        _tell_strangers(strangers, job)
        _close(desk, key, job)
    else:
        _ask_and_weigh(desk, key, job, merged_plans(desk, job, found))


def _judged(desk: Desk, what: Merge) -> Merged:
    return Merged(what, desk.judge.edit(desk.verdict, what.minus, what.plus))


def _tell_end(job: SolveJob) -> None:
    if job.problem:
        st.warning(plain(job.problem))
    if isinstance(job.result, Outcome):
        st.markdown(plain(ended(job.result)) if job.result.found is not None else _nothing(job.result))
    if job.begun.scenario:
        st.info(
            f"Solved as the scenario {plain(job.begun.scenario)} would have it. "
            "What is shown below is judged by the facts and rules of this draft."
        )


def _nothing(outcome: Outcome) -> str:
    if outcome.status.value == "stopped":
        return "It was stopped before a schedule was found."
    return "No schedule was found. What is locked, or may not change, may break a rule that must be kept; unlock some."


def _tell_strangers(strangers: Plan, job: SolveJob) -> None:
    people = sorted({pair.who for pair in strangers})
    why = "that its scenario would hire" if job.begun.scenario else "whom the facts do not know any more"
    st.warning(
        f"This schedule cannot be taken: {count(len(strangers), 'of its duties is', 'of its duties are')} for people "
        f"or shifts {why} ({plain(', '.join(people[:SHOWN]))})."
    )


def _ask_and_weigh(desk: Desk, key: Key, job: SolveJob, what: Merge) -> None:
    _tell_kept(desk.unit, what)
    if not what.minus and not what.plus:
        st.markdown("It changes nothing: the schedule stays as it is.")
        _close(desk, key, job)
        return
    few = few_of(desk, job, what)
    part = ask_part(desk, job, what, few)
    _weigh(desk, key, job, _judged(desk, part.of(what, few)))


def _weigh(desk: Desk, key: Key, job: SolveJob, merged: Merged) -> None:
    if merged.empty:
        st.markdown("Nothing is left to take: everything would stay as it is.")
        _close(desk, key, job)
        return
    after, costs = desk.figures.edited(merged.verdict.plan), desk.may(Permission.READ_COSTS)
    found = desk.judge.findings(merged.verdict)
    weights = weighed(desk.figures, desk.findings, after, found, costs=costs)
    st.markdown(f"**{plain(in_short(after, found, _proved(job, merged)))}** {plain(_extent(desk, merged))}")
    st.caption("What would change is marked in the grid: what is there, and in the corner what comes.")
    numbers, people = st.columns(2, gap="large")
    with numbers:
        frame = pd.DataFrame(list(weights), columns=["", "Now", "Then", "Change"])
        plain_table(frame.set_index(""), border="horizontal")
        _ask(desk, key, job, merged)
    with people:
        st.dataframe(_changes(desk, merged), hide_index=True, height=300)


def _proved(job: SolveJob, merged: Merged) -> str:
    """Return how much better than what was found another could be.

    "" where nobody knows, and where what is left to take is not what was found, or is judged by other facts by now.
    """
    result = job.result
    if not isinstance(result, Outcome) or job.begun.scenario or result.score is None:
        return ""
    known = result.bound or result.status is Status.OPTIMAL
    if not known or merged.verdict.score != result.score:
        return ""
    return gap_said(result.score.cost, result.bound, around=bool(job.order.kept))


def _extent(desk: Desk, merged: Merged) -> str:
    changes = changes_between(desk.plan, merged.verdict.plan)
    people = count(len(notices(changes)), "person", "people")
    return f"{count(len(changes), 'duty changes', 'duties change')} for {people}."


def _changes(desk: Desk, merged: Merged) -> pd.DataFrame:
    unit = desk.unit
    rows = [
        (unit.name_of(who), on(day), duty_said(unit.people[who], had), duty_said(unit.people[who], has))
        for who, day, had, has in changes_between(desk.plan, merged.verdict.plan)
    ]
    return pd.DataFrame(rows, columns=["Person", "Day", "Now", "Then"])


def _tell_kept(unit: Unit, what: Merge) -> None:
    """Tell which cells stay though the search found something else for them."""
    for cells, why in ((what.edited, "edited"), (what.locked, "locked")):
        if cells:
            more = f" and {len(cells) - SHOWN} more" if len(cells) > SHOWN else ""
            named = ", ".join(_named(unit, cell) for cell in cells[:SHOWN])
            st.info(plain(f"Stays as it was {why} since the search began: {named}{more}."))


def _named(unit: Unit, cell: Cell) -> str:
    who, day = cell
    return f"{unit.name_of(who)} {on(day)}"


def _ask(desk: Desk, key: Key, job: SolveJob, merged: Merged) -> None:
    worse = merged.verdict.score.broken - desk.verdict.score.broken
    if worse > 0 and job.begun.scenario:
        st.warning("By the rules of this draft it has must-fix problems that the draft has not, so it stays a look.")
        _close(desk, key, job)
        return
    if merged.verdict.score > desk.verdict.score:
        st.warning("By its rules the draft is better as it is.")
    take, leave = st.columns(2)
    take.button(
        "Take it", type="primary", on_click=_take, args=(desk, key, job), key="solve take", width="stretch",
        icon=":material/check:",
    )  # fmt: skip
    leave.button("Discard", on_click=_discard, args=(desk, key, job), key="solve discard", width="stretch")


def _close(desk: Desk, key: Key, job: SolveJob) -> None:
    st.button("Close", on_click=_discard, args=(desk, key, job), key="solve discard")


def _take(desk: Desk, key: Key, job: SolveJob) -> None:
    """Take what can be taken as one edit, unless another session was faster."""
    desk.refresh()
    found = found_by(job)
    if found is None or jobs().of(key) is not job:
        return
    what = merged_plans(desk, job, found)
    few = few_of(desk, job, what)
    if job.part.few and few is None:
        keep_trouble(TROUBLE, NO_FEW)
        return
    merged = _judged(desk, job.part.of(what, few))
    why = f"{_how(job)} for {job.seconds:.0f} s: {_worth(desk, merged.verdict)}. {_extent(desk, merged)}"
    with kept_trouble(TROUBLE):
        desk.edit(merged.merge.minus, merged.merge.plus, why)
        _end(desk, key, job)


def _how(job: SolveJob) -> str:
    """Return by which facts and around how many cells a search was made, as the reason of an edit begins."""
    kept = job.order.kept
    if job.begun.scenario:
        return f"{AS_SCENARIO} {job.begun.scenario},"
    return f"{SOLVED_AROUND} {count(len(kept), 'kept cell')}" if kept else SOLVED


def _worth(desk: Desk, after: Verdict) -> str:
    had, has = broken_musts(desk.findings), broken_musts(desk.judge.findings(after))
    musts = f"{count(has, 'must-fix problem')} instead of {had}, " if had != has else ""
    return f"{musts}{points(after.score.cost)} instead of {points(desk.verdict.score.cost)}"


def _discard(desk: Desk, key: Key, job: SolveJob) -> None:
    if jobs().of(key) is job:
        _end(desk, key, job)


def _end(desk: Desk, key: Key, job: SolveJob) -> None:
    """Keep in the store that there was a search by the draft's own facts, and let go of it."""
    if isinstance(job.result, Outcome) and not job.begun.scenario:
        keep_run(desk.database, desk.actor, _run(desk, job, job.result))
    jobs().forget(key)


def _run(desk: Desk, job: SolveJob, outcome: Outcome) -> KeptRun:
    cost = outcome.score.cost if outcome.score is not None else None
    milliseconds = round(outcome.seconds * 1000)
    return KeptRun(
        desk.draft.id, job.begun.version, job.order.seed, "rosters", outcome.status.value, outcome.bound, cost,
        milliseconds,
    )  # fmt: skip
