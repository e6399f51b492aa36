"""Large files are read first where they can take no more than their share."""

import pytest

from optimizer.workbook import taste as tasting
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.taste import taste
from tests.paths import SAMPLES

PANEL = (SAMPLES / "panel-small.xlsx").read_bytes()


def test_a_file_that_can_be_read_passes_and_so_does_one_with_faults(monkeypatch):
    monkeypatch.setattr(tasting, "LARGE", 0)
    taste(PANEL, "panel.xlsx")
    taste((SAMPLES / "unit-faulty.xlsx").read_bytes(), "unit.xlsx")
    taste(b"no workbook", "unit.xlsx")


def test_one_that_takes_too_long_is_a_sentence(monkeypatch):
    monkeypatch.setattr(tasting, "LARGE", 0)
    monkeypatch.setattr(tasting, "MOST_SECONDS", 0.05)
    with pytest.raises(FaultyWorkbookError, match="more memory or time"):
        taste(PANEL, "panel.xlsx")


def test_one_that_takes_too_much_memory_is_a_sentence(monkeypatch):
    monkeypatch.setattr(tasting, "LARGE", 0)
    monkeypatch.setattr(tasting.sys, "executable", _starved())
    with pytest.raises(FaultyWorkbookError, match="more memory or time"):
        taste(PANEL, "panel.xlsx")


def _starved():
    """Return a program that ends as one does that is refused memory."""
    return "false"


def test_a_small_file_is_read_at_once(monkeypatch):
    monkeypatch.setattr(tasting.sys, "executable", _starved())
    taste((SAMPLES / "unit-small.xlsx").read_bytes(), "unit.xlsx")
