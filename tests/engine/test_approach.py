"""Budgets that are musts, and the way to them."""

import threading
import time

from optimizer.engine.approach import approached
from optimizer.engine.outcome import Outcome, Pins, Progress, Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.planning.law import Sum
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw


def unit():
    people = {who: {"pay_class": who} for who in ("ann", "ben")}
    picture = "\n".join(f"{who}  {'. ' * 14}" for who in people)
    pay = {"ann": PayClass(31_37), "ben": PayClass(47_11)}
    return draw(picture, people, needs=(Need(When(), "D", "RN", 0, 2),), pay=pay)[0]


def formulation(budget, *, hard=True):
    rules = (must(OneDutyADay()), must(Rest()), priced(CoverTarget(), 250))
    rule = Budget(limit=budget)
    return formulate(unit(), Policy((*rules, must(rule) if hard else priced(rule, 1))))


def test_only_a_fine_must_is_eased_and_a_thousandth_is_left_over():
    hard, soft = formulation(1000_00), formulation(1000_00, hard=False)
    changed = [(a, b) for a, b in zip(hard.clauses, hard.eased().clauses, strict=True) if a != b]
    ((before, after),) = changed
    assert isinstance(before.law, Sum) and isinstance(after.law, Sum)
    assert (before.must, after.must, after.price) == (True, False, 10_00)
    assert after.law.high == before.law.high * 999 // 1000
    assert soft.eased() == soft


def test_the_budget_is_kept_by_what_is_found_and_by_all_that_is_told_on_the_way():
    told = []
    problem = formulation(3_000_00)
    outcome = solve(
        problem, engine=Engine.ROSTERS, run=Run(time.monotonic() + 120, on_progress=told.append, effort=Effort(1))
    )
    assert outcome.score.broken == 0
    assert outcome.bound <= outcome.score.cost
    assert all(progress.bound <= outcome.score.cost for progress in told)
    exact = solve(problem, engine=Engine.CPSAT, run=Run(time.monotonic() + 120))
    assert exact.status is Status.OPTIMAL
    assert outcome.bound <= exact.score.cost <= outcome.score.cost


def test_a_wish_to_stop_is_heard_on_the_way():
    wish, heard = threading.Event(), []

    def waiting(problem, pins, *, start, run):
        while not run.clock.over():
            time.sleep(0.01)
        heard.append(run.stopped)
        return Outcome(Status.STOPPED, None, None, 0, 0)

    threading.Timer(0.1, wish.set).start()
    run = Run(time.monotonic() + 20, wish)
    assert approached(waiting, formulation(1000_00), Pins(), None, run) is None
    assert heard == [True]


def test_the_way_ends_after_some_time_once_a_plan_is_within_the_musts():
    problem, told = formulation(1000_00), []
    within, beyond = frozenset(), frozenset(problem.offered)
    ended = []

    def solver(eased, pins, *, start, run):
        for seconds, plan in ((1, beyond), (2, within), (7, within), (8, beyond), (9, within)):
            run.tell(Progress(seconds, 0, 99, plan))
            ended.append(run.stopped)
        return Outcome(Status.STOPPED, within, None, 0, 0)

    run = Run(time.monotonic() + 10, on_progress=told.append)
    assert approached(solver, problem, Pins(), None, run) == within
    assert ended == [False, False, True, True, True]
    told = [(progress.seconds, progress.cost is None, progress.bound) for progress in told]
    assert told == [(1, True, 0), (2, False, 0)]  # the same again is no news


def test_what_was_given_within_the_musts_is_not_lost_on_the_way():
    problem = formulation(1000_00)
    beyond = frozenset(pair for pair in problem.offered if pair.what.shift == "D")

    def solver(eased, pins, *, start, run):
        run.tell(Progress(1, 0, 0, beyond))
        return Outcome(Status.FEASIBLE, beyond, None, 0, 0)

    given = frozenset()
    assert approached(solver, problem, Pins(), given, Run(time.monotonic() + 10)) == given
