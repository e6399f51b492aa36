"""Whole people of parts of them, in three ways."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.care import Rounding
from optimizer.staffing.need.rounding import whole_people

PARTS = st.lists(st.fractions(0, 20, max_denominator=60), max_size=5)


@pytest.mark.parametrize(
    ("rounding", "people"),
    [(Rounding.EACH_UP, [6, 2, 1]), (Rounding.NEAREST, [5, 2, 0]), (Rounding.KEEP_TOTAL, [6, 1, 0])],
)
def test_six_point_nine_people_are_nine_or_seven(rounding, people):
    assert whole_people([Fraction("5.2"), Fraction("1.5"), Fraction("0.2")], rounding) == people


@given(PARTS)
def test_a_total_that_is_kept_is_rounded_up_once_and_never_leaves_the_first_role_short(parts):
    kept = whole_people(parts, Rounding.KEEP_TOTAL)
    assert sum(kept) == -(-sum(parts, Fraction()) // 1)
    assert all(people > part - 1 for people, part in zip(kept, parts, strict=True))
    assert not parts or kept[0] >= parts[0]


@given(PARTS)
def test_the_nearest_is_never_more_than_half_a_person_away(parts):
    pairs = zip(whole_people(parts, Rounding.NEAREST), parts, strict=True)
    assert all(abs(people - part) <= Fraction(1, 2) for people, part in pairs)
