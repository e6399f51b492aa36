"""The facts of the draft that is open, typed into tables and saved as a revision with its reason."""

from collections.abc import Callable

import streamlit as st

from optimizer.store.errors import StoreError
from optimizer.store.publications import publications
from optimizer.store.revisions import RevisionConflictError, revise
from optimizer.store.roles import Permission
from optimizer.ui.facts.books import book_of, keep_book
from optimizer.ui.facts.keeper import keep_typed
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.table import table_to_read, tables_to_type
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.fault_table import show_faults
from optimizer.ui.parts.plain import plain
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit.rows_of_unit import rows_of_unit

NOTHING = "New lines go below the last. A change is read and checked when you save it."
USUAL = "Typed into its table"
"""Why facts changed that nobody was told of yet, where no other reason is given."""
KEPT_BACK = ("Pay class",)
"""Columns that only those see who may see pay."""


TypeAbove = Callable[[Desk, FactsMemory, str], None]
"""Draws another way to type into the tables, above them."""


def may_edit_facts(desk: Desk) -> bool:
    """Tell whether somebody may change the facts of the draft."""
    return desk.may(Permission.EDIT_DRAFTS) and desk.may(Permission.READ_PAY)


def edit_facts(desk: Desk, page: str, sheets: tuple[Sheet, ...], above: TypeAbove | None = None) -> None:
    """Draw some sheets of the draft's facts, to be changed by those who may.

    With another way to type ``above`` them the tables themselves are folded.
    """
    if may_edit_facts(desk):
        _edit(desk, page, sheets, above)
        return
    tables = rows_of_unit(desk.unit, desk.policy)
    for tab, sheet in zip(st.tabs([sheet.title for sheet in sheets]), sheets, strict=True):
        with tab:
            table_to_read(tables[sheet], KEPT_BACK)


@st.fragment
def _edit(desk: Desk, page: str, sheets: tuple[Sheet, ...], above: TypeAbove | None) -> None:
    """Draw the tables, and below them the reason and the ways to save; it runs alone while somebody types."""
    desk.refresh()
    key = memory_key(desk, page)
    memory = memory_of(desk, page)
    _tell_saved(key)
    tell_trouble(memory)
    if above is None:
        tables_to_type(memory, sheets, key)
    else:
        _type_both(desk, memory, sheets, key, above)
    keep_typed(desk, page, memory, key)
    _save_bar(desk, page, memory)


def _type_both(desk: Desk, memory: FactsMemory, sheets: tuple[Sheet, ...], key: str, above: TypeAbove) -> None:
    """Draw the tables first: only then it is known what was typed into them."""
    place = st.container()
    with st.expander("As a table: to add a rule, or say for whom and for which shifts one is"):
        st.caption("To add one, choose it in the empty row at the end. The same may stand twice, for other people.")
        tables_to_type(memory, sheets, key)
    with place:
        above(desk, memory, key)


def _tell_saved(key: str) -> None:
    """Draw the whole page anew after a change was saved, and then say so."""
    if done := st.session_state.pop(f"{key} done", ""):
        st.session_state[f"{key} told"] = done
        st.rerun()
    if told := st.session_state.pop(f"{key} told", ""):
        st.toast(plain(told), icon=":material/check:")


def memory_of(desk: Desk, page: str) -> FactsMemory:
    """Return what this session typed on a page; afresh from the newest facts unless something is not saved."""
    key = memory_key(desk, page)
    found: FactsMemory | None = st.session_state.get(key)
    if found is None or (found.revision != desk.facts.revision and not found.dirty):
        turn = found.turn if found else 0
        found = st.session_state[key] = FactsMemory(book_of(desk), desk.facts.revision)
        found.turn += turn
    return found


def memory_key(desk: Desk, page: str) -> str:
    """Return where the session keeps what is typed on a page."""
    return desk.session_key(f"facts-{page}")


def save(desk: Desk, page: str, memory: FactsMemory, why: str) -> bool:
    """Read what was typed and save it as a revision; tell what is in the way, and keep what was typed."""
    desk.refresh()
    memory.trouble = ""
    if is_published(desk) and not why.strip():
        memory.trouble = "People were told of this schedule. Say why its facts change, for those who read the history."
        return False
    contents = memory.check()
    if contents is None:
        return False
    try:
        made = revise(
            desk.database, desk.actor, desk.draft.id, memory.revision, memory.content, why.strip() or USUAL, contents
        )
    except RevisionConflictError as error:
        memory.trouble = _conflict(error)
        return False
    except StoreError as error:
        memory.trouble = str(error)
        return False
    desk.refresh()
    memory.begin(made)
    keep_book(desk, made, memory.book)
    st.session_state[f"{memory_key(desk, page)} done"] = f"Saved. The draft is now planned on revision {made}."
    return True


def is_published(desk: Desk) -> bool:
    """Tell whether people were told of the draft, so that whoever changes its facts owes them a reason."""
    return bool(publications(desk.database, desk.actor, desk.draft.id))


def tell_trouble(memory: FactsMemory) -> None:
    """Tell why nothing was saved, and every fault at its cell."""
    if memory.trouble:
        st.error(plain(memory.trouble), icon=":material/error:")
    if memory.faults:
        number = len(memory.faults)
        st.error(
            f"Nothing is saved yet: {number} {'cell is' if number == 1 else 'cells are'} to be mended first. "
            "What you typed is kept.",
            icon=":material/error:",
        )
        show_faults(memory.faults, memory.tables)


def _conflict(error: RevisionConflictError) -> str:
    theirs = "; ".join(f"{each.who} ({each.why})" for each in error.theirs)
    return (
        f"Somebody else changed the facts meanwhile: {theirs}. Nothing of yours is saved, and what you typed is still "
        "here. Note it down, choose 'Show the newest facts', and type it again."
    )


def _save_bar(desk: Desk, page: str, memory: FactsMemory) -> None:
    key = f"{memory_key(desk, page)} why"
    outdated = memory.revision != desk.facts.revision
    with st.container(horizontal=True, vertical_alignment="bottom"):
        asked = "Such as: two nurses were hired" if is_published(desk) else "Not needed before it is published"
        st.text_input("Why", key=key, placeholder=asked, max_chars=200)
        st.button("Save", type="primary", disabled=not memory.dirty, on_click=_save, args=(desk, page, memory, key))
        newest = "Show the newest facts" if outdated else "Discard"
        st.button(newest, disabled=not memory.dirty, on_click=_discard, args=(desk, page, memory, outdated))
    st.caption(_told(memory))


def _save(desk: Desk, page: str, memory: FactsMemory, key: str) -> None:
    if save(desk, page, memory, st.session_state.get(key, "")):
        st.session_state[key] = ""


def _discard(desk: Desk, page: str, memory: FactsMemory, outdated: bool) -> None:
    if outdated:
        st.session_state.pop(memory_key(desk, page), None)
    else:
        memory.forget()


def _told(memory: FactsMemory) -> str:
    """Return what was typed and not saved, by sheet."""
    told = [f"{sheet.title}: {typed}" for sheet, typed in memory.typed.items() if typed]
    if told:
        return f"Not saved yet. {'; '.join(told)}."
    return "Not saved yet." if memory.dirty else NOTHING
