"""Supply against need, in figures that can be checked by hand."""

from dataclasses import replace
from datetime import date, timedelta

from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.need.supply import ALL, supply_of
from tests.draw import MONDAY, draw

WEEK = "ann  . . . . . . .\nbob  . . . . . . ."
PAY = {"pay_period_start": MONDAY, "pay_period_days": 7, "full_time": 40 * 60}


def unit_with(needs, people=None, **facts):
    facts = {"needs": tuple(needs), **facts}
    unit, _ = draw(WEEK, people, calendar=PAY, **facts)
    return replace(unit, calendar=replace(unit.calendar, week_start=0))


def figures(unit):
    return {(line.shift, line.role): (line.needed / 60, line.supply / 60, line.people) for line in supply_of(unit)}


def test_a_contract_bounds_what_is_there_and_so_do_days():
    needs = [Need(When(), "D", "RN", 2, 2)]
    assert figures(unit_with(needs)) == {("D", "RN"): (112, 80, 2)}
    away = Request("bob", Wish.OFF, MONDAY, MONDAY + timedelta(days=3), approved=True)
    assert figures(unit_with(needs, requests=(away,))) == {("D", "RN"): (112, 40 + 24, 2)}


def test_a_week_has_its_part_of_the_pay_period():
    unit, _ = draw("ann  . . . . . . . . . .", calendar={**PAY, "pay_period_days": 14, "full_time": 56 * 60})
    unit = replace(unit, needs=(Need(When(), "D", "RN", 1, 1),), calendar=replace(unit.calendar, week_start=0))
    assert [line.supply / 60 for line in supply_of(unit)] == [56 / 2, 56 * 3 / 14]


def test_shifts_by_contract_roles_and_employment_count():
    needs = [Need(When(), "D", "RN", 1, 1), Need(When(), "N", "RN", 1, 1)]
    people = {"ann": {"shifts": ("N",)}, "bob": {"leaves": MONDAY + timedelta(days=1)}}
    found = figures(unit_with(needs, people))
    assert found["D", "RN"] == (56, 16, 1)
    assert found["N", "RN"] == (56, 40 + 16, 2)
    assert found[ALL, "RN"] == (112, 56, 2)


def test_a_credential_counts_while_it_is_valid():
    people = {"ann": {"credentials": {"ACLS": MONDAY}}}
    unit = unit_with([], people, skill_needs=(SkillNeed(When(), "D", "ACLS", 1),))
    assert figures(unit) == {("D", "ACLS"): (56, 8, 1)}
    (line,) = supply_of(unit)
    assert line.credential
    assert line.missing == 48 * 60


def test_a_window_is_counted_by_its_own_length():
    needs = [Need(When(), "07:00-15:00", "RN", 1, 1)]
    people = {"ann": {"shifts": ("L",)}, "bob": {"shifts": ("N",)}}
    (needed, there, number) = figures(unit_with(needs, people))["07:00-15:00", "RN"]
    assert (needed, number) == (56, 1)
    assert there == int(40 * 60 * 8 / 12) / 60


def test_what_needs_nobody_has_no_line():
    assert supply_of(unit_with([Need(When(day=date(2030, 1, 1)), "D", "RN", 1, 1)])) == ()
