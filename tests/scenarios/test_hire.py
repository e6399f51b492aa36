"""Which positions are tried, and what is said of them."""

from dataclasses import replace

import pytest

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.score import Score
from optimizer.scenarios.hire import candidates, hire, shortlist
from optimizer.scenarios.run import Limits, ScenarioTask, run
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.rules.hours.hours import HoursHigh
from optimizer.staffing.scenario import Position, with_must
from tests.scenarios.units import EXACT, POLICY, tiny

SHORT = with_must(POLICY, HoursHigh())


def short_unit():
    """Return the four people with more wanted by night than they have hours for, and none of them on nights alone."""
    unit = tiny()
    staff = tuple(replace(s, shifts=("D",) if s.id == "ann" else ()) for s in unit.staff if s.id != "dot")
    return replace(unit, staff=staff, needs=(Need(When(), "D", "RN", 0, 1), Need(When(), "N", "RN", 0, 3)))


@pytest.fixture(scope="module")
def hiring():
    return hire(short_unit(), SHORT, EXACT, lambda tasks: [run(task) for task in tasks])


def test_candidates_are_roles_that_are_needed_by_fte_and_contract():
    assert candidates(short_unit()) == tuple(Position(1, "RN", fte, shift) for fte in (0.9, 0.6) for shift in ("", "D"))


def test_what_is_scarce_is_tried_first():
    base = run(ScenarioTask("base", short_unit(), SHORT, Limits(seconds=60)))
    assert base.worth
    assert shortlist(short_unit(), base)[0] == Position(1, "RN", 0.9)
    assert shortlist(short_unit(), base)[-1].shift == "D"


def test_offers_come_best_first_singles_and_pairs_all_as_good_as_nobody_hired_or_better(hiring):
    costs = [offer.result.score.cost for offer in hiring.offers]
    assert costs == sorted(costs)
    assert {sum(position.count for position in offer.positions) for offer in hiring.offers} == {1, 2}
    assert hiring.offers[0].saving(hiring.base) > 0
    assert hiring.offers[0].sure(hiring.base)


def test_a_night_nurse_saves_what_the_open_nights_cost(hiring):
    best = max(o.saving(hiring.base) for o in hiring.offers if o.positions == (Position(1, "RN", 0.9),))
    assert best == 4 * 250_00  # 0.9 of a week of 40 hours is 36, so 4 shifts of 8 hours


def test_what_is_within_the_gap_is_not_proved(hiring):
    doubtful = replace(hiring.base, outcome=replace(hiring.base.outcome, bound=0))
    assert not any(offer.sure(doubtful) for offer in hiring.offers if offer.result.score.cost)


def test_a_base_that_was_only_not_found_in_time_proves_nothing_and_one_that_cannot_be_does(hiring):
    lost = replace(hiring.base, outcome=Outcome(Status.OUT_OF_TIME, None, None, 0, 1.0), score=Score(3, 0))
    assert not any(offer.sure(lost) for offer in hiring.offers)
    assert hiring.offers[0].sure(replace(lost, outcome=replace(lost.outcome, status=Status.INFEASIBLE)))


def test_without_pairs_only_single_positions_are_tried_and_what_is_lost_is_left_out():
    unit, lost = short_unit(), iter([False, True])

    def solve_all(tasks):
        return [
            None if number == 0 and gone else run(task) for gone in [next(lost)] for number, task in enumerate(tasks)
        ]

    offers = hire(unit, SHORT, EXACT, solve_all, pairs=False).offers
    assert len(offers) == len(candidates(unit)) - 1
    assert hire(unit, SHORT, EXACT, lambda tasks: [None for _ in tasks]) is None
