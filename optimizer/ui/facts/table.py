"""Sheets of a workbook as tables that can be typed into, with what goes under every header, and faults at their row."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

from optimizer.staffing.policy import RULES
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.parts.fault_table import sentence
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.typed import MORE, read_typed, values_of
from optimizer.workbook.rules.columns import RULE
from optimizer.workbook.table.settings import SETTING
from optimizer.workbook.table.sheet import Column, Holds, Sheet
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import SeenTable
from optimizer.workbook.unit.sheets.staff import ID, NAME

TO_MEND = "To mend"
"""The column that tells what is wrong in a row; there only while something is."""
HEIGHT_OF_ROW, MOST_HEIGHT = 33, 520
MORE_LINES = "More blank lines"
"""The button that what is refused to be pasted points to, see ``full_tables.js``."""
SEEN_BLANK = 3
"""How many of the blank lines show without scrolling, where there is room."""


def tables_to_type(memory: FactsMemory, sheets: tuple[Sheet, ...], key: str) -> None:
    """Draw some sheets as tabs and take note of what is typed."""
    if len(sheets) == 1:
        type_into(memory, sheets[0], key)
        return
    titles = [_title(memory, sheet) for sheet in sheets]
    for tab, sheet in zip(st.tabs(titles), sheets, strict=True):
        with tab:
            st.caption(plain(sheet.about))
            type_into(memory, sheet, key)


def type_into(memory: FactsMemory, sheet: Sheet, key: str) -> None:
    """Draw one sheet and take note of what is typed."""
    _fold(memory, sheet, key)
    rows, settings = memory.tables[sheet], bool(sheet.settings)
    known, name = len(rows.lines), _key(memory, sheet, key)
    # Streamlit's own blank row forgets what is typed after Enter: ours are lines, as many for as long as it is drawn,
    # since an editor with another number of lines is a new one, and the cell in hand is lost.
    shown = known if settings else known + memory.blank(sheet)
    st.data_editor(
        frame_of(rows, _faults_by_row(memory, sheet), shown),
        key=name,
        num_rows="fixed" if settings else "delete",
        disabled=[TO_MEND, *_only_to_read(sheet)],
        column_config=_config(memory, sheet, rows),
        hide_index=True,
        width="stretch",
        height=min(MOST_HEIGHT, HEIGHT_OF_ROW * (1 + min(shown, known + SEEN_BLANK)) + 3),
        placeholder="",
    )
    memory.typed[sheet] = read_typed(st.session_state[name], known)
    if not settings:
        st.button(
            MORE_LINES, key=f"{name} more", type="tertiary", icon=":material/add:", on_click=memory.make_room,
            args=(sheet,), help=f"Room for {MORE} more rows, such as to paste many at once.",
        )  # fmt: skip


def _only_to_read(sheet: Sheet) -> list[str]:
    """Return the headers of what nobody types: what is there for people alone, and the names of settings."""
    named = [SETTING.header] if sheet.settings else []
    return [*named, *(column.header for column in sheet.columns if column.told)]


def _fold(memory: FactsMemory, sheet: Sheet, key: str) -> None:
    """Begin an editor anew with what was typed: one that has forgotten it, or that gets more blank lines."""
    state = st.session_state.get(_key(memory, sheet, key))
    if state is not None:
        memory.typed[sheet] = read_typed(state, len(memory.tables[sheet].lines))
    typed = memory.typed.get(sheet)
    if sheet in memory.crowded or (typed and (state is None or typed.fills(memory.blank(sheet)))):
        memory.fold(sheet)


def table_to_read(rows: SeenTable, leave_out: Iterable[str] = ()) -> None:
    """Draw a table for somebody who may not change it, without some columns and those that are empty."""
    left_out = {
        *leave_out,
        *(c.header for c in rows.columns if not any(v is not None for v in values_of(rows, c.header))),
    }
    if not rows.lines:
        st.caption("There is nothing on this sheet.")
        return
    config = {column.header: _column(column, None, None) for column in rows.columns}
    st.dataframe(
        frame_of(rows, {}, len(rows.lines)).drop(columns=list(left_out), errors="ignore"), column_config=config,
        hide_index=True, width="stretch",
    )  # fmt: skip


def frame_of(rows: SeenTable, faults: dict[int, str], lines: int) -> pd.DataFrame:
    """Return a table's values, every column of its kind; first what is wrong in each row, where anything is.

    Blank lines below fill it up to so many ``lines``. Dates are text, 2026-12-06: typed as they are shown.
    """
    columns = {column.header: _series(rows, column) for column in rows.columns}
    if faults:
        told = pd.Series([faults.get(line.number or 0, "") for line in rows.lines], dtype="string")
        columns = {TO_MEND: told, **columns}
    return pd.DataFrame(columns).reindex(range(lines))


def _series(rows: SeenTable, column: Column[Any]) -> "pd.Series[Any]":
    values = [*values_of(rows, column.header)]
    if column.holds is Holds.NUMBER:
        return pd.Series(values, dtype="float64")
    return pd.Series([None if value is None else str(value) for value in values], dtype="string")


def _config(memory: FactsMemory, sheet: Sheet, rows: SeenTable) -> dict[str, Any]:
    config = {column.header: _column(column, *_choices(memory, sheet, column)) for column in rows.columns}
    mend = st.column_config.TextColumn(
        TO_MEND, help="What is wrong in this row, and what would be right.", pinned=True, width=340
    )
    return {TO_MEND: mend, **config}


def _column(column: Column[Any], choices: list[str] | None, named: Callable[[Any], str] | None) -> Any:
    shared: dict[str, Any] = {"help": plain(column.about), "width": max(70, 8 * column.width + 16)}
    if column.holds is Holds.NUMBER:
        return st.column_config.NumberColumn(column.header, **shared)
    if column.holds is Holds.DATE:
        shared["help"] = f"{shared['help']} Such as 2026\\-12\\-06."
    if choices:
        required = column.required
        return st.column_config.SelectboxColumn(
            column.header, options=choices, format_func=named, required=required, **shared
        )
    return st.column_config.TextColumn(column.header, **shared)


def _choices(
    memory: FactsMemory, sheet: Sheet, column: Column[Any]
) -> tuple[list[str] | None, Callable[[Any], str] | None]:
    """Return what a column offers, with whatever else stands in it already, and how each is called."""
    if sheet is layout.RULES and column.header == RULE.header:
        titles = {rule.key: rule.title for rule in RULES}
        return list(titles), lambda key: titles.get(key, str(key))
    known: list[Any] = list(column.choices) if column.among is None else _names_in(memory, column.among)
    if not known:
        return None, None
    there = [value for value in values_of(memory.tables[sheet], column.header) if value is not None]
    return [*dict.fromkeys(map(str, (*known, *there)))], _named(memory) if column.among is ID else None


def _names_in(memory: FactsMemory, column: Column[Any]) -> list[Any]:
    """Return what stands in a column of another sheet."""
    rows = next(rows for sheet, rows in memory.tables.items() if column in sheet.columns)
    return [value for value in values_of(rows, column.header) if value is not None]


def _named(memory: FactsMemory) -> Callable[[Any], str]:
    staff = memory.tables[layout.STAFF]
    names = dict(zip(values_of(staff, ID.header), values_of(staff, NAME.header), strict=True))
    return lambda who: f"{names[who]} ({who})" if names.get(who) else str(who)


def _faults_by_row(memory: FactsMemory, sheet: Sheet) -> dict[int, str]:
    """Return what is wrong in every row of a sheet, in sentences, by the row's number."""
    rows, told = memory.tables[sheet], dict[int, list[str]]()
    for fault in memory.faults:
        digits = fault.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if fault.sheet.casefold() == sheet.title.casefold() and digits:
            header = rows.header_at(fault.cell)
            said = f"{header}: {fault.problem}" if header else fault.problem
            told.setdefault(int(digits), []).append(f"{said}. {sentence(fault.remedy)}".rstrip())
    return {number: " ".join(said) for number, said in told.items()}


def _title(memory: FactsMemory, sheet: Sheet) -> str:
    faulty = sum(fault.sheet.casefold() == sheet.title.casefold() for fault in memory.faults)
    return f"{sheet.title} ({faulty} to mend)" if faulty else sheet.title


def _key(memory: FactsMemory, sheet: Sheet, key: str) -> str:
    return f"{key}-{sheet.title}-{memory.turn}-{memory.folds.get(sheet, 0)}"
