from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod, MostHoursInPeriod
from tests.draw import amounts, day, findings, says


def test_exactly_the_most_hours_are_fine_and_every_minute_beyond_is_charged():
    assert amounts(MostHoursInPeriod(limit=20 * 60), "ann  D . L .") == []
    assert amounts(MostHoursInPeriod(limit=20 * 60), "ann  L . L .") == [4 * 60]


def test_exactly_the_fewest_hours_are_fine_and_every_minute_missing_is_charged():
    assert amounts(FewestHoursInPeriod(limit=20 * 60), "ann  D . L .") == []
    assert amounts(FewestHoursInPeriod(limit=20 * 60), "ann  D . D .") == [4 * 60]


def test_paid_leave_and_education_count_their_hours_and_on_call_none():
    assert amounts(MostHoursInPeriod(limit=16 * 60), "ann  D P S") == [8 * 60]
    assert amounts(FewestHoursInPeriod(limit=16 * 60), "ann  D C") == [8 * 60]


def test_only_the_plan_counts_and_all_of_it_whatever_the_pay_periods_are():
    weekly = {"pay_period_days": 7}
    assert amounts(MostHoursInPeriod(limit=8 * 60), "ann  D D | D .") == []
    assert amounts(FewestHoursInPeriod(limit=8 * 60), "ann  D D | . .") == [8 * 60]
    assert amounts(MostHoursInPeriod(limit=8 * 60), "ann  D . . . . . .  D . .", calendar=weekly) == [8 * 60]


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    assert amounts(MostHoursInPeriod(limit=0, to=("not PT",)), "ann  . \n ben  D", part_time) == []
    assert amounts(FewestHoursInPeriod(limit=60, to=("not PT",)), "ann  D \n ben  .", part_time) == []


def test_the_sentences_name_person_period_and_hours():
    assert says(MostHoursInPeriod(limit=8 * 60), "ann  D . L") == [
        "Ann has 20 h paid in the period from Mon 1 Jun to Wed 3 Jun; it should be 8 h at most."
    ]
    assert says(FewestHoursInPeriod(limit=12 * 60), "ann  D . .") == [
        "Ann has 8 h paid in the period from Mon 1 Jun to Wed 3 Jun; it should be 12 h or more."
    ]


def test_every_week_and_any_two_weeks_have_hours_of_their_own():
    weekly, weeks = {"week_start": 0}, "ann  D D . . . . .  D . . . . . .  L"
    assert amounts(MostHoursInPeriod(limit=10 * 60, span="week"), weeks, calendar=weekly) == [6 * 60, 2 * 60]
    assert amounts(MostHoursInPeriod(limit=20 * 60, span="2 weeks"), weeks, calendar=weekly) == [4 * 60]
    assert amounts(FewestHoursInPeriod(limit=16 * 60, span="week"), weeks, calendar=weekly) == [8 * 60]


def test_a_day_of_leave_may_count_hours_unless_something_is_entered_on_it():
    off = {"requests": (Request("ann", Wish.OFF, day(1), day(1), approved=True),)}
    assert amounts(MostHoursInPeriod(limit=15 * 60, leave=8 * 60), "ann  D .", **off) == [60]
    assert amounts(FewestHoursInPeriod(limit=16 * 60, leave=8 * 60), "ann  D .", **off) == []
    assert amounts(MostHoursInPeriod(limit=16 * 60, leave=8 * 60), "ann  D P", **off) == []
    assert says(MostHoursInPeriod(limit=15 * 60, leave=8 * 60), "ann  D .", **off) == [
        "Ann has 16 h paid in the period from Mon 1 Jun to Tue 2 Jun; it should be 15 h at most."
    ]


def test_whole_hours_alone_may_be_charged():
    assert amounts(MostHoursInPeriod(limit=7 * 60 + 1, parts="whole hours"), "ann  D") == []
    (finding,) = findings(MostHoursInPeriod(limit=6 * 60 + 30, parts="whole hours"), "ann  D")
    assert finding.rule.units(finding.amount) == 1
    (finding,) = findings(FewestHoursInPeriod(limit=9 * 60 + 30, parts="whole hours"), "ann  D")
    assert finding.rule.units(finding.amount) == 1
