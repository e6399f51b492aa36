"""Two ways on from confirmed files: judge the roster as it stands, or plan the period after it."""

from collections.abc import Callable, Iterable
from io import BytesIO

import streamlit as st

from optimizer.planning.rule import Finding
from optimizer.planning.words import period
from optimizer.staffing.facts.words import count, hours, on
from optimizer.store.attachments import Attachment
from optimizer.store.drafts import open_draft
from optimizer.summary.schedule.tiles import tiles
from optimizer.ui.confirm.confirmed import Confirming
from optimizer.ui.confirm.dropped import MAPPING
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.frame.study import UnitState
from optimizer.ui.frame.tiles import draw_tiles
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble
from optimizer.workbook.adopt.periods import AdoptedUnit, next_period, worked_period
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.write import write_unit

TROUBLE = "import ways on"
"""Where the state of the session keeps why no draft was opened."""
SHOWN = 3
"""How many sentences on what is wrong stand here; the page Schedule has all."""
ANSWERS = f"answers{MAPPING}"
"""What the answers are called that are kept with a draft."""


def ways_on(desk: Desk, confirming: Confirming, listen: Callable[[], str]) -> None:
    """Draw the two ways on, and how the roster was judged once it was; ``listen`` takes what was answered last."""
    with st.container(horizontal=True):
        st.button(
            "Judge this roster", on_click=_judge, args=(desk, confirming, listen), icon=":material/fact_check:",
            type="secondary" if confirming.judged else "primary",
            help="Opens a draft of the days in the roster with what was worked, and tells what it breaks.",
        )  # fmt: skip
        st.button(
            "Plan the next month", on_click=_plan_next, args=(desk, confirming, listen), type="primary",
            icon=":material/event_upcoming:", help="Opens a draft of the days after the roster, to be solved.",
        )  # fmt: skip
    show_trouble(TROUBLE)
    if confirming.judged is not None and desk.opened and desk.opened.id == confirming.judged:
        _verdict(desk)


def _judge(desk: Desk, confirming: Confirming, listen: Callable[[], str]) -> None:
    """Open a draft of what was worked, which is judged on this page and on the page Schedule."""
    if listen():
        return
    with kept_trouble(TROUBLE, ValueError, FaultyWorkbookError):
        confirming.judged = _open(desk, confirming, worked_period(confirming.now.adopted))


def _plan_next(desk: Desk, confirming: Confirming, listen: Callable[[], str]) -> None:
    """Open a draft of the period after, and have its page shown, where it is solved."""
    if listen():
        return
    with kept_trouble(TROUBLE, ValueError, FaultyWorkbookError):
        _open(desk, confirming, next_period(confirming.now.adopted))
        st.session_state[TO_SHOW] = True


def _open(desk: Desk, confirming: Confirming, made: AdoptedUnit) -> int:
    """Open a draft on a workbook of our own with the unit and with the files, and have it be the one that is open."""
    content = workbook_of_adopted(made)
    facts, calendar = read_bytes(content), made.unit.calendar
    name = period(calendar.first, calendar.last)
    opened = open_draft(
        desk.database, desk.actor, facts.unit.name, name, content, facts.plan, facts=facts,
        made_from=_to_keep(confirming),
    )  # fmt: skip
    st.session_state[OPENED] = opened
    return opened


def _to_keep(confirming: Confirming) -> Iterable[Attachment]:
    """Yield the files as they were dropped, and behind them what was said of them."""
    for file in confirming.files.files:
        yield Attachment(*file.given)
    yield Attachment(ANSWERS, confirming.now.mapping.encode())


def workbook_of_adopted(made: AdoptedUnit) -> bytes:
    """Return a unit that was taken up as a workbook of our own."""
    file = BytesIO()
    write_unit(file, made.unit, made.policy, made.plan)
    return file.getvalue()


def _verdict(desk: Desk) -> None:
    """Draw what the roster breaks and comes to, as the page Schedule tells it."""
    now, calendar = desk.now, desk.unit.calendar
    st.header(f"The roster of {on(calendar.first)} to {on(calendar.last)}")
    draw_tiles(tiles(now.figures, now.findings, now.facts.judged))
    _say(desk, now)
    st.button("Show it on the page Schedule", on_click=_show, icon=":material/calendar_month:")


def _say(desk: Desk, now: UnitState) -> None:
    found = sorted(now.findings, key=lambda finding: (not finding.must, -finding.cost))
    if not found:
        st.success("It breaks nothing that was learned of the unit.", icon=":material/check_circle:")
        return
    broken = sum(1 for finding in found if finding.must)
    others = count(len(found) - broken, "finding that has a price", "findings that have a price")
    worked = hours(sum(map(now.figures.paid, desk.unit.staff)))
    st.text(f"{worked} were worked, with {count(broken, 'must-fix problem')} and {others}. The worst:")
    st.markdown("\n".join(f"- {plain(_sentence(desk, finding))}" for finding in found[:SHOWN]))


def _sentence(desk: Desk, finding: Finding) -> str:
    return finding.rule.say(desk.unit, finding)


def _show() -> None:
    st.session_state[TO_SHOW] = True
