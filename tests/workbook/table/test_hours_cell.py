"""Hours as people type them."""

from datetime import time, timedelta

import pytest

from optimizer.workbook.table.hours_cell import hours_of
from optimizer.workbook.table.parse import UnreadableError


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [(10.75, 645), ("10:43", 643), (time(10, 43), 643), (timedelta(minutes=4501), 4501), ("75:01", 4501), ("8", 480)],
)
def test_hours_are_a_number_or_hours_and_minutes(typed, minutes):
    assert round(60 * hours_of(0, 400)(typed)) == minutes


@pytest.mark.parametrize("typed", ["10:75", "ten", "25:00", True])
def test_what_is_neither_or_too_much_is_refused(typed):
    with pytest.raises(UnreadableError):
        hours_of(0, 24)(typed)
