"""How many nurses some patients take, to the oracles of the law and by brute force."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.shift import Part
from optimizer.staffing.need.ratio import load, may_hold, no_law, nurses_needed, stricter


@pytest.mark.parametrize(
    ("patients", "ratio", "nurses"),
    [(23, 5, 5), (23, 4, 6), (11, 2, 6), (28, 4, 7), (28, 7, 4), (0, 5, 0), (1, 5, 1), (25, 5, 5), (26, 5, 6)],
)
def test_patients_alike_take_their_number_over_their_ratio_rounded_up(patients, ratio, nurses):
    """California 23 medical-surgical, 23 telemetry and 11 intensive care patients; Queensland 28 by day and night."""
    assert nurses_needed([ratio] * patients) == nurses


def test_a_mixture_fills_a_nurse_up_to_one():
    assert load([2, 3]) == Fraction(5, 6)
    assert round(float(load([2, 3])), 3) == 0.833
    assert may_hold([2, 3])
    assert round(float(load([2, 3, 3])), 3) == 1.167
    assert not may_hold([2, 3, 3])
    assert may_hold([2, 2])
    assert may_hold([])


def test_the_strictest_ratio_caps_a_mixture_even_where_the_load_would_fit():
    assert load([2, 8, 8]) < 1
    assert not may_hold([2, 8, 8])


def test_a_mixture_is_not_rounded_up_for_every_kind():
    assert nurses_needed([2, 4, 4]) == 2
    assert nurses_needed([2, 3]) == 1
    assert nurses_needed([2, 3, 3]) == 2


def test_patients_who_take_more_than_one_nurse():
    assert nurses_needed([Fraction(2, 5)] * 2) == 5  # operating rooms at 2.5 to 1
    assert nurses_needed([Fraction(2, 5), 4, 4]) == 4
    assert nurses_needed([Fraction(5, 2)] * 5) == 2


def test_of_law_and_own_rule_the_stricter_holds():
    assert stricter(5, 4) == 4
    assert stricter(None, Fraction(9, 2)) == Fraction(9, 2)
    assert stricter(None, None) is None
    assert no_law("critical_care", date(2026, 6, 1), Part.DAY) is None


@given(st.lists(st.sampled_from((1, 2, 3, 4, 5, 6)), min_size=1, max_size=6))
def test_an_assignment_exists_for_the_nurses_needed_and_for_no_fewer(ratios):
    needed = nurses_needed(ratios)
    assert needed >= load(ratios)
    assert _assignable(ratios, needed)
    assert not _assignable(ratios, needed - 1)


def _assignable(ratios, nurses):
    return any(
        all(may_hold([r for r, who in zip(ratios, hands, strict=True) if who == nurse]) for nurse in range(nurses))
        for hands in product(range(nurses), repeat=len(ratios))
    )
