"""The law test: whatever the laws and whatever the plan, the solver pays exactly what the judge charges."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.engine.cpsat import solve
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.made.random_policies import policies
from tests.made.random_units import plans, units

SLOW = settings(max_examples=150, suppress_health_check=[*HealthCheck])
ONE = Effort(workers=1)


@SLOW
@given(st.data())
def test_the_model_with_a_plan_fixed_pays_what_the_judge_charges(data):
    unit, policy = data.draw(units()), data.draw(policies())
    plan = data.draw(plans(unit))
    formulation = formulate(unit, policy)
    charged = Judge(formulation).judge(plan).score
    assert charged.cost % formulation.grain == 0
    outcome = solve(formulation, Pins(plan, frozenset(unit.pairs) - plan), run=Run(effort=ONE))
    if charged.broken:
        assert outcome.status is Status.INFEASIBLE
    else:
        assert (outcome.status, outcome.plan, outcome.bound) == (Status.OPTIMAL, plan, charged.cost)


@SLOW
@given(st.data())
def test_relaxed_the_model_pays_for_broken_musts_as_the_judge_charges(data):
    unit, policy = data.draw(units()), data.draw(policies())
    plan = data.draw(plans(unit))
    relaxed = formulate(unit, policy).relaxed(1_000)
    judge = Judge(relaxed)
    verdict = judge.judge(plan)
    outcome = solve(relaxed, Pins(plan, frozenset(unit.pairs) - plan), run=Run(effort=ONE))
    broken = {type(finding.rule) for finding in judge.findings(verdict) if finding.must}
    assert not any(rule.bends for rule in broken)
    expected = (Status.INFEASIBLE, 0) if broken else (Status.OPTIMAL, verdict.score.cost)
    assert (outcome.status, outcome.bound) == expected


@SLOW
@given(st.data())
def test_no_plan_beats_a_proved_optimum(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    judge = Judge(formulation)
    outcome = solve(formulation, run=Run(effort=ONE))
    plan = data.draw(plans(unit))
    score = judge.judge(plan & formulation.offered).score
    if outcome.status is Status.INFEASIBLE:
        assert score.broken
    else:
        assert outcome.status is Status.OPTIMAL
        assert judge.judge(outcome.plan).score == (0, outcome.bound)
        assert score.broken or score.cost >= outcome.bound
