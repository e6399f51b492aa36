from dataclasses import replace

import pytest

from optimizer.engine.outcome import Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.implied import with_implied, without_implied
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import SHIFTS, amounts, draw, says

HOUR = 60
LATE = {"C": 31 * HOUR + 15, "N": 31 * HOUR + 30, "M": 43 * HOUR, "P": 32 * HOUR}
SHIFTS_LATE = tuple(replace(shift, end=LATE.get(shift.code, shift.end)) for shift in SHIFTS)
"""C and N last until 07:15 and 07:30, M until 19:00 and P, which is leave, until 08:00 of the day after."""


def found(picture, rule=None):
    return amounts(rule or NoOverlap(), picture, shifts=SHIFTS_LATE)


def test_a_duty_may_begin_when_the_one_before_ends_and_no_minute_earlier():
    assert amounts(NoOverlap(), "ann  C D . N D") == []
    assert found("ann  C D") == [15]
    assert found("ann  N D . C S . M N") == [30]


def test_it_holds_for_every_kind_but_leave_which_has_no_hours_of_its_own():
    assert found("ann  C L . N S . M C . M S") == [15, 11 * HOUR]
    assert found("ann  N P . P D") == []


def test_it_counts_across_the_border_and_history_alone_is_not_charged():
    assert found("ann  C | D .") == [15]
    assert found("ann  C D | .") == []


def test_beside_a_must_of_rest_two_duties_at_work_are_left_to_that():
    beside = NoOverlap(at_work=0)
    assert found("ann  N D . C D . M C", beside) == [15]
    own, (unit, _) = Policy((Ruling(OneDutyADay()), Ruling(Rest()))), draw("ann  .", shifts=SHIFTS_LATE)
    assert with_implied(own, unit).rulings[-1].rule == beside
    for other in (Ruling(Rest(), Mode.OFF), Ruling(Rest(), Mode.PRICED, 1), Ruling(Rest(to=("RN",)))):
        assert with_implied(Policy((other,)), unit).rulings[-1].rule == NoOverlap()
    assert without_implied(with_implied(with_implied(own, unit), unit)) == own


def test_where_no_two_shifts_can_overlap_there_is_no_law():
    unit, _ = draw("ann  . .", shifts=tuple(shift for shift in SHIFTS_LATE if shift.code in "DEP"))
    assert [*NoOverlap().laws(unit)] == []
    assert with_implied(Policy(()), unit) == Policy(())


def test_it_is_always_a_must_and_yet_a_plan_that_breaks_it_can_be_had():
    with pytest.raises(ValueError, match="is always a must"):
        Ruling(NoOverlap(), Mode.OFF)
    unit, plan = draw("ann  C D", shifts=SHIFTS_LATE)
    relaxed = formulate(unit, Policy((Ruling(NoOverlap()),))).relaxed(1_00)
    assert Judge(relaxed).judge(plan).score == (0, 10_00)


@pytest.mark.parametrize("engine", [Engine.CPSAT, Engine.ROSTERS])
def test_no_engine_gives_anybody_two_duties_at_once(engine):
    policy, effort = Policy((Ruling(OneDutyADay()), Ruling(CoverMinimum()), Ruling(NoOverlap()))), Effort(workers=1)
    needs = tuple(Need(When(), code, "RN", 1, 1) for code in "DC")
    unit, _ = draw("ann  C | . . .\nben  . | . . .", shifts=SHIFTS_LATE, needs=needs)
    outcome = solve(formulate(unit, policy), engine=engine, run=Run(effort=effort))
    assert {(pair.who, pair.what.shift) for pair in outcome.plan} == {("ann", "C"), ("ben", "D")}
    alone = formulate(draw("ann  C | . . .", shifts=SHIFTS_LATE, needs=needs[:1])[0], policy)
    assert solve(alone, engine=engine, run=Run(effort=effort)).status is Status.INFEASIBLE


def test_the_sentence_names_person_day_and_by_how_much():
    assert says(NoOverlap(), "ann  C D", shifts=SHIFTS_LATE) == [
        "Ann's duty on Tue 2 Jun begins 15 min before the one before it ends."
    ]
    assert "begins 12 h before" in says(NoOverlap(), "ann  M D", shifts=SHIFTS_LATE)[0]
