"""The sheets that were dropped, one of them drawn as it is with what was understood."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from optimizer.staffing.facts.words import count, percent
from optimizer.ui.confirm.component import draw_sheet
from optimizer.ui.confirm.confirmed import Confirming
from optimizer.ui.confirm.drawn_sheet import DrawnSheet
from optimizer.ui.confirm.dropped import ReadFile
from optimizer.ui.confirm.marks import marks_of
from optimizer.ui.parts.plain import plain
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.sheet import RawSheet

KEY = "import sheet"
FEW = 6
"""Up to how many sheets are tabs; more are a list."""


class OwnPage(NamedTuple):
    """A sheet of a file."""

    file: ReadFile
    sheet: RawSheet

    @property
    def tables(self) -> Sequence[Table]:
        """Return what was found on it."""
        return [table for table in self.file.proposal.tables if table.sheet == self.sheet.title]


def draw_own_sheets(confirming: Confirming) -> None:
    """Draw one sheet, and what there is to choose it by."""
    pages = pages_of(confirming)
    if not pages:
        return
    names = [_name(page, alone=len(confirming.files.files) == 1) for page in pages]
    page = pages[_choose(confirming, pages, names)]
    st.caption(plain(_found(page)))
    now = confirming.now
    tables = now.tables_of(page.file)
    marks = marks_of(page.sheet, tables, page.file.proposal.left_out, now.meant)
    draw_sheet(DrawnSheet(names[pages.index(page)], page.sheet, marks), f"{KEY} drawn {confirming.digest[:8]}")


def pages_of(confirming: Confirming) -> list[OwnPage]:
    """Return every sheet that holds something, in the order of the files."""
    return [
        OwnPage(file, sheet)
        for file in confirming.files.files
        for sheet in file.sheets
        if any(True for _ in sheet.filled())
    ]


def _choose(confirming: Confirming, pages: Sequence[OwnPage], names: Sequence[str]) -> int:
    """Return the number of the sheet to draw, at first that with most duties."""
    most = max(range(len(pages)), key=lambda at: sum(len(table.facts) for table in pages[at].tables))
    key, at = f"{KEY} {confirming.digest[:8]}", range(len(pages))
    if len(pages) == 1:
        return 0
    if len(pages) > FEW:
        return st.selectbox("Sheet", at, index=most, format_func=names.__getitem__, key=key, width=420)
    chosen = st.segmented_control("Sheet", at, default=most, format_func=names.__getitem__, key=key)
    return most if chosen is None else chosen


def _name(page: OwnPage, *, alone: bool) -> str:
    title, file = page.sheet.title, page.file.given.name
    return file if title is None else title if alone else f"{file}, {title}"


def _found(page: OwnPage) -> str:
    """Return what was found on a sheet, a sentence for each table."""
    if not page.tables:
        return "No table was made out on this sheet."
    return "  \n".join(_said(table) for table in page.tables)


def _said(table: Table) -> str:
    parts = [
        f"{KINDS.get(table.kind, table.kind)} in {table.range}",
        *([count(len(table.people), "person", "people")] if table.people else []),
        *([count(table.days, "day")] if table.days else []),
        *([f"{table.first} to {table.last}"] if table.first and table.last else []),
    ]
    return f"{', '.join(parts)}. {percent(table.confidence, 0)} sure: {table.why}."


KINDS = {
    "grid": "People by days",
    "transposed": "Days by people or duties",
    "calendar": "A calendar",
    "list": "A list of duties",
    "requests": "Requests",
    "staff": "A list of staff",
    "demand": "Needs",
    "census": "Counts of patients",
    "shifts": "A list of shifts",
    "rules": "A list of rules",
}
"""What kinds of table are called."""
