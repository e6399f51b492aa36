"""Pay periods by days, months and halves of months, and the hours that they owe."""

from datetime import date
from itertools import pairwise

import pytest

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.rules.hours.hours import HoursHigh, HoursLow
from tests.draw import amounts

JANUARY = {"first": date(2028, 1, 1), "last": date(2028, 1, 31)}
FEBRUARY = {"first": date(2028, 2, 1), "last": date(2028, 2, 29)}


@pytest.mark.parametrize(
    ("cycle", "first", "last", "ends"),
    [
        (PayCycle.MONTH, "2028-02-01", "2028-02-29", ["2028-02-29"]),
        (PayCycle.MONTH, "2028-01-20", "2028-02-03", ["2028-01-31", "2028-02-29"]),
        (PayCycle.TWICE, "2028-02-01", "2028-02-29", ["2028-02-15", "2028-02-29"]),
        (PayCycle.TWICE, "2028-12-10", "2029-01-01", ["2028-12-15", "2028-12-31", "2029-01-15"]),
        (PayCycle.DAYS, "2028-02-01", "2028-02-29", ["2028-02-14", "2028-02-28", "2028-03-13"]),
    ],
)
def test_pay_periods_follow_each_other_without_a_gap(cycle, first, last, ends):
    calendar = Calendar(date.fromisoformat(first), date.fromisoformat(last), pay_cycle=cycle)
    periods = calendar.pay_periods
    assert [str(period.last) for period in periods] == ends
    assert all((after.first - before.last).days == 1 for before, after in pairwise(periods))
    assert periods[0].first <= calendar.first


@pytest.mark.parametrize("days", [JANUARY, FEBRUARY])
def test_a_month_owes_its_hours_however_many_days_it_has(days):
    calendar = Calendar(**days, pay_cycle=PayCycle.MONTH, full_time=168 * 60)
    assert calendar.full_time_over(calendar.days) == 168 * 60


def test_by_the_weekday_a_month_of_21_owes_168_hours_and_one_of_23_owes_184():
    months = (JANUARY, FEBRUARY, {"first": date(2028, 3, 1), "last": date(2028, 3, 31)})
    calendars = [Calendar(**days, pay_cycle=PayCycle.MONTH, full_time_weekday=8 * 60) for days in months]
    assert [each.full_time_over(each.days) / 60 for each in calendars] == [168, 168, 184]


def test_contract_hours_are_those_of_the_half_month():
    half = {"pay_cycle": PayCycle.TWICE, "full_time": 80 * 60}
    picture = f"ann  {'L ' * 7}{'. ' * 8}"
    assert amounts(HoursHigh(), picture, calendar=half) == [4 * 60]
    assert amounts(HoursLow(), f"ann  {'L ' * 6}{'. ' * 9}", calendar=half) == [8 * 60]
    assert amounts(HoursLow(), f"ann  {'L ' * 6}{'. ' * 4}", calendar=half) == []
