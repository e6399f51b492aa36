"""How sure counts make us."""

import pytest

from optimizer.staffing.learn.evidence import by_chance, chance_of_none, listed, most_common, sure


@pytest.mark.parametrize(("kept", "seen", "share"), [(4, 4, 0.510), (28, 28, 0.879), (61, 61, 0.941), (9, 10, 0.596)])
def test_the_lower_end_of_wilsons_interval(kept, seen, share):
    assert sure(kept, seen) == pytest.approx(share, abs=0.001)


def test_nothing_seen_makes_us_sure_of_nothing():
    assert sure(0, 0) == sure(0, 5) == 0


def test_the_chance_that_none_of_two_is_among_three_of_five():
    assert chance_of_none(5, 2, 3) == pytest.approx(1 / 10)
    assert chance_of_none(5, 2, 4) == 0


def test_of_two_equally_common_numbers_the_higher_counts():
    assert most_common([3, 4, 3, 4, 5]) == (4, 2)


def test_words():
    assert [listed([]), listed(["D"]), listed(["D", "E", "N"])] == ["", "D", "D, E and N"]
    assert [by_chance(0.025), by_chance(0.0001)] == ["in 2.5 % of cases", "in less than 0.1 % of cases"]
