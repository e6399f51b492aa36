"""Why somebody has what they have, and what granting a refused request takes; drawn small, and timed on a large one."""

import time
from datetime import timedelta

from optimizer.engine.clock import UNHURRIED
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.improve import quick
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.explain.why import why, why_facts, why_json
from optimizer.workbook.unit.read import read
from tests.draw import MONDAY, draw
from tests.paths import SAMPLES

TUESDAY = MONDAY + timedelta(days=1)
POLICY = Policy(
    (must(OneDutyADay()), must(CoverMinimum()), must(CoverMaximum()), must(Rest(limit=11 * 60)), priced(Requests(), 40))
)
ONE_A_DAY = (Need(When(), "D", "RN", 1, 1, 1),)


def asked(picture, who, day=MONDAY, *, wish=Wish.OFF, shift="", needs=ONE_A_DAY, people=None):
    unit, plan = draw(picture, people, needs=needs, requests=(Request(who, wish, day, day, shift),))
    judge = Judge(formulate(unit, POLICY))
    verdict = judge.judge(plan)
    found = why(unit, judge, verdict, who, day)
    grant = found.asked[0].grant
    if grant:
        after = judge.edit(verdict, grant.minus, grant.plus)
        assert after.score.broken <= verdict.score.broken
        wishes = {yes for request, _, yes in Figures(unit, after.plan).wishes if request.who == who}
        assert wishes == {True}
    return unit, found, grant


def test_a_granted_request_takes_nothing():
    _, found, grant = asked("ann  . D\nbob  D .", "ann")
    assert found.asked[0].granted
    assert grant is None


def test_a_day_off_is_not_granted_where_somebody_has_a_class():
    """As the requests' own rule has it."""
    _, found, grant = asked("ann  S D\nbob  D .", "ann")
    assert not found.asked[0].granted
    assert (len(grant.minus), grant.plus) == (1, frozenset())


def test_a_duty_is_taken_over_by_whoever_is_free():
    _, _, grant = asked("ann  D .\nbob  . D", "ann")
    assert {(pair.who, pair.what.day) for pair in grant.plus} == {("bob", MONDAY)}
    assert "Ann is off on Mon 1 Jun" in grant.said
    assert "Bob has D as RN on Mon 1 Jun" in grant.said


def test_a_duty_that_nobody_needs_is_only_left_out():
    _, _, grant = asked("ann  D .\nbob  D .", "ann", needs=(Need(When(), "D", "RN", 0, 1, 2),))
    assert (len(grant.minus), grant.plus) == (1, frozenset())


def test_a_wanted_shift_is_exchanged_with_whoever_has_it():
    needs = (*ONE_A_DAY, Need(When(), "N", "RN", 1, 1, 1))
    _, _, grant = asked("ann  N .\nbob  D .", "ann", wish=Wish.ON, shift="D", needs=needs)
    assert {(pair.who, pair.what.shift) for pair in grant.plus} == {("ann", "D"), ("bob", "N")}


def test_a_chain_of_two_is_found_where_nobody_can_take_the_duty_over():
    needs = (Need(When(day=MONDAY), "D", "Charge", 1, 1, 1), Need(When(day=MONDAY), "E", "RN", 1, 1, 1))
    people = {"ann": {"credentials": {"charge course": None}}, "bob": {"credentials": {"charge course": None}}}
    people["cas"] = {"roles": ("RN",)}
    _, _, grant = asked("ann  D/Charge .\nbob  E .\ncas  . .", "ann", needs=needs, people=people)
    assert {(pair.who, pair.what.shift) for pair in grant.plus} == {("bob", "D"), ("cas", "E")}


def test_where_no_change_does_it_that_is_said():
    unit, found, grant = asked("ann  D .", "ann")
    assert grant is None
    assert dict(why_facts(unit, found))["Asked for"].startswith("off, refused: none of the changes tried")


def test_every_alternative_has_its_price_or_its_reason():
    unit, found, _ = asked("ann  D .\nbob  N .", "ann", needs=(*ONE_A_DAY, Need(When(), "N", "RN", 1, 1, 1)))
    assert found.has[0].shift == "D"
    assert all(each.reasons or each.effect.broken <= 0 for each in found.others)
    off = next(each for each in found.others if each.duty is None)
    assert any("minimum staffing is 1" in reason for reason in off.reasons)
    assert why_json(unit, found)["instead"]


def test_the_answer_about_a_large_unit_comes_within_a_second():
    contents = read(SAMPLES / "unit-icu.xlsx")
    unit, formulation = contents.unit, formulate(contents.unit, contents.policy)
    judge = Judge(formulation)
    verdict = judge.judge(quick(formulation.relaxed(), Pins(unit.locked), 0, UNHURRIED.check).plan)
    denied = [(request.who, day) for request, day, yes in Figures(unit, verdict.plan).wishes if not yes][:5]
    assert denied
    for who, day in denied:
        began = time.process_time()
        assert why_facts(unit, why(unit, judge, verdict, who, day))
        assert time.process_time() - began < 1
