"""Random units that cannot be staffed: what is told of them is right, by solving again, and short.

``python -m tests.benchmarks impossible`` looks at a hundred of them.
"""

import pytest

from tests.made.impossible_units import KINDS, wrong_with


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", KINDS)
def test_the_explanation_of_a_random_unit_is_right(kind, seed):
    assert wrong_with(kind, seed) == []
