"""How a hospital's report is kept: as JSON, its tables as rows of a title, a number format and values."""

import json
from collections.abc import Sequence
from typing import Any

from optimizer.scenarios.hospital.report import HospitalReport
from optimizer.workbook.report.comparison import ComparisonLine

WORDS, TABLES = ("name", "ended", "gains"), ("units", "pool", "people", "whole")


def report_text(report: HospitalReport) -> str:
    """Return a report as JSON."""
    words = {name: getattr(report, name) for name in WORDS}
    return json.dumps({**words, **{name: _rows(getattr(report, name)) for name in TABLES}}, ensure_ascii=False)


def read_report(text: str) -> HospitalReport:
    """Return the report that JSON holds."""
    found = json.loads(text)
    tables = {name: tuple(map(_line, found[name])) for name in TABLES}
    return HospitalReport(found["name"], found["ended"], tuple(found["gains"]), **tables)


def _rows(lines: Sequence[ComparisonLine]) -> list[Any]:
    return [[line.title, line.form, line.values] for line in lines]


def _line(row: Sequence[Any]) -> ComparisonLine:
    title, form, values = row
    return ComparisonLine("", title, form, tuple(values))
