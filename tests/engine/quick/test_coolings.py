"""Coolings fill the time there is: a short one for a plan at once, a long one, and then the rest."""

from itertools import islice, pairwise

import pytest

from optimizer.engine.clock import Clock, in_seconds
from optimizer.engine.quick.coolings import FIRST_PART, GROWTH, LEAST, LONG, MOST, coolings


def first(many, clock):
    return list(islice(coolings(clock), many))


@pytest.mark.parametrize(("seconds", "short"), [(2, LEAST), (30, FIRST_PART * 30), (600, MOST)])
def test_a_short_cooling_comes_first_and_a_long_one_then(seconds, short):
    one, two = first(2, Clock(in_seconds(seconds)))
    assert one.seconds == pytest.approx(short, abs=0.05)
    assert two.seconds == pytest.approx(LONG * seconds, abs=0.5)
    assert (one.long, two.long) == (False, True)


def test_the_last_cooling_takes_all_that_is_left():
    assert first(3, Clock(in_seconds(1)))[-1].seconds == pytest.approx(1, abs=0.05)


def test_coolings_without_a_deadline_take_ever_longer_and_none_is_worth_waiting_for():
    made = first(4, Clock())
    assert [later.seconds / sooner.seconds for sooner, later in pairwise(made)] == [GROWTH] * 3
    assert not any(cooling.long for cooling in made)
