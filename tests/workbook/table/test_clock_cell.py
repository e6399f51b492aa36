"""Times of day as cells hold them."""

from datetime import date, datetime, time, timedelta

import pytest

from optimizer.workbook.table.clock_cell import minute_of_day
from optimizer.workbook.table.parse import UnreadableError


@pytest.mark.parametrize(
    ("value", "minute"),
    [
        (time(19, 0), 1140), (datetime(1900, 1, 1, 19), 1140), (datetime(1899, 12, 31, 19), 1140), (0.7916666667, 1140),
        (datetime(2026, 12, 6, 19), 1140), (timedelta(hours=19), 1140), (1900, 1140), (19, 1140), ("7p", 1140),
        (0.25, 360), (datetime(1900, 1, 1), 0), (46362.25, 360), (1.0, 1440),
    ],
)  # fmt: skip
def test_a_cell_that_can_be_one_time_is_that_time(value, minute):
    assert minute_of_day(value) == minute


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (7, "'7' may be 07:00 or 19:00"), (19.3, "'19.3' may be 19:18 or 19:30"), ("7,5", "may be 07:30 or 07:50"),
        (datetime(2026, 7, 7), "is not a time of day"), (date(2026, 7, 7), "is not a time of day"), (True, "is not"),
        (timedelta(hours=40), "is not a time of day"),
    ],
)  # fmt: skip
def test_one_that_can_be_several_or_none_is_refused(value, told):
    with pytest.raises(UnreadableError, match=told):
        minute_of_day(value)
