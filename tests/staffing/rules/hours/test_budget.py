from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.pay.pay import FINE
from optimizer.staffing.rules.hours.budget import Budget
from tests.draw import amounts, day, says

PAID = {"ann": {"pay_class": "RN"}, "ben": {"pay_class": "Agency"}}
PAY = {"RN": PayClass(40_00), "Agency": PayClass(90_00)}


def over(dollars, picture, to=(), **facts):
    found = amounts(Budget(limit=dollars * 100, to=to), picture, PAID, pay=PAY, **facts)
    return [amount / (100 * FINE) for amount in found]


def test_exactly_the_budget_is_fine_and_every_dollar_or_cent_more_is_charged():
    assert over(640, "ann  D D") == []
    assert over(639, "ann  D D") == [1]
    assert amounts(Budget(limit=320_00), "ann  D", PAID, pay={"RN": PayClass(40_01)}) == [8 * FINE]


def test_overtime_costs_half_as_much_again():
    assert over(1600, "ann  D D D D D . .") == []
    assert over(1920, "ann  D D D D D D .") == [8 * 20]


def test_hours_before_the_plan_make_overtime_but_are_not_paid_again():
    assert over(1600, "ann  D | D D D D D . .") == [8 * 20]


def test_overtime_of_the_past_is_not_paid_again():
    assert over(0, "ann  D D D D D D | .", first=day(6), calendar={"week_start": 0}) == []


def test_leave_and_education_are_paid_on_call_is_not_and_leave_makes_no_overtime():
    assert over(0, "ann  P S C") == [640]
    assert over(1920, "ann  D D D D D P .") == []


def test_everyone_is_paid_at_their_own_rate_and_nobody_at_an_unknown_one():
    assert over(0, "ann  D \n ben  D \n cal  D") == [320 + 720]


def test_only_those_it_is_for_are_paid_from_it():
    assert over(0, "ann  D \n ben  D", to=("ben",)) == [720]
    assert over(0, "ann  D \n ben  D", to=("not ben",)) == [320]


def test_the_sentence_names_cost_and_budget():
    assert says(Budget(limit=2000_00), "ann  D D D D D D", PAID, pay=PAY) == [
        "The schedule costs $2,080 at most; the budget is $2,000."
    ]
