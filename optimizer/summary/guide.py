"""The chapters of the guide, with what the program itself knows in their places: its sheets, rules and samples."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from optimizer.caseload.policy import RULES as PANEL_RULES
from optimizer.guide import chapter_text
from optimizer.installed import SAMPLES, samples_as_typed
from optimizer.planning.rule import Rule
from optimizer.staffing.policy import RULES as UNIT_RULES
from optimizer.workbook.hospital import sheets as sheets_hospital
from optimizer.workbook.panel import layout as layout_panel
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout


def chapter(name: str) -> str:
    """Return a chapter of the guide as Markdown, whole."""
    text = chapter_text(name)
    for place, fill in PLACES.items():
        if place in text:
            text = text.replace(place, fill())
    return text


def _sheets(sheets: Iterable[Sheet]) -> str:
    return "\n".join(_sheet(sheet) for sheet in sheets)


def _sheet(sheet: Sheet) -> str:
    columns = "".join(f"- *{column.header}*: {column.about}\n" for column in sheet.columns)
    return f"### {sheet.title}\n\n{sheet.about}\n\n{columns}"


def _rules(rules: Iterable[type[Rule[Any]]]) -> str:
    return "\n".join(f"- **{rule.title}** (`{rule.key}`): {rule.in_general(quote='*')}" for rule in rules)


PLACES: Mapping[str, Callable[[], str]] = {
    "{{unit sheets}}": lambda: _sheets(layout.SHEETS),
    "{{panel sheets}}": lambda: _sheets(layout_panel.SHEETS),
    "{{hospital sheets}}": lambda: _sheets(sheets_hospital.SHEETS),
    "{{unit rules}}": lambda: _rules(UNIT_RULES),
    "{{panel rules}}": lambda: _rules(PANEL_RULES),
    SAMPLES: samples_as_typed,
}
