"""What of a search is taken: all of it, the few changes worth the most, and for whom or in which weeks not."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.words import count, on, points_changed
from optimizer.staffing.schedule.merging import Merge
from optimizer.store.publications import publications
from optimizer.summary.schedule.changes.few_changes import ChangeStep, change_count, few_changes
from optimizer.ui.frame.desk import Desk
from optimizer.ui.schedule.solving.solve_job import SolveJob
from optimizer.ui.schedule.solving.taken_part import WEEK, TakenPart, week_of

SECONDS = 2.0
"""How long the few changes are looked for at most."""


def few_of(desk: Desk, job: SolveJob, what: Merge) -> ChangeStep | None:
    """Return the few changes that are worth the most, looked for once; None where staff were told of nothing yet."""
    if not publications(desk.database, desk.actor, desk.draft.id):
        return None
    of = (desk.facts.revision, desk.version, what)  # a lock changes what is left, and makes no version
    if job.few is None or job.few[0] != of:
        job.few = of, few_changes(desk.judge, desk.verdict, what.minus, what.plus, SECONDS)
    return job.few[1]


def ask_part(desk: Desk, job: SolveJob, what: Merge, few: ChangeStep | None) -> TakenPart:
    """Ask what of a search is taken; few changes are the default where staff were told of a schedule."""
    only = few is not None and _ask_few(desk, what, few)
    shown = TakenPart(only).of(what, few)
    changed = shown.minus | shown.plus
    with st.expander("Take a part of it"):
        left, right = st.columns(2)
        people = left.multiselect(
            "Leave as they are", _names(desk, changed), format_func=desk.unit.name_of, key="solve leave people"
        )
        weeks = right.multiselect(
            "Leave these weeks", sorted({week_of(pair.what.day) for pair in changed}), format_func=_week,
            key="solve leave weeks",
        )  # fmt: skip
    job.part = TakenPart(only, frozenset(people), frozenset(weeks))
    return job.part


def _ask_few(desk: Desk, what: Merge, few: ChangeStep) -> bool:
    """Ask for few changes or all, each with how many it makes and what it is worth."""
    words = {True: _worth(desk, few.minus, few.plus), False: _worth(desk, what.minus, what.plus)}
    chosen = st.radio(
        "This schedule is published: each change is told to somebody.", [True, False], horizontal=True,
        format_func=lambda few: words[few], key="solve few",
    )  # fmt: skip
    return bool(chosen)


def _worth(desk: Desk, minus: Plan, plus: Plan) -> str:
    after = desk.judge.edit(desk.verdict, minus, plus)
    changes = count(change_count(desk.plan, after.plan), "change")
    return f"{changes}, {points_changed(after.score.cost - desk.verdict.score.cost)}"


def _names(desk: Desk, changed: Plan) -> Sequence[str]:
    return sorted({pair.who for pair in changed}, key=desk.unit.name_of)


def _week(monday: date) -> str:
    return f"{on(monday)} to {on(monday + WEEK - timedelta(days=1))}"
