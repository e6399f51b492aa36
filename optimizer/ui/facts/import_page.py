"""Import: a workbook, of a unit or of a panel, is dropped, read, mended where needed, and opened as a draft."""

from hashlib import sha256

import streamlit as st

from optimizer.staffing.facts.words import count
from optimizer.store.drafts import open_draft
from optimizer.store.errors import StoreError
from optimizer.summary.unit.unit import unit_facts
from optimizer.ui.facts.import_panel import import_panel, read_once
from optimizer.ui.facts.import_source import panel_template, samples, template, understood
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.table import tables_to_type
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.fault_table import show_faults, show_unread
from optimizer.ui.parts.plain import plain
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import known_sheets
from optimizer.workbook.unit.read import Contents, WorkbookReading, look

KEY, DONE = "import", "import done"
MINE, SAMPLE = "My own workbook", "A sample"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Import")
    st.text(
        "Open a workbook as a draft: a schedule, or caseloads, in the making. The workbook itself is kept as it is."
    )
    if told := st.session_state.pop(DONE, ""):
        st.error(plain(told))
    chosen = _choose()
    if chosen is None:
        st.session_state.pop(KEY, None)
        return
    name, content = chosen
    try:
        panel = read_once(name, content)
        if panel.contents or panel.faults:
            import_panel(desk, panel, content)
            return
        memory = _memory(name, content)
    except FaultyWorkbookError as error:
        st.error("This file cannot be opened.", icon=":material/error:")
        show_faults(error.faults, {})
        return
    _opened(desk, memory)


def _choose() -> tuple[str, bytes] | None:
    """Return the name and the bytes of what somebody chose."""
    source = st.segmented_control("What to open", [MINE, SAMPLE], default=MINE, key=f"{KEY} source")
    if source == SAMPLE:
        found = samples()
        title = st.selectbox("Sample", list(found), index=None, placeholder="Choose a sample", key=f"{KEY} sample")
        return None if title is None else (title, found[title].read_bytes())
    dropped = st.file_uploader("Excel workbook (.xlsx)", key=f"{KEY} file", help="The form is that of the template.")
    with st.container(horizontal=True):
        st.download_button(
            "Download the template", template, "template.xlsx", XLSX, icon=":material/download:", on_click="ignore"
        )
        st.download_button(
            "Download the template for caseloads", panel_template, "caseloads.xlsx", XLSX,
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
    st.caption("A template holds a small invented example, with a note at every header. Replace its rows by your own.")
    return None if dropped is None else (dropped.name, dropped.getvalue())


def _memory(name: str, content: bytes) -> FactsMemory:
    """Return what was typed into what is chosen, afresh when that is something else."""
    digest = sha256(content).hexdigest()
    kept = st.session_state.get(KEY)
    if kept is None or kept[0] != digest:
        reading = look(content, name)
        memory = FactsMemory(content, keeps_ids=False)
        memory.faults = reading.faults
        kept = st.session_state[KEY] = (digest, memory)
    found: FactsMemory = kept[1]
    return found


def _opened(desk: Desk, memory: FactsMemory) -> None:
    """Draw what a workbook holds, or what is to be mended in it."""
    if not known_sheets(memory.content):
        _another_form()
        return
    if memory.faults:
        _mend(memory)
        return
    _tell_contents(desk, memory, look(memory.content).contents)


def _another_form() -> None:
    st.warning("This workbook is in another form: it has none of the sheets that are read here.")
    st.text(
        "Download the template above, and copy your people to its sheet Staff, your shifts to Shifts, and how many "
        "people each shift takes to Needs. Then drop the template here."
    )


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
    reading: WorkbookReading = look(memory.content)
    return understood(reading.contents) if reading.contents else memory.content


def _faulty(memory: FactsMemory) -> tuple[Sheet, ...]:
    titles = {fault.sheet.casefold() for fault in memory.faults}
    return tuple(sheet for sheet in layout.SHEETS if sheet.title.casefold() in titles)


def _tell_contents(desk: Desk, memory: FactsMemory, contents: Contents | None) -> None:
    """Tell what a workbook holds, and offer to open a draft on it."""
    if contents is None:
        return
    st.success("The workbook can be opened: nothing in it is wrong.", icon=":material/check_circle:")
    st.markdown("  \n".join(f"**{plain(name)}:** {plain(value)}" for name, value in unit_facts(contents.unit)))
    show_unread(contents.unread)
    calendar = contents.unit.calendar
    suggested = f"{calendar.first} to {calendar.last}"
    key = f"{KEY} name"
    with st.form(f"{KEY} open"):
        st.text_input("Name of the draft", suggested, max_chars=80, key=key)
        opened = (desk, memory, contents, key, suggested)
        st.form_submit_button("Open a draft", type="primary", on_click=_open, args=opened)


def _open(desk: Desk, memory: FactsMemory, contents: Contents, key: str, suggested: str) -> None:
    """Open a draft, and have it chosen at the side."""
    name = st.session_state.get(key, "").strip() or suggested
    try:
        opened = open_draft(desk.database, desk.actor, contents.unit.name, name, memory.content, contents.plan)
    except StoreError as error:
        st.session_state[DONE] = str(error)
        return
    st.session_state[OPENED], st.session_state[TO_SHOW] = opened, True
