"""What leadership is told of a hospital's plan: nothing is called proved that is not, nor is a guess told as worth."""

from contextlib import nullcontext

import pytest

from optimizer.engine.outcome import Worth
from optimizer.engine.parts.opening import prices_by_worth
from optimizer.engine.run import Run
from optimizer.planning.law import Sum
from optimizer.planning.score import Score
from optimizer.scenarios.hospital import search as searching
from optimizer.scenarios.hospital import solve as solving
from optimizer.scenarios.hospital.opening import Opening
from optimizer.scenarios.hospital.search import HospitalSearch
from optimizer.scenarios.hospital.solve import HospitalLimits, HospitalOutcome, solve_hospital
from optimizer.scenarios.hospital.told import ended, gains
from tests.samples.hospitals import tiny


def outcome(score, bound):
    return HospitalOutcome((), frozenset(), score, bound, {}, 1.0)


@pytest.mark.parametrize(
    ("score", "bound", "told"),
    [
        (None, 0, "no schedule was found"),
        (Score(2, 5_00), 5_00, "no schedule that keeps every must was found; this one breaks them by 2 units"),
        (Score(0, 5_00), 5_00, "5 points, proved: no schedule has fewer"),
        (Score(0, 100_000_00), 99_999_99, "so at most 0.1 % less"),
        (Score(0, 100_00), 0, "100 points; no schedule has fewer than 0 points, so at most 100.0 % less"),
    ],
)
def test_only_a_bound_that_is_reached_proves_a_plan(score, bound, told):
    said = ended(outcome(score, bound))
    assert told in said
    assert ("proved" in said) == (score == Score(0, 5_00))


def test_a_search_that_is_stopped_before_it_has_prices_tells_no_gains(monkeypatch):
    monkeypatch.setattr(solving, "SMALL", 0)
    found = solve_hospital(tiny(1), HospitalLimits(1), lambda steps: [None] * len(steps), lambda _: None)
    assert found.prices == {}
    assert gains(found) == []


class NoClusterError(Exception):
    """Raised where there is nobody who solves steps."""


@pytest.mark.parametrize("raises", [False, True])
def test_first_prices_are_not_waited_for_where_no_unit_is_solved(raises, monkeypatch):
    ended = []

    def opening_of(members, shared, most, run):
        ended.append(run.stop.wait(20))

    def solve_steps(steps):
        if raises:
            raise NoClusterError
        return [None] * len(steps)

    monkeypatch.setattr(searching, "opening_of", opening_of)
    search = HospitalSearch(tiny(1), solve_steps, lambda _: None)
    with pytest.raises(NoClusterError) if raises else nullcontext():
        assert search.apart(1.0, Run()) is None
    assert ended == [True]


def test_chance_begins_in_every_unit_where_it_is_asked_to(monkeypatch):
    monkeypatch.setattr(solving, "SMALL", 0)
    seeds = []

    def solve_steps(steps):
        seeds.extend(step.seed for step in steps)
        return [None] * len(steps)

    solve_hospital(tiny(1), HospitalLimits(1, seed=7), solve_steps, lambda _: None)
    assert set(seeds) == {7}


def test_what_a_unit_lacks_is_worth_a_float_duty_there_and_in_no_unit_called_as_a_shift_is():
    search = HospitalSearch(tiny(1), lambda steps: [None] * len(steps), lambda _: None)
    covers = [c for c in search.whole.clauses if isinstance(c.law, Sum) and c.law.low and not c.law.place.who]
    worth = tuple(Worth(clause.rule, clause.law.place, 10_00) for clause in covers)
    prices = prices_by_worth(search.whole, worth, search.prices.most)
    search.price_by(Opening({duty: cents for duty, cents in prices.items() if duty in search.prices.duties}))
    assert search.prices.worth == search.prices.now != {}
    said = gains(HospitalOutcome(search.members, frozenset(), Score(0, 0), 0, search.prices.worth, 1.0))
    assert {line.split(" saves")[0] for line in said} == {"One more float duty in ICU", "One more float duty in 3E"}
