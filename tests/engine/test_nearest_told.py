"""The nearest plan, told as what it is."""

from optimizer.engine.nearest import told_apart
from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.policy import must
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw


def test_the_nearest_plan_is_an_ordinary_one_when_it_keeps_every_must_after_all():
    unit, plan = draw("ann  D . .")
    formulation = formulate(unit, Policy((must(OneDutyADay()),)))
    nothing = Outcome(Status.OUT_OF_TIME, None, None, 0, 1.0)
    told = told_apart(Judge(formulation), nothing, plan, sought=True)
    assert (told.status, told.plan, told.score, told.bound) == (Status.FEASIBLE, plan, (0, 0), 0)
