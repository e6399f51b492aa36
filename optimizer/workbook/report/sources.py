"""Writes where every needed number comes from."""

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.need.need_source import NeedSource, need_sources
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put, widths

HEADERS = (
    "Date", "Shift", "Role", "Minimum", "Target", "Maximum", "Comes from", "Patients", "Care hours of the shift",
    "By ratio", "By acuity", "By direct HPPD", "Unit minimum", "Break relief", "Computed minimum", "Computed target",
)  # fmt: skip


def write_need_sources(sheet: Worksheet, unit: Unit) -> None:
    """Write a line for every day, shift and role: the number in force, what it comes from, and how it was computed.

    The computed target is the most of ratio, acuity, HPPD and unit minimum, each rounded up, with break relief added.
    """
    style.header(sheet, 1, [*HEADERS])
    sources = need_sources(unit)
    for row, source in enumerate(sources, start=2):
        for column, value in enumerate(_values(source), start=1):
            put(sheet, row, column, value)
    sheet.auto_filter.ref = f"A1:P{max(2, len(sources) + 1)}"
    widths(sheet, (12, 14, 12, 9, 9, 9, 32, *[10] * 9))
    style.printable(sheet, title_rows="1:1", wide=True)


def _values(source: NeedSource) -> tuple[object, ...]:
    used, working = source.used, source.working
    shown = (source.day, used.shift, used.role, used.minimum, used.target, used.maximum, source.origin)
    if working is None:
        return shown
    care = round(float(working.care) / 60, 2)
    steps = (working.ratio, working.acuity, working.hppd, working.least, working.relief)
    return (*shown, working.patients, care, *steps, working.minimum, working.target)
