"""A limit is put into words by what it is counted in."""

import pytest

from optimizer.planning.measure import DOLLARS, HOURS, HOURS_OF_TOLERANCE, number_of, percent_of


@pytest.mark.parametrize(
    ("measure", "limit", "said"),
    [
        (HOURS, 60, "1 hour"), (HOURS, 11 * 60, "11 hours"), (HOURS_OF_TOLERANCE, 30, "0.5 hours"),
        (DOLLARS, 1_234_50, "$1,234.50"), (percent_of("the people", "percent of the shift"), 50, "50 % of the people"),
        (number_of("day off", "days off", "days"), 1, "1 day off"), (number_of("duty", "duties"), 0, "0 duties"),
    ],
)  # fmt: skip
def test_one_is_one_and_others_are_many(measure, limit, said):
    assert measure.say(limit) == said


def test_a_sheet_calls_a_measure_by_its_title():
    assert HOURS_OF_TOLERANCE.title == "hours of tolerance"
    assert (number_of("duty", "duties").title, number_of("duty", "duties", "days").title) == ("duties", "days")
