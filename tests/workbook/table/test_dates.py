"""A text that can stand for one day is that day; one that may stand for two is told."""

from datetime import date

import pytest

from optimizer.workbook.table.dates import days_meant, like_a_date

DAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    "written",
    ["29 Nov 2026", "29-Nov-26", "Nov 29, 2026", "Sunday, November 29, 2026", "Sun 29 Nov 2026", "29th november 2026",
     "11/29/2026", "29.11.2026", "29/11/2026", "2026/11/29", "2026-11-29 00:00:00", "11/29\n/2026", "2026.11.29"],
)  # fmt: skip
def test_what_can_be_one_day_is_that_day(written):
    assert days_meant(written) == (DAY,)
    assert like_a_date(written)


def test_what_may_be_two_days_is_both():
    assert days_meant("11/12/2026") == (date(2026, 11, 12), date(2026, 12, 11))
    assert days_meant("11/11/2026") == (date(2026, 11, 11),)


@pytest.mark.parametrize(
    "written", ["29 Nov", "Sun 29", "31 Feb 2026", "13/13/2026", "11/29/26", "0/0/0000", "Hours", ""]
)
def test_what_says_no_day_is_none(written):
    assert days_meant(written) == ()


def test_a_header_of_ones_own_is_not_like_a_date():
    assert not any(map(like_a_date, ("Phone", "Week 1 hours", "Total 4w", "Marks", "Maybe")))
    assert like_a_date("11/31")
