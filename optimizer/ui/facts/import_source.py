"""What can be opened on the page Import besides somebody's own workbook: the samples, and an example to fill."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

from optimizer import installed
from optimizer.staffing.policy import default_policy
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.unit.read import Contents
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit

TITLES: Mapping[str, str] = {
    "unit-small.xlsx": "A small unit",
    "unit-medsurg.xlsx": "A medical-surgical unit",
    "unit-icu.xlsx": "An intensive care unit",
    "unit-perioperative.xlsx": "Operating rooms with calls after the day, a rotation and a clock change",
    "unit-clash.xlsx": "A unit with a request that clashes with its rules",
    "unit-shortage.xlsx": "A unit that is short of staff",
    "unit-faulty.xlsx": "A workbook with twenty faults, to see how they are mended",
    "panel-small.xlsx": "Caseloads: six case managers with 120 patients",
    "panel-large.xlsx": "Caseloads: 40 case managers with 3,000 patients",
}


def samples() -> dict[str, Path]:
    """Return the samples, by what they are called."""
    return {title: installed.samples() / name for name, title in TITLES.items()}


def template() -> bytes:
    """Return the workbook to fill: an invented unit that is small enough to be replaced row by row."""
    file = BytesIO()
    write_unit(file, example_unit(date.today()), default_policy(), scenarios=example_scenarios())
    return file.getvalue()


def panel_template() -> bytes:
    """Return the workbook of a panel to fill: three invented case managers with eight patients."""
    file = BytesIO()
    write_panel(file, example_panel(date.today()))
    return file.getvalue()


def understood(contents: Contents) -> bytes:
    """Return a workbook of our own that holds what could be read of another."""
    file = BytesIO()
    write_unit(file, contents.unit, contents.policy, contents.plan, contents.scenarios, contents.notes)
    return file.getvalue()
