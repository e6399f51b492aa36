"""What is told of a hospital's plan is kept as it was, and what the next dollar buys is read off plans at budgets."""

from datetime import timedelta

from optimizer.planning.pair import Pair
from optimizer.planning.score import Score
from optimizer.scenarios.hospital.next_dollar import next_dollars
from optimizer.scenarios.hospital.report import HospitalReport, report_of
from optimizer.scenarios.hospital.report_text import read_report, report_text
from optimizer.scenarios.hospital.solve import HospitalOutcome
from optimizer.scenarios.hospital.told import HospitalAccount
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.whole import members_with_guests
from optimizer.workbook.report.comparison import HOURS, MONEY, TEXT, ComparisonLine
from tests.samples.hospitals import FIRST, tiny


def uncovered(pay, **hours):
    codes, values = (*hours, "All"), (*hours.values(), sum(hours.values()))
    units = (ComparisonLine("", "Unit", TEXT, codes), ComparisonLine("", "Uncovered hours", HOURS, values))
    return HospitalReport("x", "x", (), units, (), (), (ComparisonLine("", "Wages, $", MONEY, (pay,)),))


def column(lines, title):
    return next(line.values for line in lines if line.title == title)


def report_with(facts, budget, plan):
    outcome = HospitalOutcome(members_with_guests(facts), plan, Score(0, 0), 0, {}, 1.0)
    return report_of(facts.name, budget, HospitalAccount(outcome))


def test_a_report_tells_cover_and_who_floats_where_and_comes_back_from_its_text():
    facts = tiny(1, days=3, people=2, floating=2)
    who, unit = facts.orientations[0].who, facts.orientations[0].unit
    plan = frozenset({Pair(f"Float:{who}", Duty(FIRST, f"{unit}:D", "RN"))})
    report = report_with(facts, 5_000_00, plan)
    assert read_report(report_text(report)) == report
    assert column(report.pool, unit)[0] == 1
    assert column(report.people, unit)[:2] == (who, "")
    assert 0 < column(report.units, "Cover")[-1] < 1
    assert column(report.whole, "Budget, $") == (5_000,)
    assert [title for title, *_ in report.tables()] == ["Units", "Float pool by day"]  # and no ids


def test_what_the_pool_is_paid_for_is_in_its_row_alone_and_once_in_the_sum_of_all():
    facts = tiny(1, days=7, people=2, floating=2)
    who, unit = facts.orientations[0].who, facts.orientations[0].unit
    days = [FIRST + timedelta(days=number) for number in range(5)]
    report = report_with(facts, None, frozenset(Pair(f"Float:{who}", Duty(day, f"{unit}:D", "RN")) for day in days))
    assert column(report.units, "Float duties") == (5, 0, 0, 5)
    assert column(report.units, "Paid hours") == (0, 0, 60, 60)
    assert column(report.units, "Overtime hours") == (0, 0, 20, 20)
    assert column(report.whole, "Overtime hours") == (20,)


def test_pay_and_the_next_dollar_are_read_off_reports_as_they_are_made():
    facts = tiny(1, days=3, people=2, floating=2)
    one, other = (report_with(facts, budget, frozenset()) for budget in (100_00, 200_00))
    assert (one.pay, one.uncovered) == (0, column(one.units, "Uncovered hours")[-1])
    assert next_dollars([(100_00, one), (200_00, other)]) == [
        "At $100 only $0 is spent: that budget holds nobody back, and more buys nothing."
    ]


def test_the_next_dollar_is_told_with_the_unit_that_gains_most_from_it():
    at = [(30_000_00, uncovered(29_900, A=10.0, B=10.0)), (20_000_00, uncovered(19_900, A=40.0, B=15.0))]
    assert next_dollars(at) == [
        "From $20,000 to $30,000, every $1,000 covers about 3.5 h more; A gains most, 30 h in all."
    ]
    assert next_dollars([*at, (40_000_00, uncovered(30_500, A=12.0, B=9.0))])[1] == (
        "From $30,000 to $40,000, more money covers no more hours in these plans."
    )


def test_a_budget_that_is_not_spent_is_not_told_to_be_what_covers_more():
    at = [(30_000_00, uncovered(17_000, A=12.0)), (40_000_00, uncovered(17_100, A=10.0))]
    assert next_dollars(at) == [
        "At $30,000 only $17,000 is spent: that budget holds nobody back, and more buys nothing."
    ]
