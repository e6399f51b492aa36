import pytest

from optimizer.staffing.ledger.fatigue import risk, risks
from tests.draw import SHIFTS, draw

BY_CODE = {shift.code: shift for shift in SHIFTS}


def index(picture):
    unit, plan = draw(picture)
    return [round(each, 3) for each in risks(unit, tuple(sorted(pair.what for pair in plan)))]


def test_the_second_twelve_hour_night_after_enough_rest():
    assert round(risk(BY_CODE["M"], 2, 11 * 60), 3) == 1.750


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        ("ann  D D", [1, 1]),
        ("ann  E D", [1.18, 1.18]),  # 8 h of rest: three are missing
        ("ann  M M M M M", [1.651, 1.75, 1.932, 2.245, 2.245]),
        ("ann  M . M", [1.651, 1.651]),
        ("ann  N P L S", [1.3, 1.27, 1]),  # leave is no duty
    ],
)
def test_part_length_nights_in_a_row_and_missing_rest_multiply(picture, found):
    assert index(picture) == found
