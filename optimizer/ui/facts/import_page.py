"""Import: files are dropped and become a draft: our own workbooks at once, those of any other make when confirmed."""

from collections.abc import Sequence

import streamlit as st

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.words import period
from optimizer.scenarios.explain.subject import without_roster_of
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.words import count
from optimizer.store.drafts import open_draft
from optimizer.store.errors import StoreError
from optimizer.summary.explain.alone import alone_facts
from optimizer.summary.facts import Facts
from optimizer.summary.unit.supply import supply_facts
from optimizer.summary.unit.unit import unit_facts
from optimizer.ui.confirm.confirm import confirm
from optimizer.ui.confirm.dropped import GivenFile
from optimizer.ui.facts.import_panel import PanelReading, import_panel, read_once
from optimizer.ui.facts.import_source import panel_template, samples, template, understood
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.table import tables_to_type
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.fault_table import show_faults, show_unread
from optimizer.ui.parts.plain import plain
from optimizer.workbook.own_form import is_own_form
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read import Contents

KEY, DONE = "import", "import done"
MINE, SAMPLE = "My own files", "A sample"
LOOKED_FOR = 5.0
"""Seconds in which those are looked for who can have no roster at all."""
KINDS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "toml")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Import")
    st.text(
        "Drop your roster as it is, with a staff list or requests if there are any, or a workbook of our own. It is "
        "read, never changed, and becomes a draft: a schedule, or caseloads, in the making."
    )
    if told := st.session_state.pop(DONE, ""):
        st.error(plain(told))
    chosen = _choose()
    if not chosen:
        st.session_state.pop(KEY, None)
    elif not _ours(desk, chosen):
        confirm(desk, chosen)


def _ours(desk: Desk, chosen: Sequence[GivenFile]) -> bool:
    """Draw a workbook of our own, and tell whether that is what was chosen."""
    if len(chosen) > 1 or not is_own_form(chosen[0].content):
        return False
    try:
        panel = read_once(*chosen[0])
        if panel.contents or panel.faults:
            import_panel(desk, panel)
        else:
            _opened(desk, _memory(panel))
    except FaultyWorkbookError as error:
        st.error("This file cannot be opened.", icon=":material/error:")
        show_faults(error.faults, {})
    return True


def _choose() -> Sequence[GivenFile]:
    """Return the files that somebody chose."""
    source = st.segmented_control("What to open", [MINE, SAMPLE], default=MINE, key=f"{KEY} source")
    if source == SAMPLE:
        found = samples()
        title = st.selectbox("Sample", list(found), index=None, placeholder="Choose a sample", key=f"{KEY} sample")
        return () if title is None else (GivenFile(title, found[title].read_bytes()),)
    dropped = st.file_uploader(
        "Your roster, or a workbook of our own", KINDS, accept_multiple_files=True, key=f"{KEY} file",
        help="Several files are taken together: a roster, a staff list, requests, and answers saved before.",
    )  # fmt: skip
    if not dropped:
        _templates()
    return tuple(GivenFile(file.name, file.getvalue()) for file in dropped)


def _templates() -> None:
    """Offer the workbooks to fill, to who has no roster yet."""
    with st.container(horizontal=True):
        st.download_button(
            "Download the template", template, "template.xlsx", XLSX, icon=":material/download:", on_click="ignore"
        )
        st.download_button(
            "Download the template for caseloads", panel_template, "caseloads.xlsx", XLSX,
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
    st.caption("A template holds a small invented example, with a note at every header. Replace its rows by your own.")


def _memory(chosen: PanelReading) -> FactsMemory:
    """Return what was typed into what is chosen, afresh when that is something else."""
    kept = st.session_state.get(KEY)
    if kept is None or kept[0] != chosen.digest:
        memory = FactsMemory(chosen.book, keeps_ids=False)
        memory.faults = memory.read().faults
        kept = st.session_state[KEY] = (chosen.digest, memory)
    found: FactsMemory = kept[1]
    return found


def _opened(desk: Desk, memory: FactsMemory) -> None:
    """Draw what a workbook holds, or what is to be mended in it."""
    if memory.faults:
        _mend(memory)
        return
    _tell_contents(desk, memory, memory.read().contents)


@st.fragment
def _mend(memory: FactsMemory) -> None:
    """Draw every fault, and the sheets that have one, to be mended here."""
    if not memory.faults:
        st.rerun()
    number = len(memory.faults)
    st.error(
        f"There {'is' if number == 1 else 'are'} {count(number, 'fault')} to be mended before a draft can be opened.",
        icon=":material/error:",
    )
    show_faults(memory.faults, memory.tables)
    sheets = _faulty(memory)
    if sheets:
        st.header("Mend them here")
        tables_to_type(memory, sheets, KEY)
    with st.container(horizontal=True):
        st.button("Check again", type="primary", on_click=_check, args=(memory,), disabled=not sheets)
        st.download_button(
            "Download what was understood", lambda: corrected(memory), "workbook.xlsx", XLSX, on_click="ignore",
            icon=":material/download:", help="A workbook in our form that holds all that could be read.",
        )  # fmt: skip
    st.caption("Faults on the sheets Schedule and History are mended in the file itself.")


def _check(memory: FactsMemory) -> None:
    memory.check()


def corrected(memory: FactsMemory) -> bytes:
    """Return what could be read as a workbook of our own; where that is too little, the workbook as it was mended."""
    contents = memory.read().contents
    return understood(contents) if contents else memory.content


def _faulty(memory: FactsMemory) -> tuple[Sheet, ...]:
    titles = {fault.sheet.casefold() for fault in memory.faults}
    return tuple(sheet for sheet in layout.SHEETS if sheet.title.casefold() in titles)


def _tell_contents(desk: Desk, memory: FactsMemory, contents: Contents | None) -> None:
    """Tell what a workbook holds, and offer to open a draft on it."""
    if contents is None:
        return
    st.success("The workbook can be opened: nothing in it is wrong.", icon=":material/check_circle:")
    facts = [*unit_facts(contents.unit), *supply_facts(contents.unit), *no_roster(contents, memory.content)]
    st.markdown("  \n".join(f"**{plain(name)}:** {plain(value)}" if name else plain(value) for name, value in facts))
    show_unread(contents.unread)
    calendar = contents.unit.calendar
    suggested = period(calendar.first, calendar.last)
    key = f"{KEY} name"
    with st.form(f"{KEY} open"):
        st.text_input("Name of the draft", suggested, max_chars=80, key=key)
        opened = (desk, memory, contents, key, suggested)
        st.form_submit_button("Open a draft", type="primary", on_click=_open, args=opened)


@st.cache_data(max_entries=4, show_spinner=False)
def no_roster(_contents: Contents, content: bytes) -> Facts:
    """Return who can have no roster at all, and because of what; looked for once for a workbook's ``content``."""
    del content
    asked = UnitToPlan(_contents.unit, _contents.policy, _contents.plan)
    return alone_facts(_contents.unit, without_roster_of(asked, Run(in_seconds(LOOKED_FOR))))


def _open(desk: Desk, memory: FactsMemory, contents: Contents, key: str, suggested: str) -> None:
    """Open a draft, and have it chosen at the side."""
    name = st.session_state.get(key, "").strip() or suggested
    try:
        opened = open_draft(
            desk.database, desk.actor, contents.unit.name, name, memory.content, contents.plan, facts=contents
        )
    except StoreError as error:
        st.session_state[DONE] = str(error)
        return
    st.session_state[OPENED], st.session_state[TO_SHOW] = opened, True
