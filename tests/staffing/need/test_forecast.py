"""The census to expect from the same weekdays before."""

from datetime import timedelta

import pytest

from optimizer.staffing.facts.care import Care, Census, CensusFrom
from optimizer.staffing.facts.demand import When
from optimizer.staffing.need.forecast import census_in_force, forecast, half_up, nearest_rank
from tests.draw import MONDAY

MONDAYS = [MONDAY - timedelta(weeks=n) for n in range(10, 0, -1)]


def on_mondays(*counts, level=3):
    return tuple(Census(When(day=day), "D", {level: n}, admissions=n % 3) for day, n in zip(MONDAYS, counts))  # noqa: B905


def care(history, census_from, census=()):
    return Care(census, (), history=history, census_from=census_from)


@pytest.mark.parametrize(
    ("number", "percent", "place"), [(10, 80, 8), (10, 90, 9), (5, 80, 4), (5, 90, 5), (1, 80, 1), (3, 90, 3)]
)
def test_the_nearest_rank(number, percent, place):
    assert nearest_rank(number, percent) == place


@pytest.mark.parametrize(
    ("census_from", "patients"), [(CensusFrom.MEAN, 19), (CensusFrom.EIGHTY, 21), (CensusFrom.NINETY, 24)]
)
def test_mean_and_percentiles_of_the_same_weekday(census_from, patients):
    (found,) = forecast(care(on_mondays(20, 12, 24, 18, 19, 21, 17, 16, 20, 26), census_from))
    assert found.when == When(weekdays=frozenset({0}))
    assert found.patients == {3: patients}


def test_a_percentile_takes_all_numbers_of_one_day_ranked_by_care():
    light, heavy = Census(When(day=MONDAYS[0]), "D", {1: 20}, 5), Census(When(day=MONDAYS[1]), "D", {5: 6}, 1)
    (found,) = forecast(care((heavy, light), CensusFrom.NINETY))
    assert (found.patients, found.admissions) == ({5: 6}, 1)


def test_the_mean_rounds_half_a_patient_up():
    assert [half_up(numbers) for numbers in ((1, 2), (1, 1, 2), (0,), (2, 3, 3))] == [2, 1, 0, 3]


def test_weekdays_and_shifts_are_forecast_apart():
    tuesday = Census(When(day=MONDAYS[0] + timedelta(days=1)), "D", {3: 9})
    night = Census(When(day=MONDAYS[0]), "N", {3: 5})
    found = forecast(care((*on_mondays(20), tuesday, night), CensusFrom.MEAN))
    assert {(min(c.when.weekdays), c.shift): c.total for c in found} == {(0, "D"): 20, (0, "N"): 5, (1, "D"): 9}


def test_what_is_typed_in_for_a_date_or_holidays_still_holds():
    typed = tuple(Census(when, "D", {3: 1}) for when in (When(), When(holidays=True), When(day=MONDAY)))
    ranks = [c.when.rank for c in census_in_force(care(on_mondays(20), CensusFrom.MEAN, typed))]
    assert ranks == [1, 2, 3]
    assert census_in_force(care(on_mondays(20), CensusFrom.SHEET, typed)) == typed
