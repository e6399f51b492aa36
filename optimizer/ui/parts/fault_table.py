"""Faults of a workbook as a table: where, what is wrong, what would be right."""

from collections.abc import Iterable, Mapping

import pandas as pd
import streamlit as st

from optimizer.ui.parts.plain import plain
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.table.unread import UnreadCells
from optimizer.workbook.unit.edit_table import SeenTable

HEADERS = ("Sheet", "Column", "Cell", "What is wrong", "What would be right")
WIDTHS = {"Sheet": 110, "Column": 130, "Cell": 60}


def show_faults(faults: Iterable[Fault], tables: Mapping[Sheet, SeenTable]) -> None:
    """Draw a table of faults, by sheet."""
    by_title = {sheet.title.casefold(): rows for sheet, rows in tables.items()}
    lines = [
        (fault.sheet, header_of(fault, by_title), fault.cell, sentence(fault.problem), sentence(fault.remedy))
        for fault in faults
    ]
    config = {header: st.column_config.Column(width=width) for header, width in WIDTHS.items()}
    st.dataframe(pd.DataFrame(lines, columns=HEADERS), hide_index=True, width="stretch", column_config=config)


def show_unread(unread: Iterable[UnreadCells]) -> None:
    """Say what stands in a workbook and is not read."""
    lines = [plain(str(each)) for each in unread]
    if lines:
        st.caption("  \n".join(("Not read:", *lines)))


def header_of(fault: Fault, by_title: Mapping[str, SeenTable]) -> str:
    """Return the header of the column that a fault is in, "" where that is unknown."""
    rows = by_title.get(fault.sheet.casefold())
    return rows.header_at(fault.cell) if rows else ""


def sentence(words: str) -> str:
    """Return words as a sentence."""
    if not words:
        return ""
    return f"{words[0].upper()}{words[1:]}{'' if words[-1] in '.?' else '.'}"
