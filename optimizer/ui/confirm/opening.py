"""Two ways on from confirmed files: judge the roster as it stands, or plan the period after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import streamlit as st

from optimizer.planning.rule import Finding
from optimizer.staffing.facts.words import count, on
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.attachments import Attachment
from optimizer.store.drafts import open_draft
from optimizer.store.errors import StoreError
from optimizer.summary.schedule.tiles import tiles
from optimizer.ui.confirm.confirmed import TakenUp
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.frame.study import UnitFacts, facts_of
from optimizer.ui.frame.tiles import draw_tiles
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.periods import AdoptedUnit, next_period, worked_period
from optimizer.workbook.own_layout import ANSWERS
from optimizer.workbook.unit.read import Contents, read_bytes
from optimizer.workbook.unit.write import write_unit

KEY, TROUBLE = "import judged", "import done"
SHOWN = 3
"""How many of the sentences on what is wrong are shown here; the page Schedule has all."""


@dataclass(frozen=True)
class JudgedRoster:
    """A roster as it was worked, and what there is to say of it."""

    contents: Contents
    facts: UnitFacts
    figures: Figures
    findings: tuple[Finding, ...]


def judged_roster(taken: TakenUp) -> JudgedRoster:
    """Return a roster judged by what was learned of it. Raise ValueError where nothing was worked."""
    contents = contents_of(worked_period(taken.adopted))
    facts = facts_of(contents, 1)
    plan = contents.plan & facts.known
    verdict = facts.judge.judge(plan)
    return JudgedRoster(contents, facts, Figures(facts.unit, plan), facts.judge.findings(verdict))


def workbook_of_adopted(made: AdoptedUnit) -> bytes:
    """Return a unit that was taken up as a workbook of our own."""
    file = BytesIO()
    write_unit(file, made.unit, made.policy, made.plan)
    return file.getvalue()


def contents_of(made: AdoptedUnit) -> Contents:
    """Return what our workbook of it holds, as everything that is opened is read from one."""
    return read_bytes(workbook_of_adopted(made))


def ways_on(desk: Desk, taken: TakenUp) -> None:
    """Draw what the roster comes to, and the two ways on."""
    st.header("This roster, as it stands")
    try:
        with st.spinner("Judging the roster ..."):
            judged = _kept(taken)
    except ValueError as error:
        st.error(plain(str(error)))
        return
    draw_tiles(tiles(judged.figures, judged.findings, judged.facts.judged))
    _say(judged)
    _buttons(desk, taken, judged)


def _kept(taken: TakenUp) -> JudgedRoster:
    """Return the judgement of what is taken up, made once."""
    kept = st.session_state.get(KEY)
    if kept is None or kept[0] is not taken:
        kept = st.session_state[KEY] = (taken, judged_roster(taken))
    found: JudgedRoster = kept[1]
    return found
