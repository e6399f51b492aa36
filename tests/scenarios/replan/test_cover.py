"""Who can come: worked by hand, and on random units never somebody by whom a must would be newly broken."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.planning.policy import Policy
from optimizer.planning.rule import worsened
from optimizer.scenarios.replan.answer import CoverWay, Will
from optimizer.scenarios.replan.cover import cover
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.scenarios.replan.told import answer_json, answer_said, asking, cover_json
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from tests.draw import day, draw
from tests.made.random_policies import policies
from tests.made.random_units import plans, units

POLICY = Policy(
    (
        must(OneDutyADay()), must(CoverMinimum()), priced(CoverTarget(), 250), must(Rest(limit=600)), must(Leave()),
        priced(Requests(), 40),
    )
)  # fmt: skip
PAY = {"pay": {"RN": PayClass(40_00), "senior": PayClass(50_00)}}
PICTURE = """
ann  . D .
ben  . . .
cal  N . .
dot  . C .
eve  . . .
fay  . . .
"""
PEOPLE = {
    "ann": {"pay_class": "RN"},
    "ben": {"pay_class": "senior"},
    "cal": {"pay_class": "RN"},
    "dot": {"pay_class": "senior"},
    "eve": {"pay_class": "RN", "groups": ("Float",), "employment": Employment.PER_DIEM},
    "fay": {"pay_class": "RN"},
}
REQUESTS = (Request("fay", Wish.OFF, day(1), day(1)), Request("ben", Wish.ON, day(1), day(1)))
NEEDS = (Need(When(day=day(1)), "D", "RN", 1, 1),)


def known(picture=PICTURE, people=PEOPLE, policy=POLICY, now=None, **facts):
    unit, plan = draw(picture, people, **{"needs": NEEDS, "requests": REQUESTS, **PAY, **facts})
    return KnownSchedule.of(unit, policy, plan, now)


def single(found):
    return [answer.people[0] for answer in alone(found)]


def alone(found):
    return [answer for answer in found.ways if answer.way not in (CoverWay.SPLIT, CoverWay.CHAIN)]


def test_who_is_on_call_comes_first_then_who_wished_it_then_the_others_and_who_asked_to_be_off_last():
    found = cover(known(), day(1), "D", "RN", absent="ann")
    assert single(found) == ["dot", "ben", "eve", "fay"]
    first, second, third, last = alone(found)
    assert (first.way, second.will, last.will) == (CoverWay.ON_CALL, Will.WISHED, Will.RELUCTANT)
    assert third.pool
    assert not second.pool
    assert found.missing == (1, 1)


def test_nobody_who_is_not_rested_comes_and_the_reason_is_told():
    found = cover(known(), day(1), "D", "RN", absent="ann")
    (cal,) = [each for each in found.could_not if each.who == "cal"]
    assert "rest" in cal.reasons[0]
    assert "ann" not in [each.who for each in found.could_not]


def test_an_answer_tells_dollars_and_how_short_the_notice_is():
    found = cover(known(now=datetime(2026, 6, 1, 19)), day(1), "D", "RN", absent="ann")
    ben = next(answer for answer in found.ways if answer.people == ("ben",))
    assert (ben.effect.pay, ben.notice) == (8 * 50_00, 12 * 60)
    assert "Pay +$400" in answer_said(known().unit, ben)
    assert "12 h notice" in answer_said(known().unit, ben)
    assert "Day on Tue 2 Jun, 07:00 to 15:00 as RN" in asking(known().unit, ben)["ben"]


def test_whose_turn_it_is_comes_before_who_is_cheaper():
    turns = (TurnHad(day(-9), "extra", "fay"), TurnHad(day(-5), "extra", "eve"), TurnHad(day(-2), "extra", "ben"))
    found = cover(known(turns=turns, requests=()), day(1), "D", "RN", absent="ann")
    comes = [answer for answer in found.ways if answer.way is CoverWay.COMES]
    assert [answer.people[0] for answer in comes] == ["fay", "eve", "ben"]
    assert [(turn.what, turn.place) for turn in comes[0].turns] == [("extra", 4)]


def test_a_chain_moves_who_can_and_has_somebody_else_take_what_they_leave():
    """Only ann may be charge; she is on D as RN, and ben can take that from her."""
    people = {
        "ann": {"credentials": {"charge course": None}},
        "ben": {"roles": ("RN",)},
        "cal": {"roles": ("RN",)},
    }
    needs = (Need(When(), "D", "Charge", 0, 1), Need(When(), "D", "RN", 1, 1))
    schedule = known("ann  D\nben  .\ncal  E", people, needs=needs, requests=(), pay={})
    found = cover(schedule, day(0), "D", "Charge")
    chain = next(answer for answer in found.ways if answer.way is CoverWay.CHAIN)
    assert chain.people == ("ann", "ben")
    assert chain.plus == {("ann", Duty(day(0), "D", "Charge")), ("ben", Duty(day(0), "D", "RN"))}
    assert chain.moved == 1
    assert not chain.effect.breaks


def test_a_duty_is_split_between_who_stays_and_who_comes_early():
    """Ann stays four hours after her day, ben comes four hours before his night: an evening, 12 hours for both."""
    found = cover(known("ann  D .\nben  N .\ncal  E .", {}, requests=(), needs=()), day(0), "E", "RN", absent="cal")
    split = next(answer for answer in found.ways if answer.way is CoverWay.SPLIT)
    assert split.people == ("ann", "ben")
    assert [(shift.start, shift.end, shift.paid) for shift in split.new_shifts] == [
        (7 * 60, 19 * 60, 12 * 60),
        (19 * 60, 31 * 60, 12 * 60),
    ]
    unit = known("ann  D .\nben  N .", {}, requests=(), needs=()).unit
    stays, comes = answer_json(unit, split)["new_shifts"]
    assert (stays["shift"], stays["to"], comes["from"], comes["to"]) == ("D+19:00", "19:00", "19:00", "07:00")
    said = answer_said(unit, split)
    assert "Ann: Mon 1 Jun: D+19:00 instead of D" in said


def test_what_is_locked_is_neither_handed_on_nor_lengthened():
    """Without the locks ann would leave her next day to ben, or stay until he comes early."""
    people = {"ann": {"credentials": {"charge course": None}}, "ben": {"roles": ("RN",)}}
    charge = (Need(When(), "D", "Charge", 0, 1),)
    for picture, needs, duty in (
        ("ann  . D\nben  . .", charge, Duty(day(0), "D", "Charge")),
        ("ann  D .\nben  N .", (), Duty(day(0), "E", "RN")),
    ):
        free = known(picture, people, needs=needs, requests=(), pay={})
        held = known(picture, people, needs=needs, requests=(), pay={}, locked=free.verdict.plan)
        assert any(answer.minus for answer in cover(free, *duty).ways)
        assert not any(answer.minus for answer in cover(held, *duty).ways)


def test_nobody_is_given_what_is_to_stay_empty():
    cells = frozenset({("ben", day(1))})
    assert "ben" not in single(cover(known(closed=cells), day(1), "D", "RN", absent="ann"))


def test_a_window_that_was_filled_before_the_period_began_has_no_way():
    found = cover(known("ann  .\nben  .", {}, requests=()), day(0), "00:00-06:00", "RN")
    assert (found.ways, found.duty) == ((), Duty(day(0), "00:00-06:00", "RN"))


def test_nobody_is_at_work_longer_than_sixteen_hours():
    found = cover(known("ann  L .\nben  L .\ncal  M .", {}, requests=(), needs=()), day(0), "M", "RN", absent="cal")
    for answer in found.ways:
        assert all(shift.end - shift.start <= 16 * 60 for shift in answer.new_shifts)


def test_who_called_in_is_asked_for_nothing_on_another_day_either():
    found = cover(known("bob  D .\ncal  . D", {}, requests=(), needs=()), day(0), "D", "RN", absent="bob")
    assert [answer.people for answer in found.ways] == [("cal",)]


@given(st.data())
@settings(max_examples=25)
def test_on_random_units_no_way_breaks_a_must_that_was_kept(data):
    unit = data.draw(units())
    policy, plan = data.draw(policies()), data.draw(plans(unit))
    schedule = KnownSchedule.of(unit, policy, plan)
    pair = next((each for each in sorted(plan) if unit.shift_of(each.what).staffs), None)
    if pair is None:
        return
    who, duty = pair
    open_ = schedule.without(who, duty.day)
    found = cover(schedule, duty.day, duty.shift, duty.role, who)
    assert cover_json(unit, found)["ways"] is not None
    for answer in (each for each in found.ways if not each.new_shifts):
        after = schedule.judge.judge((open_.verdict.plan - answer.minus) | answer.plus)
        worse = worsened(*schedule.judge.changes(open_.verdict, after))
        assert not [finding for finding in worse if finding.must]
        assert who not in answer.people
