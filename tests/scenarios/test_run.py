"""One scenario: the plan it gets, and what that comes to."""

from dataclasses import replace

from optimizer.engine.outcome import Status
from optimizer.planning.pair import Pair
from optimizer.scenarios.account import account
from optimizer.scenarios.run import Limits, ScenarioTask, run
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.rules.hours.caps import AgencyCap, OvertimeCap
from optimizer.staffing.scenario import with_must
from tests.draw import day, draw
from tests.scenarios.units import EXACT, PEOPLE, POLICY, tiny

PAY = {"RN": PayClass(40_00), "Agency": PayClass(90_00)}


def test_an_account_adds_up_pay_hours_what_is_open_and_what_is_granted():
    needs = (Need(When(), "D", "RN", 1, 2), Need(When(), "19:00-07:00", "RN", 0, 1))
    wishes = (Request("ann", Wish.OFF, day(6), day(6), weight=2), Request("ben", Wish.ON, day(0), day(0)))
    unit, plan = draw(
        "ann  D D D D D D . \n ben  . . . . . . M \n dot  M . . . . . .", PEOPLE, needs=needs, requests=wishes, pay=PAY
    )
    found = account(unit, plan)
    spent = {bucket: cents for bucket, cents in found.bill.items() if cents}
    assert spent == {"base": 6 * 320_00 + 480_00, "overtime premium": 160_00, "agency": 1_080_00}
    assert found.cost == sum(found.bill.values())
    assert (found.paid, found.worked, found.overtime, found.agency) == (72 * 60, 72 * 60, 8 * 60, 12 * 60)
    assert found.uncovered == {"RN": (6 + 2) * 8 * 60 + 5 * 12 * 60}
    assert (found.asked, found.granted) == (2, 1)  # days, whatever they weigh
    assert (found.hours.worked_each, found.hours.worked) == (None, 72 * 60)


def test_needs_that_began_before_the_plan_are_nobodys_to_cover():
    unit, plan = draw("ann  . .", needs=(Need(When(), "00:00-07:00", "RN", 0, 1),))
    assert account(unit, plan).uncovered == {"RN": 7 * 60}


def test_caps_hold_in_the_plan_with_either_engine():
    policy = with_must(with_must(POLICY, OvertimeCap(limit=60)), AgencyCap(limit=8 * 60))
    for limits in (EXACT, Limits(seconds=60)):
        result = run(ScenarioTask("capped", tiny(), policy, limits))
        assert result.score.broken == 0
        assert result.account.overtime <= 60
        assert result.account.agency <= 8 * 60
        assert result.bound <= result.score.cost


def test_when_not_every_must_can_be_kept_the_nearest_plan_comes_if_it_is_wanted():
    unit = replace(tiny(), needs=(Need(When(), "D", "RN", 5, 5),))
    result = run(ScenarioTask("too few", unit, POLICY, EXACT))
    assert (result.status, result.score.broken) == (Status.INFEASIBLE, 7)
    assert result.account.uncovered == {"RN": 7 * 8 * 60}
    alone = run(ScenarioTask("too few", unit, POLICY, EXACT, nearest=False))
    assert (alone.status, alone.plan, alone.score, alone.account) == (Status.INFEASIBLE, None, None, None)


def test_locked_duties_stay():
    locked = Pair("cal", Duty(day(2), "N", "RN"))
    assert locked in run(ScenarioTask("locked", replace(tiny(), locked=frozenset({locked})), POLICY, EXACT)).plan


def test_a_closed_cell_stays_empty():
    closed = frozenset(("ann", day(number)) for number in range(7))
    result = run(ScenarioTask("Ann stays off", replace(tiny(), closed=closed), POLICY, EXACT))
    assert result.plan and not [pair for pair in result.plan if pair.who == "ann"]
    assert any(pair.who == "ann" for pair in run(ScenarioTask("As it is", tiny(), POLICY, EXACT)).plan)
