import pytest

from optimizer.staffing.schedule.fairness import gini, jain, shares_of, spread
from optimizer.staffing.schedule.figures import Figures
from tests.draw import draw


def test_the_published_example():
    assert round(gini([2, 2, 4]), 4) == 0.1667
    assert round(jain([2, 2, 4]), 4) == 0.8889
    assert spread([2, 2, 4]) == 2


def test_equal_shares_and_nothing_to_share_are_fair():
    for shares in ([3, 3, 3], [0, 0], []):
        assert (gini(shares), jain(shares), spread(shares)) == (0, 1, 0)


def test_one_who_has_everything_is_as_unfair_as_it_gets():
    assert gini([0, 0, 0, 8]) == pytest.approx(0.75)
    assert jain([0, 0, 0, 8]) == pytest.approx(0.25)


def test_shares_are_per_fte_and_of_those_alone_who_can_share():
    people = {"ben": {"fte": 0.5}, "cal": {"shifts": ("N",)}, "dot": {"fte": 0.0}}
    unit, plan = draw("ann  N N . \n ben  N . D \n cal  N N N \n dot  N . .", people)
    assert shares_of(Figures(unit, plan), "nights") == (2, 2)
