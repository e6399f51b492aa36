"""Shifts and trends of a run chart, exactly at their length and one short of it.

Rules as NAHQ's "run chart rules" state them, read on 28 November 2026.
"""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from optimizer.caseload.months import after_months
from optimizer.summary.run_chart import RunPoint, run_chart, signals_text

JANUARY = date(2026, 1, 1)


def chart(*values):
    return run_chart(RunPoint(after_months(JANUARY, place), Fraction(value)) for place, value in enumerate(values))


def found(signals):
    return [(signal.days[0].month, len(signal.days), signal.up) for signal in signals]


@pytest.mark.parametrize(
    ("values", "shifts"),
    [
        ((1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9), [(1, 6, False), (7, 6, True)]),
        ((1, 2, 1, 2, 1, 8, 9, 8, 9, 8), []),
        ((1, 2, 5, 1, 2, 1, 2, 8, 9, 5, 8, 9, 8, 9), [(1, 6, False), (8, 6, True)]),
        ((1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9), []),
        ((5, 5, 5, 5, 5, 5, 5), []),
    ],
)
def test_six_in_a_row_on_one_side_of_the_median_are_a_shift_and_points_on_it_do_not_count(values, shifts):
    assert found(chart(*values).shifts) == shifts


@pytest.mark.parametrize(
    ("values", "trends"),
    [
        ((3, 1, 2, 3, 4, 5, 2), [(2, 5, True)]),
        ((3, 1, 2, 3, 4, 2), []),
        ((3, 1, 2, 2, 3, 4, 5, 2), [(2, 5, True)]),
        ((1, 9, 7, 5, 3, 2), [(2, 5, False)]),
        ((1, 2, 3, 4, 5), [(1, 5, True)]),
        ((4,), []),
    ],
)
def test_five_in_a_row_that_rise_or_fall_are_a_trend_and_equal_ones_count_once(values, trends):
    assert found(chart(*values).trends) == trends


def test_the_median_is_of_the_points_in_whatever_order_they_come():
    points = [RunPoint(after_months(JANUARY, place), Fraction(value)) for place, value in enumerate((4, 1, 3, 2))]
    made = run_chart(reversed(points))
    assert made.median == Fraction(5, 2)
    assert [point.value for point in made.points] == [4, 1, 3, 2]
    assert run_chart([]) is None


def test_periods_that_begin_within_months_are_called_by_their_first_days():
    weeks = [RunPoint(JANUARY + timedelta(days=14 * place), Fraction(value)) for place, value in enumerate(range(5))]
    assert signals_text(run_chart(weeks)).startswith("median 2 % of 5; trend: 5 rising, 2026-01-01 to 2026-02-26")


def test_what_is_told_says_when_there_is_too_little_to_tell():
    assert signals_text(chart(90, 80, 85)) == "median 85 % of 3; too few to tell more than chance; that takes 6"
    assert signals_text(chart(1, 9, 2, 8, 1, 9)) == "median 5 % of 6; nothing beyond chance"
    assert "shift: 6 above it, 2026-07 to 2026-12" in signals_text(chart(1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9))


def test_five_that_rise_are_a_trend_and_not_too_few():
    assert "too few" not in signals_text(chart(1, 2, 3, 4, 5))
    assert signals_text(chart(1, 2, 3, 4, 5)).count("trend: 5 rising") == 1
