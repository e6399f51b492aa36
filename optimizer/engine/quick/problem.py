"""A formulation as a few tables of whole numbers: what a compiled search reads.

Two things are kept apart: what musts are broken by, each unit by how firm its rule is, and what the rest costs in
cents. A must that bends at a price (``Formulation.relaxed``) is still counted with the musts.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Ints, Small

IntTable = Ints | Small
NONE = -1

HARD, SOFT, TERM_AT = 0, 1, 2
"""Columns of ``options``: what one breaks and costs by itself, and where its terms begin."""
ROW, FACTOR = 0, 1
"""Columns of ``terms``."""
BASE, CARRY_TO, ABOVE, TIMES, CLAUSE_AT = 0, 1, 2, 3, 4
"""Columns of ``rows``: what was there before; what exceeds ABOVE goes, TIMES so much, into another row, if any."""
LOW, HIGH, SCALE, STEP, PRICE, MUST = 0, 1, 2, 3, 4, 5
"""Columns of ``clauses``: its bounds, and its tariff, with the musts when MUST is 1."""
GROUP, START, WALK_PRICE, WALK_MUST = 0, 1, 2, 3
"""Columns of ``walks``: which group reads it, from which state on, and what a step of its tariff costs."""
STEP_AT, LETTERS = 0, 1
"""Columns of ``groups``: where its steps begin, and how many letters it knows."""
HEAD, UNITS = 0, 1
"""Columns of ``steps``: the next state, and the steps of a tariff that are begun."""


class QuickProblem(NamedTuple):
    """Tables; those whose rows say where others begin have one row more, for the end.

    ``at[person, day, label]`` is the number of an option, NONE where there is none; label 0 is having nothing, and on
    different days the same label means the same thing. ``letter[group, day, label]`` is NONE on days that a group does
    not read. The step of letter l in state s of a group stands at STEP_AT + s * LETTERS + l.
    """

    at: Small
    options: Ints
    terms: Ints
    rows: Ints
    clauses: Ints
    walk_at: Ints
    walks: Ints
    groups: Ints
    letter: Small
    steps: Ints


def table_of(lines: Sequence[Sequence[int]], columns: int) -> Ints:
    """Return lines as a table, also when there are none."""
    return np.array(lines, np.int64).reshape(-1, columns)


def begins_of(sizes: Iterable[int]) -> list[int]:
    """Return where each of some stretches begins, and where the last ends."""
    return [0, *accumulate(sizes)]
