"""Who goes home on a day with few patients."""

from optimizer.planning.policy import Policy
from optimizer.scenarios.replan.home import HomeClass, send_home
from optimizer.scenarios.replan.home_told import home_json, home_lines
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.policy import must
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from tests.draw import day, draw

PEOPLE = {
    "ann": {}, "ben": {"employment": Employment.AGENCY}, "cal": {"employment": Employment.PER_DIEM},
    "dot": {}, "eve": {},
}  # fmt: skip
FACTS = {
    "needs": (Need(When(), "D", "RN", 1, 4),),
    "requests": (Request("dot", Wish.OFF, day(0), day(0)),),
    "turns": (TurnHad(day(-2), "low census", "ann"), TurnHad(day(-9), "low census", "eve")),
    "pay": {"": PayClass(40_00)},
}


def going(number):
    unit, plan = draw("ann  D\nben  D\ncal  D\ndot  D\neve  D", PEOPLE, **FACTS)
    return unit, send_home(KnownSchedule.of(unit, Policy((must(CoverMinimum()),)), plan), day(0), "D", "RN", number)


def test_agency_goes_first_then_who_asked_for_it_then_per_diem_then_whose_turn_it_is():
    unit, found = going(4)
    assert [each.who for each in found.people] == ["ben", "dot", "cal", "eve"]
    assert [each.home for each in found.people] == [
        HomeClass.AGENCY, HomeClass.VOLUNTEER, HomeClass.PER_DIEM, HomeClass.OWN,
    ]  # fmt: skip
    assert "Eve (D): own staff, number" in "\n".join(home_lines(unit, found, 9))


def test_nobody_goes_whom_the_minimum_needs():
    unit, found = going(5)
    assert len(found.people) == 4
    assert [who for who, _ in found.stay] == ["ann"]
    assert "minimum staffing is 1" in home_json(unit, found)["stay"][0]["reasons"][0]
