"""Rules about time in the nights in which clocks change: New York, 1 November and 8 March 2026."""

from datetime import date

import pytest

from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.rules.hours.average_hours import AverageHours
from optimizer.staffing.rules.hours.hours import Overtime, WeeklyHours
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch, RestAfterStretch
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from optimizer.staffing.rules.sequence.forward_rotation import ForwardRotation
from tests.draw import amounts, says

BACK, FORWARD = date(2026, 10, 31), date(2026, 3, 7)
PAID = {"people": {"ann": {"pay_class": "RN"}}, "pay": {"RN": PayClass(40_00, "8-80")}}


@pytest.mark.parametrize(
    ("rule", "picture", "none", "back", "forward"),
    [
        (MostHoursIn24(limit=12 * 60), "ann  M . .", [], [60], []),
        (MostHoursIn24(limit=10 * 60), "ann  M . .", [120], [180], [60]),
        (Overtime(), "ann  M . .", [4 * 60], [5 * 60], [3 * 60]),
        (WeeklyHours(limit=12 * 60), "ann  M . .", [], [60], []),
        (WeeklyHours(limit=12 * 60), "ann  . M .", [], [], []),
        (MostHoursAtAStretch(limit=12 * 60), "ann  M . .", [], [60], []),
        (Rest(limit=13 * 60), "ann  M M .", [60], [60], [60]),
        (Rest(limit=24 * 60), "ann  M . D", [], [], []),
        (Rest(limit=17 * 60), "ann  D D .", [60], [], [120]),
        (RestAfterStretch(limit=26 * 60, after=12 * 60), "ann  M . L", [120], [120], []),
        (RecoveryAfterNights(limit=25 * 60, nights=1), "ann  . M . D", [60], [60], [60]),
        (ForwardRotation(limit=0), "ann  D D D", [], [], []),
        (AverageHours(limit=12 * 60), "ann  M . .", [], [60], []),
    ],
)  # fmt: skip
def test_hours_that_pass_are_counted(rule, picture, none, back, forward):
    for first, zone, expected in ((BACK, "", none), (BACK, "America/New_York", back),
                                  (FORWARD, "America/New_York", forward)):  # fmt: skip
        found = amounts(rule, picture, **PAID, first=first, calendar={"time_zone": zone, "week_start": 5})
        assert found == expected, zone


def test_a_rest_across_the_change_is_an_hour_shorter_in_spring():
    new_york, rest = {"time_zone": "America/New_York"}, Rest(limit=16 * 60)
    assert amounts(rest, "ann  D D .", first=BACK, calendar=new_york) == []
    assert amounts(rest, "ann  D D .", first=FORWARD, calendar=new_york) == [60]


def test_after_the_change_days_are_again_as_long_as_they_were():
    new_york = {"time_zone": "America/New_York"}
    assert amounts(Rest(limit=17 * 60), "ann  . . D D | D D D", first=FORWARD, calendar=new_york) == [60, 120, 60]
    assert amounts(WeeklyRest(limit=48 * 60), "ann  D D . . D D D D", first=BACK, calendar=new_york) == []


def test_the_sentence_has_the_hours_that_pass():
    (said,) = says(MostHoursIn24(), "ann  M . .", first=BACK, calendar={"time_zone": "America/New_York"})
    assert said == "Ann works 13 h in the 24 h up to the end of the duty on Sat 31 Oct; it should be 12 h at most."
