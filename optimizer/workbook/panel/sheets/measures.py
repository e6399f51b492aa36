"""The sheet Measures: what was counted month by month."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure
from optimizer.workbook.panel.sheets.managers import MANAGER
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import as_it_is, one_word, wholes
from optimizer.workbook.table.sheet import Codec, Column, Holds, Sheet
from optimizer.workbook.table.table import SheetRow

MOST = 1_000_000


def _first(source: PanelSource, value: Any) -> date:
    """Read a month by any day of it."""
    return source.within_ten_years(value).replace(day=1)


MONTH = Column("Month", "Any day of it.", Codec(_first, as_it_is, Holds.DATE), "month", required=True)
WHOM = Column("Manager", "The case manager's id. The whole panel when empty.", MANAGER, "manager", width=10)
WHAT = Column(
    "Measure",
    "; ".join(f"{measure} ({measure.about})" for measure in CaseMeasure) + ".",
    one_word(CaseMeasure, "measure"),
    "measure",
    required=True,
    width=24,
    choices=tuple(CaseMeasure),
)
NUMBER = Column("Number", "How many were so.", wholes(0, MOST), "number", required=True, width=9)
OF = Column("Of", "Of how many.", wholes(0, MOST), "of", required=True, width=9)
MEASURES = Sheet(
    "Measures",
    "What was counted month by month, one measure a row. It changes no assignment; the page Performance draws it over "
    "time, each case manager against their own median.",
    (MONTH, WHOM, WHAT, NUMBER, OF),
    of=MonthFigure,
)


def read_figures(source: PanelSource) -> tuple[MonthFigure, ...]:
    """Return what was counted month by month."""
    found: dict[tuple[date, CaseMeasure, str], MonthFigure] = {}
    for row in source.rows(MEASURES):
        for figure in _figure(row):
            key = figure.month, figure.measure, figure.manager
            if key in found:
                row.fault(WHAT, f"'{figure.measure}' stands twice for the same month and whom", "leave one of them")
            found[key] = figure
    return tuple(found.values())


def _figure(row: SheetRow) -> Iterator[MonthFigure]:
    facts, number, of = row.facts(), row[NUMBER], row[OF]
    if number is not None and of is not None and number > of:
        row.fault(NUMBER, f"{number} is more than the {of} that it is a part of", "mend one of them")
    if row.ok:
        yield MonthFigure(**facts)
