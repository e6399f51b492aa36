"""Panels for the commands."""

import pytest

from optimizer.workbook.panel.template import example_panel
from optimizer.workbook.panel.write import write_panel
from tests.cli.caseload.shell import TODAY
from tests.read_samples import light_panel


@pytest.fixture
def example(tmp_path):
    write_panel(tmp_path / "panel.xlsx", example_panel(TODAY))
    return tmp_path / "panel.xlsx"


@pytest.fixture(scope="session")
def light(tmp_path_factory):
    """Return the path of the sample with less dispensing, for commands that tell nothing of it."""
    path = tmp_path_factory.mktemp("light") / "panel.xlsx"
    path.write_bytes(light_panel())
    return path
