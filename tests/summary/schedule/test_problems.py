from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum, CoverTarget
from optimizer.staffing.rules.coverage.skill_on_shift import SkillOnShift
from optimizer.staffing.rules.hours.hours import HoursLow
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.summary.schedule.problems import problems
from tests.draw import day, draw

POLICY = Policy(
    (
        priced(CoverTarget(), 250),
        priced(HoursLow(), 20),
        must(Rest(limit=10 * 60)),
        must(CoverMinimum()),
        must(SkillOnShift()),
    )
)
PICTURE = "ann  D N D .\nben  D . . ."


def found(picture=PICTURE, **facts):
    unit, plan = draw(picture, needs=(Need(When(day=day(1)), "D", "RN", 1, 2),), **facts)
    judge = Judge(formulate(unit, POLICY))
    return problems(unit, judge.findings(judge.judge(plan)))


def test_a_problem_has_a_sentence_and_the_cell_to_look_at():
    rest = next(each for each in found() if each.rule == "Rest between duties")
    assert (rest.who, rest.day, rest.must, rest.cost) == ("ann", day(2), True, 0)
    assert rest.sentence == "Ann has 0 h of rest before the duty on Wed 3 Jun; it should be 10 h."


def test_a_problem_of_nobody_is_at_its_place_in_the_coverage():
    target = next(each for each in found() if each.rule == "Target staffing")
    assert (target.who, target.shift, target.role, target.day) == ("", "D", "RN", day(1))
    skill = next(
        each
        for each in found(skill_needs=(SkillNeed(When(day=day(0)), "D", "ACLS"),))
        if each.rule == "Skills on every shift"
    )
    assert (skill.shift, skill.role) == ("D", "")


def test_a_problem_of_a_span_that_began_before_the_plan_is_at_its_first_day():
    hours = [each for each in found("ann  . | D N D .\nben  . | D . . .") if each.rule == "Contract hours, least"]
    assert {each.day for each in hours} == {day(0)}


def test_problems_come_with_the_musts_first_then_the_dearest():
    weights = [(each.must, each.cost) for each in found()]
    assert weights == sorted(weights, key=lambda weight: (not weight[0], -weight[1]))
    assert {each.rule for each in found() if each.must} == {"Minimum staffing", "Rest between duties"}
    # Ben has 8 of 22 h 51 min: 891 minutes are 14.85 hours at $20.
    assert sum(each.cost for each in found() if each.rule == "Contract hours, least") == 297_00
