"""What is for other days than those to plan is kept for them, changes nothing now, and is said."""

from dataclasses import replace
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.aside import Aside
from optimizer.staffing.facts.care import Care, Census
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.staffing.facts.setting_aside import set_aside, with_aside
from optimizer.staffing.facts.shift import Duty
from optimizer.summary.unit.unit import unit_facts
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.draw import day, draw
from tests.paths import SAMPLES
from tests.read_samples import unit_sample

LAST = 6


def unit_with(*days):
    """Return a unit of a week with facts for single days."""
    unit, _ = draw("ann  . . . . . . .", calendar={"pay_period_days": 7})
    return replace(
        unit,
        needs=tuple(Need(When(day=day(n)), "D", "RN", 1, 1) for n in days),
        skill_needs=tuple(SkillNeed(When(day=day(n)), "D", "ACLS") for n in days),
        locked=frozenset(Pair("ann", Duty(day(n), "D", "RN")) for n in days),
        care=Care(tuple(Census(When(day=day(n)), "D", {1: 4}) for n in days), ()),
    )


def test_facts_for_days_before_and_after_are_set_aside_and_can_be_taken_back():
    unit = unit_with(0, LAST, LAST + 1, -1)
    apart = set_aside(unit)
    assert replace(apart, aside=Aside()) == unit_with(0, LAST)
    assert [need.when.day for need in apart.aside.needs] == [day(LAST + 1), day(-1)]
    assert with_aside(apart) == unit
    assert set_aside(apart) == apart


def test_what_is_for_no_single_day_or_for_this_period_stays():
    unit = replace(unit_with(3), needs=(Need(When(), "D", "RN", 1, 1), Need(When(holidays=True), "D", "RN", 1, 1)))
    assert set_aside(unit) == unit


def test_budgets_of_other_pay_periods_and_a_ledger_that_runs_on_are_set_aside():
    budget = tuple(PeriodBudget(first, 100, 60, 40_00) for first in (None, day(0), day(7)))
    ledger = tuple(LedgerRow("ann", day(n), day(n + 6), 1.0, 7) for n in (-7, -6, 7))
    apart = set_aside(replace(unit_with(), budget=budget, ledger=ledger))
    assert (apart.budget, apart.aside.budget) == (budget[:2], budget[2:])
    assert (apart.ledger, apart.aside.ledger) == (ledger[:1], ledger[1:])


def test_it_is_said_how_much_is_for_other_days():
    assert dict(unit_facts(set_aside(unit_with(0, 9))))["Other days"] == (
        "1 need, 1 skill, 1 locked duty, 1 row of census outside the planning period, kept and not used in it"
    )
    assert "Other days" not in dict(unit_facts(set_aside(unit_with(0))))


@pytest.mark.parametrize("away", [-40, 200])
def test_a_workbook_with_rows_for_other_days_is_read_scored_as_without_and_written_whole(tmp_path, away):
    plain = unit_sample("small")
    other = plain.unit.days[0] + timedelta(days=away)
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    code, role = plain.unit.needs[0].thing
    book["Needs"].append([other, code, role, 9])
    book["Locked"].append([plain.unit.staff[0].id, other, code, plain.unit.staff[0].roles[0]])
    book.save(tmp_path / "other.xlsx")
    unit = read(tmp_path / "other.xlsx").unit
    assert replace(unit, aside=Aside()) == plain.unit
    write_unit(tmp_path / "written.xlsx", unit, plain.policy)
    assert read(tmp_path / "written.xlsx").unit.aside == unit.aside != Aside()
