"""What is charged for a sum that all share is taken off a bound to the cent, and is divided among those who had it."""

import pytest

from optimizer.planning.law import Place, Sum
from optimizer.scenarios.hospital.money import SharedPriceOf
from optimizer.staffing.hospital.rules.shared import HospitalAgency, HospitalBudget

SHARE = Sum(Place(), ())


@pytest.mark.parametrize("rule", [HospitalBudget(limit=1), HospitalAgency(limit=61)])
@pytest.mark.parametrize("price", [1, 7, 60, 1_000])
def test_parts_that_keep_to_what_all_may_have_are_charged_no_more_than_is_taken_off(rule, price):
    parts = 5
    shared = SharedPriceOf(rule, parts, price)
    (charged,) = shared.charged().clauses(SHARE)
    most = rule.high - parts + 1
    for shares in ([1] * (parts - 1) + [most], [rule.high // parts] * parts):
        assert sum(shares) <= rule.high
        assert sum(map(charged.cost, shares)) <= shared.off


def test_what_is_free_is_taken_off_by_nothing():
    assert SharedPriceOf(HospitalBudget(limit=1), 5).off == 0


def test_what_is_left_is_divided_by_what_all_had_and_never_comes_to_more():
    shared = SharedPriceOf(HospitalAgency(limit=100), 3, 5)
    assert shared.divided("A", 40).most == 60  # nobody knows who needs it
    shared.heard({"A": 30, "B": 60, "Float": 30})
    assert [shared.divided(code, 40).most for code in ("A", "B", "C")] == [15, 30, 0]
    assert shared.divided("A", 140).most == 0
