"""What scopes say of people and of shifts."""

import pytest

from optimizer.staffing.facts.words import everyone, kinds


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ((), "everyone"),
        (("RN",), "everyone among RN"),
        (("RN", "LPN", "ann"), "everyone among RN, LPN or ann"),
        (("not Agency",), "everyone but Agency"),
        (("not Agency", "RN", "not ann"), "everyone among RN but not Agency or ann"),
    ],
)
def test_a_scope_of_people_says_whom_it_means(scope, said):
    assert everyone(scope) == said


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ((), "duties"),
        (("D", "E", "night"), "D, E or night duties"),
        (("not N",), "duties other than N"),
        (("day", "not L"), "day duties other than L"),
    ],
)
def test_a_scope_of_shifts_says_which_it_means(scope, said):
    assert kinds(scope, "duties") == said
