"""Judging one edit gives what judging the whole gives."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import default_policy
from tests.draw import MONDAY, draw
from tests.made.random_policies import policies
from tests.made.random_units import plans, units


@settings(max_examples=300, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_an_edit_is_judged_as_the_whole_plan_would_be(data):
    unit, policy = data.draw(units()), data.draw(policies())
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(data.draw(plans(unit)))
    for _ in range(4):
        minus = data.draw(st.sets(st.sampled_from(sorted(verdict.plan)), max_size=2)) if verdict.plan else set()
        plus = data.draw(st.sets(st.sampled_from(unit.pairs), max_size=2))
        before, tried = verdict, judge.score_of_edit(verdict, minus, plus)
        verdict = judge.edit(verdict, minus, plus)
        whole = judge.judge(verdict.plan)
        assert tried == whole.score
        assert verdict.score == whole.score
        assert judge.findings(verdict) == judge.findings(whole)
        assert verdict == whole
        was, now = judge.findings(before), judge.findings(verdict)
        gone, new = tuple(f for f in was if f not in now), tuple(f for f in now if f not in was)
        assert judge.changes(before, verdict) == (gone, new)


def test_findings_add_up_to_the_score():
    unit, plan = draw("ann  N N N N N N\nbob  D D D D . D", history=frozenset())
    judge = Judge(formulate(unit, default_policy()))
    verdict = judge.judge(plan)
    found = judge.findings(verdict)
    assert sum(f.cost for f in found) == verdict.score.cost
    assert sum(f.rule.units(f.amount) for f in found if f.must) == verdict.score.broken > 0


def test_taking_what_is_not_there_and_giving_what_is_changes_nothing():
    unit, plan = draw("ann  N . .")
    judge = Judge(formulate(unit, default_policy()))
    verdict = judge.judge(plan)
    assert judge.edit(verdict, minus=[Pair("ann", Duty(MONDAY, "D", "RN"))], plus=plan) == verdict


def test_a_duty_that_the_unit_does_not_know_is_refused_by_name():
    unit, plan = draw("ann  N . .")
    judge = Judge(formulate(unit, default_policy()))
    with pytest.raises(ValueError, match="zoe"):
        judge.edit(judge.judge(plan), plus=[Pair("zoe", Duty(MONDAY, "D", "RN"))])


def test_a_sum_that_a_solver_could_cheat_with_is_refused():
    pair = Pair("ann", Duty(MONDAY, "D", "RN"))
    counted = Sum(Place("ann"), ((1, pair),), high=0)
    with pytest.raises(ValueError, match="low bound"):
        Sum(Place("ann"), (), low=1, overs=((1, counted),))
    with pytest.raises(ValueError, match="no plain high bound"):
        Sum(Place("ann"), (), high=1, overs=((1, Sum(Place("ann"), ((1, pair),), low=0)),))


def test_what_is_remembered_meanwhile_is_not_taken_for_the_verdict_on_another_plan():
    unit, plan = draw("ann  N . .")
    judge = Judge(formulate(unit, default_policy()))
    mine, other = judge.judge(plan), judge.judge(frozenset())

    class Meanwhile(frozenset):
        """A plan that is compared while a search beside finds a better one."""

        __hash__ = frozenset.__hash__

        def __eq__(self, plan):
            judge.remember(other)
            return super().__eq__(plan)

    judge.remember(mine)
    assert judge.judge(Meanwhile(plan)) == mine
