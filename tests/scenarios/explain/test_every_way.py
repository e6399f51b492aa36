"""Every kind of way out makes a schedule possible that keeps every must, also once the workbook is read again."""

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.explain.bent_rule import OvertimeDuty, Soften
from optimizer.scenarios.explain.decided import MoveClass, Release
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.lower_needs import LowerNeeds
from optimizer.scenarios.explain.newcomers import Agency, HireMore
from optimizer.scenarios.explain.offers import offers
from optimizer.scenarios.explain.ways_out import solved_with
from optimizer.scenarios.explain.withdraw import Withdraw
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.hours.hours_in_period import MostHoursInPeriod
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.retell import retold
from optimizer.workbook.unit.write import write_unit
from tests.draw import SHIFTS, draw
from tests.samples.step_down import clash

EVE = date(2026, 12, 31)
COVERED = (must(OneDutyADay()), must(Availability()))


def one_in_place():
    """Everyone who can lead New Year's Eve night is taken."""
    return clash()


def one_in_a_class():
    """The same, but one of those who could lead has a class that day."""
    unit, policy = clash()
    locked = frozenset(pair for pair in unit.locked if pair.who != "R001") | {Pair("R001", Duty(EVE, "EDU"))}
    return replace(unit, locked=locked), policy


def too_few_hours():
    """Three days of eight hours are needed; two people may work one each."""
    people = {who: {"roles": ("RN",), "pay_class": "RN"} for who in ("ann", "bob")}
    needs = (Need(When(), "D", "RN", 1, 1),)
    unit, _ = draw("ann  . . .\nbob  . . .", people, needs=needs, pay={"RN": PayClass(40_00)}, shifts=SHIFTS[:1])
    return unit, Policy((must(MostHoursInPeriod(limit=8 * 60)), must(CoverMinimum()), *COVERED))


def a_target_that_is_a_must():
    """Three are wished for on a day, as a must, of two who are there."""
    people = {who: {"roles": ("RN",), "pay_class": "RN"} for who in ("ann", "bob")}
    needs = (Need(When(), "D", "RN", 1, 3),)
    unit, _ = draw("ann  .\nbob  .", people, needs=needs, pay={"RN": PayClass(40_00)}, shifts=SHIFTS[:1])
    return unit, Policy((must(CoverMinimum()), must(CoverTarget()), *COVERED))


WAYS = [
    (one_in_place, Withdraw), (one_in_place, Release), (one_in_place, Agency), (one_in_place, HireMore),
    (one_in_place, LowerNeeds), (too_few_hours, Soften), (one_in_a_class, MoveClass), (too_few_hours, OvertimeDuty),
    (a_target_that_is_a_must, LowerNeeds), (a_target_that_is_a_must, Agency),
]  # fmt: skip


@pytest.mark.parametrize(("impossible", "kind"), WAYS, ids=[f"{made.__name__}-{kind.__name__}" for made, kind in WAYS])
def test_a_way_out_of_every_kind_gives_a_plan_also_when_the_workbook_is_read_again(impossible, kind):
    book, asked, told = looked_at(impossible)
    tried = (solved_with(asked, (change,), Run(in_seconds(30))) for change in told if isinstance(change, kind))
    way = next(filter(None, tried))
    then = way.asked.unit, way.asked.policy
    assert not Judge(formulate(*then)).judge(way.plan).score.broken
    contents = read_bytes(retold(book, (asked.unit, asked.policy), then).content)
    assert contents.unit.locked <= way.plan
    assert not Judge(formulate(contents.unit, contents.policy)).judge(way.plan).score.broken


def test_rest_that_is_a_price_puts_nobody_in_two_places():
    """Maia has the day after, which begins before the night ends: less rest is no way for her to have both."""
    _, asked, told = looked_at(one_in_place)
    bent = [change for change in told if isinstance(change, Soften) and change.ruling.rule.key == "rest"]
    assert bent
    assert not [change for change in bent if solved_with(asked, (change,), Run(in_seconds(30)))]


def test_a_workbook_that_tells_the_same_stays_byte_for_byte_and_a_line_that_stays_keeps_its_row():
    unit, policy = clash()
    book = written(unit, policy)
    assert retold(book, (unit, policy), (unit, policy)).content == book.content
    fewer = replace(unit, requests=unit.requests[1:])
    after = read_bytes(retold(book, (unit, policy), (fewer, policy)).content)
    assert after.unit.requests == fewer.requests


@cache
def looked_at(impossible):
    """Return the workbook of a unit, what is to be planned as it is read, and what promises a way out of it."""
    book = written(*impossible())
    contents = read_bytes(book.content)
    asked = UnitToPlan(contents.unit, contents.policy, contents.unit.locked)
    return book, asked, offers(contents.unit, contents.policy, explain_unit(asked, Run(in_seconds(60))))


def written(unit, policy):
    file = BytesIO()
    write_unit(file, unit, policy)
    return Book(file.getvalue())
