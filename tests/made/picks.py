"""Drawing one of several things; what is drawn from is made once."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

Value = TypeVar("Value")
between = cache(st.integers)
YES_OR_NO = st.booleans()


def pick(draw: st.DrawFn, values: Sequence[Value]) -> Value:
    """Return one of some values, of which the first are the simplest."""
    return values[draw(between(0, len(values) - 1))]
