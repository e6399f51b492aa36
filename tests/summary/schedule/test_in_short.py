"""What a schedule comes to in one sentence, as it is said before and after it is taken."""

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.policy import default_policy
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.in_short import in_short
from tests.draw import draw

WEEK = {"pay_period_days": 7, "full_time": 40 * 60}
FULL = "ann  D D D D D . .\nben  . . . . . D D"
LONG = "ann  D D D D D D .\nben  . . . . . . D"


def told(picture, proof="", minimum=1, target=1):
    unit, plan = draw(picture, calendar=WEEK, needs=(Need(When(), "D", "RN", minimum, target),))
    judge = Judge(formulate(unit, default_policy()))
    return in_short(Figures(unit, plan), judge.findings(judge.judge(plan)), proof)


@pytest.mark.parametrize(
    ("picture", "target", "said"),
    [
        (FULL, 1, "No must-fix problem; every shift staffed; no overtime."),
        (FULL, 2, "No must-fix problem; 7 shifts short; no overtime."),
        (LONG, 1, "1 must-fix problem; every shift staffed; 8 h overtime."),
    ],
)
def test_it_tells_of_what_must_be_kept_of_gaps_and_of_overtime(picture, target, said):
    assert told(picture, target=target) == said


def test_shifts_below_the_minimum_are_must_fix_problems_and_are_short():
    assert told("ann  D D D D D . .\nben  . . . . . D .") == "1 must-fix problem; 1 shift short; no overtime."


def test_what_is_proved_comes_last_where_anything_is():
    said = told(FULL, "No schedule can be more than 3.0 % better.")
    assert said.endswith("; no overtime; no schedule can be more than 3.0 % better.")
