"""The period that was worked and the one after, as workbooks that are read again, and the one after can be planned."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.workbook.adopt.adopt import adopt_likeliest
from optimizer.workbook.adopt.periods import next_period, worked_period
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.write import write_unit
from tests.first_plan import first_plan
from tests.workbook.adopt.files import NEEDS, PEOPLE, REQUESTS, SHIFTS, STAFF, codes_of, month, understood


def read_again(made):
    """Return what the workbook of a unit holds."""
    file = BytesIO()
    write_unit(file, made.unit, made.policy, made.plan)
    return read_bytes(file.getvalue())


@pytest.fixture(scope="module")
def adopted():
    files = {"february": month(2), "march": month(3), "staff": STAFF, "shifts": SHIFTS}
    return adopt_likeliest(understood(**files, requests=REQUESTS, needs=NEEDS), name="Ward 3")


def test_the_worked_period_has_its_plan_and_the_days_before_as_history(adopted):
    made = worked_period(adopted)
    again = read_again(made)
    assert (again.unit.name, again.unit.calendar.first, again.unit.calendar.last) == (
        "Ward 3",
        date(2026, 3, 1),
        date(2026, 3, 31),
    )
    assert again.plan == made.plan and not made.beside
    assert len(made.plan) == sum(bool(codes_of(who, day)) for who in PEOPLE for day in made.unit.days)
    assert {pair.what.day.month for pair in again.unit.history} == {2}


def test_the_next_period_has_what_was_worked_as_history_and_its_own_requests_and_needs(adopted):
    made = next_period(adopted)
    again = read_again(made)
    assert (again.unit.calendar.first, again.unit.calendar.last) == (date(2026, 4, 1), date(2026, 4, 30))
    assert again.plan == frozenset()
    assert worked_period(adopted).plan <= again.unit.history
    assert {(each.who, each.approved) for each in again.unit.requests} == {("Joan Adams", True), ("Tia Brown", False)}
    assert sum(need.when.day is not None for need in again.unit.needs) == 12


def test_the_next_period_can_be_planned_and_keeps_its_musts(adopted):
    contents = read_again(next_period(adopted))
    plan = first_plan(formulate(contents.unit, contents.policy), Pins(contents.unit.locked))
    assert plan


def test_needs_of_days_past_are_needed_weekly():
    needs = NEEDS.replace("2026-04", "2026-03")
    made = next_period(adopt_likeliest(understood(march=month(3), staff=STAFF, shifts=SHIFTS, needs=needs)))
    weekdays = {need.when.weekdays for need in made.unit.needs if need.thing == ("D", "RN")}
    assert weekdays == {frozenset({6, 0})}
    assert {need.minimum for need in made.unit.needs if need.thing == ("D", "RN")} == {1}


def test_second_duties_that_often_stood_there_are_taken_up_and_may_stand_together():
    rows = "Date,Shift,Name\n" + "".join(
        f"2026-03-{day:02d},D,Ann Lee\n2026-03-{day:02d},N,Bo Kim\n" for day in range(1, 29)
    )
    made = worked_period(adopt_likeliest(understood(duties=rows + "".join(
        f"2026-03-{day:02d},N,Ann Lee\n" for day in (5, 6, 12)
    ))))  # fmt: skip
    assert not made.beside
    assert [r.rule.together for r in made.policy.rulings if isinstance(r.rule, OneDutyADay)] == [("D+N",)]
    assert read_again(made).plan == made.plan
    assert [r.rule.together for r in read_again(made).policy.rulings if isinstance(r.rule, OneDutyADay)] == [("D+N",)]


def test_a_second_duty_that_stood_there_once_is_told_since_a_day_has_one():
    rows = "Date,Shift,Name\n" + "".join(
        f"2026-03-{day:02d},D,Ann Lee\n2026-03-{day:02d},N,Bo Kim\n" for day in range(1, 29)
    )
    made = worked_period(adopt_likeliest(understood(duties=rows + "2026-03-05,N,Ann Lee\n")))
    assert [(pair.who, pair.what.day) for pair in made.beside] == [("Ann Lee", date(2026, 3, 5))]
    assert read_again(made).plan == made.plan


def test_nothing_worked_is_a_sentence():
    with pytest.raises(ValueError, match="who worked when"):
        worked_period(adopt_likeliest(understood(staff=STAFF)))


NASTY = ("=1+1", "D/RN", "off", "-", "1.0", "night", "TRUE", "#REF!", "all", "N, D; X")


@pytest.mark.parametrize("code", NASTY)
def test_whatever_a_code_is_the_workbook_is_read_again(code):
    (proposal,) = understood(march=month(3))
    (table,) = proposal.tables
    facts = tuple(replace(fact, code=code) if fact.code == "D" else fact for fact in table.facts)
    adopted = adopt_likeliest([replace(proposal, tables=(replace(table, facts=facts),))])
    made = worked_period(adopted)
    assert read_again(made).plan == made.plan


def test_where_hardly_anybody_is_in_a_role_the_workbook_still_has_needs():
    jobs = "Name,Role,FTE\n" + "".join(f"{name},Job {number},1\n" for number, name in enumerate(PEOPLE))
    made = next_period(adopt_likeliest(understood(march=month(3), staff=jobs)))
    assert made.unit.needs
    assert read_again(made).unit.needs == made.unit.needs
