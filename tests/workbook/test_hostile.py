"""Cells of any type in any place, as no person would leave them: faults or figures, and never a traceback."""

from datetime import datetime
from io import BytesIO

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from optimizer.cli import main
from optimizer.staffing.policy import default_policy
from optimizer.workbook.panel import layout as layout_panel
from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.template import example_scenarios, example_unit
from optimizer.workbook.unit.write import write_unit
from tests.workbook.books import saved, with_many_digits
from tests.workbook.values import OF_ANY_TYPE

DAY = datetime(2026, 12, 6).date()
VALUES = st.sampled_from(OF_ANY_TYPE)
UNIT = ["check"], ["score"]
PANEL = ["caseload", "check"], ["caseload", "contacts"]


def unit(file):
    write_unit(file, example_unit(DAY), default_policy(), scenarios=example_scenarios())


def panel(file):
    write_panel(file, example_panel(DAY))


@pytest.mark.parametrize(
    ("write", "titles", "commands"), [(unit, layout.READ, UNIT), (panel, layout_panel.READ, PANEL)]
)
def test_cells_of_any_type_bring_no_command_down(write, titles, commands, tmp_path):
    empty = BytesIO()
    write(empty)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def holds(data):
        book = load_workbook(BytesIO(empty.getvalue()))
        for _ in range(data.draw(st.integers(1, 4))):
            sheet = book[data.draw(st.sampled_from([title for title in titles if title in book.sheetnames]))]
            row, column = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 16))
            sheet.cell(row, column).value = data.draw(VALUES)
        path = tmp_path / "book.xlsx"
        path.write_bytes(with_many_digits(saved(book)))
        for command in commands:
            result = CliRunner().invoke(main, [*command, str(path)])
            assert result.exception is None or isinstance(result.exception, SystemExit), result.exception

    holds()
