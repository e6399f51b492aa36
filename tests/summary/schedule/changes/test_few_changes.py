"""Of all that a search would change, the few changes that are worth telling somebody."""

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.requests import Requests
from optimizer.summary.schedule.changes.few_changes import change_count, few_changes
from tests.draw import day, draw

NOW = "ann  D . D\nben  . D .\ncal  N N ."
THEN = "ann  . D D\nben  D . .\ncal  N . N"


def judged(points):
    """Return a judge where Ann asked to be off on the first day, and the verdict on the schedule as it is."""
    unit, plan = draw(NOW, requests=(Request("ann", Wish.OFF, day(0), day(0)),))
    judge = Judge(formulate(unit, Policy((must(OneDutyADay()), priced(Requests(), points)))))
    return judge, judge.judge(plan), draw(THEN)[1]


def test_who_gives_a_duty_up_and_who_gets_it_are_one_step():
    judge, now, then = judged(200)
    few = few_changes(judge, now, now.plan - then, then - now.plan, 60)
    after = judge.edit(now, few.minus, few.plus).plan
    assert after == draw("ann  . . D\nben  D D .\ncal  N N .")[1]
    assert change_count(now.plan, after) == 2


@pytest.mark.parametrize(("points", "seconds"), [(60, 60), (200, 0)])
def test_what_is_not_worth_the_telling_is_not_offered_nor_what_there_is_no_time_for(points, seconds):
    judge, now, then = judged(points)
    assert few_changes(judge, now, now.plan - then, then - now.plan, seconds) is None


def test_where_all_are_worth_it_there_is_nothing_to_choose():
    judge, now, _ = judged(200)
    after = draw("ann  . . D\nben  D D .\ncal  N N .")[1]
    assert few_changes(judge, now, now.plan - after, after - now.plan, 60) is None
