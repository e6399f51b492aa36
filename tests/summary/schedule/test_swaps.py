"""Swaps: two people's duties exchanged as one edit, judged in both rows at once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.summary.schedule.swaps import swap, swap_partners, swap_said
from tests.draw import day, draw
from tests.made.random_policies import policies
from tests.made.random_units import plans, units

POLICY = Policy((must(OneDutyADay()), must(Rest(limit=10 * 60)), priced(Requests(), 40)))
PICTURE = "ann  D . .\nben  . N .\ncal  . E D"


def judged(picture=PICTURE, people=None, policy=POLICY, **facts):
    unit, plan = draw(picture, people, **facts)
    judge = Judge(formulate(unit, policy))
    return unit, judge, judge.judge(plan)


def drawn(picture, people=None):
    return draw(picture, people)[1]


def test_on_the_days_of_a_swap_two_people_have_each_other_s_duties():
    unit, judge, verdict = judged()
    found = swap(unit, judge, verdict, "ann", "ben", [day(0), day(1)])
    assert judge.edit(verdict, found.minus, found.plus).plan == drawn("ann  . N .\nben  D . .\ncal  . E D")
    assert (found.reasons, found.effect.broken) == ((), 0)
    assert swap_said(unit, found) == "Ann D on Mon 1 Jun with Ben N on Tue 2 Jun"


def test_a_swap_that_breaks_a_must_of_either_says_so():
    unit, judge, verdict = judged("ann  N . .\nben  . D .\ncal  . M .")
    found = swap(unit, judge, verdict, "ann", "cal", [day(1)])
    assert found.reasons == ()  # ann has M 12 h after her N
    assert swap(unit, judge, verdict, "ann", "ben", [day(1)]).reasons == (
        "Ann has 0 h of rest before the duty on Tue 2 Jun; it should be 10 h.",
    )


def test_who_could_swap_is_ranked_by_what_it_costs_and_who_could_not_is_told_why():
    unit, judge, verdict = judged(requests=(Request("ann", Wish.OFF, day(1), day(1)),))
    found = swap_partners(unit, judge, verdict, "ann", day(0))
    assert [(each.other, each.days, each.effect.penalty) for each in found.could] == [
        ("cal", (day(0), day(2)), 0),
        ("ben", (day(0), day(1)), 40_00),
    ]
    away = swap_partners(*judged(requests=(Request("cal", Wish.OFF, day(0), day(0), approved=True),)), "ann", day(0))
    assert [each.other for each in away.could] == ["ben"]
    assert [(each.other, each.reasons) for each in away.could_not] == [
        ("cal", ("Cal is on approved leave on Mon 1 Jun.",))
    ]


def test_locked_duties_leave_and_people_without_the_role_are_not_swapped():
    unit, judge, verdict = judged()
    locked = swap(unit, judge, verdict, "ann", "ben", [day(0), day(1)], {("ben", day(1))})
    assert locked.reasons[0] == "Ben's Tue 2 Jun is locked."
    unit, judge, verdict = judged("ann  P .\nben  . D")
    assert swap(unit, judge, verdict, "ann", "ben", [day(0), day(1)]).reasons == (
        "Ann has P on Mon 1 Jun, which cannot be anybody else's.",
    )
    unit, judge, verdict = judged("ann  D .\nben  . D", {"ben": {"roles": ("CNA",)}})
    reasons = swap(unit, judge, verdict, "ann", "ben", [day(0), day(1)]).reasons
    assert set(reasons) == {"Ben does not work as RN.", "Ann does not work as CNA."}


def test_nobody_swaps_with_their_own_other_contract():
    unit, judge, verdict = judged("ann  D .\nann2  . D", {"ann2": {"same_as": "ann"}})
    assert swap_partners(unit, judge, verdict, "ann", day(0)).could == ()


def test_there_is_nothing_to_swap_without_a_duty_or_with_the_same():
    unit, judge, verdict = judged()
    assert swap_partners(unit, judge, verdict, "ann", day(2)).could == ()
    unit, judge, verdict = judged("ann  D .\nben  D .")
    assert swap(unit, judge, verdict, "ann", "ben", [day(0)]).reasons == ("Ann and Ben have the same on Mon 1 Jun.",)


@settings(max_examples=60, suppress_health_check=[*HealthCheck], deadline=None)
@given(st.data())
def test_a_swap_comes_to_what_the_whole_plan_comes_to_and_back(data):
    unit = data.draw(units())
    judge = Judge(formulate(unit, data.draw(policies())))
    verdict = judge.judge(data.draw(plans(unit)))
    staff, when = data.draw(st.sampled_from(unit.staff)), data.draw(st.sampled_from(unit.days))
    found = swap_partners(unit, judge, verdict, staff.id, when, limit=99)
    for each in found.could:
        after = judge.judge((verdict.plan - each.minus) | each.plus)
        assert after.score.cost - verdict.score.cost == each.effect.penalty
        assert judge.edit(after, each.plus, each.minus).plan == verdict.plan
        assert not each.effect.breaks
    assert all(each.reasons for each in found.could_not)
