"""From patients to hours and people, to the worked examples of the field."""

from datetime import date
from fractions import Fraction

import pytest

from optimizer.staffing.facts.care import NEUTRAL_SCALE, Care, CareTimes, Census, Level, Rounding
from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.need.acuity import (
    care_minutes,
    churn_minutes,
    people_for,
    ratio_need,
    relief_for,
    shift_shares,
)
from optimizer.staffing.need.ratio import no_law
from optimizer.staffing.need.rounding import whole_people
from tests.draw import MONDAY, draw

DAY_SHARE = Fraction(55, 100)


def census(patients, shift="L", **moves):
    return Census(When(), shift, patients, **moves)


def care(levels=NEUTRAL_SCALE, **times):
    return Care((), (), levels, CareTimes(**times))


def test_care_hours_and_people_of_ten_standard_and_five_high_patients():
    minutes = care_minutes(care(), census({3: 10, 4: 5}), DAY_SHARE)
    assert minutes == 77 * 60
    assert minutes * 75 / 100 == Fraction("57.75") * 60
    assert people_for(minutes, 75, CareTimes().productive_of(12 * 60)) == Fraction(77, 15)
    assert whole_people([Fraction(77, 15)], Rounding.EACH_UP) == [6]


def test_people_are_rounded_up_only_after_everything_is_added():
    parts = [people_for(Fraction(minutes), 100, Fraction(675)) for minutes in (675, 676, 0)]
    assert whole_people(parts, Rounding.EACH_UP) == [1, 2, 0]
    assert care_minutes(care(), census({1: 1}), Fraction(1, 3)) == 80


def test_productive_minutes_are_in_proportion_to_the_shift():
    assert CareTimes().productive_of(12 * 60) == 11 * 60 + 15
    assert CareTimes().productive_of(8 * 60) == 7 * 60 + 30


def test_admissions_discharges_and_transfers_take_their_minutes():
    busy = census({}, admissions=4, discharges=5, transfers_in=1, transfers_out=2)
    assert churn_minutes(CareTimes(), busy) == 547
    assert round(churn_minutes(CareTimes(), busy) / 60, 2) == 9.12
    assert care_minutes(care(), busy, DAY_SHARE) == 547
    assert churn_minutes(CareTimes(admission=90, discharge=30), busy) == 4 * 90 + 5 * 30 + 42 + 40


def test_a_nursing_activities_score_becomes_hours():
    """Oracle: NAS 66.2 makes 15.9 hours in 24; a point is 14.4 minutes."""
    scale = (Level(1, "NAS 66.2", round(66.2 * 14.4)),)
    assert round(float(care_minutes(care(scale), census({1: 1}), Fraction(1))) / 60, 1) == 15.9


@pytest.mark.parametrize(
    ("multiplier", "hours"), [("0.99", 4.35), ("1.39", 6.10), ("1.72", 7.55), ("1.97", 8.65), ("5.96", 26.17)]
)
def test_a_licensed_scale_of_posts_a_bed_can_be_typed_in_as_hours(multiplier, hours):
    """Oracle: posts x 37.5 h / 7 days / 1.22 uplift; only its check values are here, the scale is its owner's."""
    per_day = Fraction(multiplier) * Fraction("37.5") / 7 / Fraction("1.22")
    assert round(float(per_day), 2) == hours
    level = Level(1, "typed in", round(per_day * 60))
    assert abs(care_minutes(care((level,)), census({1: 30}), Fraction(1)) / 60 - 30 * per_day) < Fraction(1, 2)


@pytest.mark.parametrize(("people", "relief"), [(6, 1), (12, 1), (13, 2), (0, 0)])
def test_break_relief_is_rounded_up(people, relief):
    assert relief_for(people, 60, 720) == relief


def test_queensland_asks_for_seven_seven_and_four():
    def law(_kind, _day, part):
        return 7 if part is Part.NIGHT else 4

    parts = (Part.DAY, Part.EVENING, Part.NIGHT)
    assert [ratio_need(care(), census({2: 28}), MONDAY, part, law) for part in parts] == [7, 7, 4]


def test_california_by_kind_of_patient_and_from_its_day_on():
    since = date(2005, 1, 1)

    def law(kind, day, _part):
        return {"": 5 if day >= since else 6, "telemetry": 4, "critical_care": 2}[kind]

    scale = (Level(1, "standard", 480), Level(2, "monitored", 480, "telemetry"), Level(3, "icu", 960, "critical_care"))
    needs = [
        ratio_need(care(scale), census({level: n}), since, Part.DAY, law) for level, n in ((1, 23), (2, 23), (3, 11))
    ]
    assert needs == [5, 6, 6]
    assert ratio_need(care(scale), census({1: 23}), date(2004, 12, 31), Part.DAY, law) == 4
    mixed = census({1: 3, 3: 1})
    assert ratio_need(care(scale), mixed, since, Part.DAY, law) == 2  # beside an intensive patient only one other


def test_the_units_own_ratio_holds_where_it_is_stricter_and_may_differ_at_night():
    scale = (Level(1, "any", 480, most=5, most_at_night=6),)
    assert ratio_need(care(scale), census({1: 24}), MONDAY, Part.DAY, no_law) == 5
    assert ratio_need(care(scale), census({1: 24}), MONDAY, Part.NIGHT, no_law) == 4
    assert ratio_need(care(scale), census({1: 24}), MONDAY, Part.DAY, lambda *_: 4) == 6
    assert ratio_need(care(scale), census({1: 24}), MONDAY, Part.DAY, lambda *_: 6) == 5
    assert ratio_need(care(), census({1: 24}), MONDAY, Part.DAY, no_law) == 0


def shares(*labels, **percents):
    unit, _ = draw("ann  .")
    return shift_shares(unit, labels, {Part(part): percent for part, percent in percents.items()})


def test_a_day_is_shared_as_usual_or_as_the_unit_says():
    assert shares("L", "M") == {"L": Fraction(55, 100), "M": Fraction(45, 100)}
    assert shares("D", "E", "N") == {"D": Fraction(40, 100), "E": Fraction(34, 100), "N": Fraction(26, 100)}
    assert shares("L", "M", day=60, night=40) == {"L": Fraction(60, 100), "M": Fraction(40, 100)}
    assert shares("L") == {"L": Fraction(1, 2)}


def test_windows_of_one_part_of_the_day_share_it_by_their_length():
    found = shares("07:00-15:00", "15:00-19:00", "19:00-23:00", "23:00-07:00")
    assert found["15:00-19:00"] == found["19:00-23:00"] == Fraction(17, 100)
    assert sum(found.values()) == 1
