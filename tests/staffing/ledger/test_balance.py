from fractions import Fraction

from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.ledger.balance import balances
from tests.draw import day, draw


def row(who, nights, fte=1.0, present=28, first=-28, **facts):
    return LedgerRow(who, day(first), day(first + 27), fte, present, nights, **facts)


def told(*rows, people=None):
    unit, _ = draw("ann  . \n ben  . \n cal  .", people, ledger=rows)
    return {balance.who: balance for balance in balances(unit)}


def test_burden_is_per_fte_in_four_weeks_against_the_mean():
    found = told(row("ann", 6), row("ben", 3, fte=0.5), row("cal", 1, present=14))
    nights = {who: balance.burdens["nights"] for who, balance in found.items()}
    assert [nights[who].each for who in nights] == [6, 6, 2]
    assert {nights[who].mean for who in nights} == {5}
    assert [nights[who].more for who in nights] == [1, Fraction(1, 2), Fraction(-3, 2)]


def test_periods_add_up_and_the_last_run_of_denied_days_stands():
    first = row("ann", 2, first=-56, asked=4, granted=1, moved=1, denied_in_a_row=3)
    last = row("ann", 4, asked=2, granted=2, moved=2)
    (ann,) = told(last, first).values()
    assert (ann.periods, ann.present, ann.burdens["nights"].had) == (2, 56, 6)
    assert (ann.asked, ann.granted, ann.moved, ann.denied_in_a_row) == (6, 3, 3, 0)


def test_night_staff_and_those_never_present_are_held_against_nobody():
    people = {"cal": {"shifts": ("N",)}}
    found = told(row("ann", 2), row("ben", 0, present=0), row("cal", 14), people=people)
    nights = {who: balance.burdens["nights"] for who, balance in found.items()}
    assert (nights["cal"].had, nights["cal"].each, nights["ben"].more) == (14, None, None)
    assert nights["ann"].mean == 2


def test_another_main_role_has_a_mean_of_its_own():
    found = told(row("ann", 2), row("ben", 4), row("cal", 9), people={"cal": {"roles": ("CNA",)}})
    assert [balance.burdens["nights"].mean for balance in found.values()] == [3, 3, 9]


def test_people_who_are_not_in_the_ledger_or_not_here_have_no_balance():
    assert list(told(row("ann", 2), row("old", 4))) == ["ann"]
