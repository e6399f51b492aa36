"""What became of requests, and what granting the rest would break."""

from dataclasses import replace

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.wishes import denied_wishes, wish_counts
from tests.samples.step_down import small
from tests.ui.apps import solved_small


def case():
    """Return figures, judge and verdict of a schedule, and a duty that would be missed and whose day is asked off."""
    unit, policy = small()
    plan = solved_small()
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(plan)
    worked = min(pair for pair in plan if pair.what.role and judge.edit(verdict, {pair}).score.broken)
    free = next(day for day in unit.days if not any(p.who == worked.who and p.what.day == day for p in plan))
    asked = (Request(worked.who, Wish.OFF, worked.what.day, worked.what.day), Request(worked.who, Wish.OFF, free, free))
    unit = replace(unit, requests=asked)
    judge = Judge(formulate(unit, policy))
    return Figures(unit, plan), judge, judge.judge(plan), worked


def test_days_are_counted_as_asked_granted_and_denied():
    figures, _, _, worked = case()
    (found,) = wish_counts(figures)
    assert (found.who, found.asked, found.granted, found.denied, found.leave) == (worked.who, 2, 1, 1, 0)


def test_a_denied_day_tells_what_granting_it_would_break():
    figures, judge, verdict, worked = case()
    (denied,) = denied_wishes(figures, judge, verdict, most=5)
    assert (denied.who, denied.day, denied.wish) == (worked.who, worked.what.day, "off")
    assert denied.breaks
    assert denied_wishes(figures, judge, verdict, most=0) == ()
