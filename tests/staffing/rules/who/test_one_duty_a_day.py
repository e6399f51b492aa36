from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import amounts, day, draw


def found(*duties, to=()):
    rule = OneDutyADay(to=to)
    unit, _ = draw("ann  D | .")
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    verdict = judge.judge(frozenset(Pair("ann", Duty(day(0), shift, role)) for shift, role in duties))
    return [(finding.amount, rule.say(unit, finding)) for finding in judge.findings(verdict)]


def test_one_duty_every_day_is_fine():
    assert amounts(OneDutyADay(), "ann  D | N D C P S .") == []


def test_every_duty_beyond_the_first_is_charged():
    assert found(("D", "RN"), ("E", "RN")) == [(1, "Ann has 2 duties on Mon 1 Jun.")]
    assert found(("D", "RN"), ("E", "RN"), ("N", "RN")) == [(2, "Ann has 3 duties on Mon 1 Jun.")]
    assert found(("D", "RN"), ("P", "")) == [(1, "Ann has 2 duties on Mon 1 Jun.")]
    assert found(("D", "RN"), ("C", "RN")) == [(1, "Ann has 2 duties on Mon 1 Jun.")]
    assert found(("D", "RN"), ("D", "Charge")) == [(1, "Ann has 2 duties on Mon 1 Jun.")]


def test_it_stands_for_those_it_is_for():
    assert found(("D", "RN"), ("E", "RN"), to=("not ann",)) == []
