"""A schedule back in the layout of the roster that its unit was learned from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.unit import Unit
from optimizer.store.attachments import Attachment, attached_names, attachments_of
from optimizer.store.publications import Publication
from optimizer.store.roles import Permission
from optimizer.ui.confirm.dropped import GivenFile, dropped
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble
from optimizer.workbook.adopt.tables.sorted_tables import sorted_tables
from optimizer.workbook.into.changes import changes_sheet
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.into import into_table
from optimizer.workbook.into.written import WrittenRoster

KEY, TROUBLE = "own layout", "own layout trouble"
MIMES = {"csv": "text/csv", "tsv": "text/tab-separated-values", "txt": "text/plain"}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class OwnLayout(NamedTuple):
    """A roster of somebody's own with a schedule in it, and what it is to be called."""

    name: str
    written: WrittenRoster


def own_layout(kept: Sequence[Attachment], unit: Unit, plan: Plan) -> OwnLayout:
    """Return the roster that a unit was learned from with a schedule in it, moved on to the unit's period.

    Of several rosters the latest is written into, on each of its sheets that has duties. Raise CannotWriteError with a
    sentence where there is none, or where it cannot be changed without loss.
    """
    files = dropped([GivenFile(each.name, each.content) for each in kept])
    counting = sorted_tables(files.proposals, files.before).counting
    if not counting:
        raise CannotWriteError("None of the files that this unit was learned from holds a roster.")
    name = counting[-1].file
    done = WrittenRoster(next(each.content for each in kept if each.name == name))
    for filed in counting:
        if filed.file == name:
            more = into_table(name, done.content, filed.table, unit, plan, filed.first)
            done = WrittenRoster(more.content, (*done.told, *more.told), (*done.changes, *more.changes))
    return OwnLayout(_renamed(name, unit), replace(done, told=tuple(dict.fromkeys(done.told))))


def _renamed(name: str, unit: Unit) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} {unit.calendar.first} to {unit.calendar.last}{dot}{suffix}"


def own_layout_download(desk: Desk, last: Publication | None, plan: Plan) -> None:
    """Draw what makes the roster of one's own, where the draft was made from one, and then hands it out."""
    if not desk.may(Permission.READ_PAY) or not attached_names(desk.database, desk.actor, desk.draft.id):
        return
    st.header("In your own layout")
    which = "published last" if last else f"of version {desk.version}, which is not published yet"
    st.text(
        f"The schedule {which}, in the file that you dropped: same sheets, codes, colours and formulas; only duties "
        "and, for another period, dates are changed."
    )
    key = (desk.draft.id, last.number if last else None, desk.version, desk.facts.revision)
    st.button("Write it into my roster", on_click=_make, args=(desk, plan, key), icon=":material/edit_document:")
    show_trouble(TROUBLE)
    made = st.session_state.get(KEY)
    if made and made[0] == key:
        _hand_out(desk, made[1])


def _make(desk: Desk, plan: Plan, key: tuple[int | None, ...]) -> None:
    """Make it, and keep it until the schedule is another."""
    with kept_trouble(TROUBLE, CannotWriteError, ValueError):
        kept = attachments_of(desk.database, desk.actor, desk.draft.id)
        st.session_state[KEY] = (key, own_layout(kept, desk.unit, plan))


def _hand_out(desk: Desk, made: OwnLayout) -> None:
    written = made.written
    for sentence in written.told:
        st.caption(plain(sentence))
    with st.container(horizontal=True):
        download(
            desk, "My roster with this schedule", made.name, "own layout", lambda: written.content,
            draft=desk.draft.id, mime=MIMES.get(made.name.rpartition(".")[2].casefold(), EXCEL),
        )  # fmt: skip
        if written.changes:
            download(
                desk, "What differs from before", "changes.xlsx", "changes", lambda: changes_sheet(written.changes),
                draft=desk.draft.id, icon="difference",
            )  # fmt: skip
