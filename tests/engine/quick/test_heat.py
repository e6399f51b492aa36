"""Temperatures suit what rules cost: what is cheap is still told apart when all is cold, beside whatever is dear."""

import pytest

from optimizer.engine.quick.heat import heat_of


def test_prices_that_lie_near_each_other_are_measured_by_the_dearest():
    heat = heat_of({300, 25_000}, grain=1)
    assert heat.scale == 25_000
    assert heat.cold == pytest.approx(25)


@pytest.mark.parametrize("dear", [10_000, 1_000_000])
def test_what_is_cheap_does_not_melt_beside_what_is_as_good_as_a_must(dear):
    heat = heat_of({1, 20, dear}, grain=1)
    assert heat.cold == pytest.approx(1 / 6)
    assert heat.scale < dear / 10


def test_it_gets_no_colder_than_costs_can_differ():
    assert heat_of({10, 100}, grain=10).cold == pytest.approx(10 / 6)
    assert heat_of({1}, grain=1).scale == 1
