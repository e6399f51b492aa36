"""From the linear program to a plan: what it takes whole is fixed, and the rest decided."""

import random
import time

import numpy as np

from optimizer.engine.outcome import Status
from optimizer.engine.sums.decide import Decider
from optimizer.engine.sums.relaxation import Relaxed, left

# Chosen, no measurement is kept: `python -m tests.benchmarks caseloads` shows what other numbers come to.
WHOLE = 1e-6
"""How near to 1 counts as whole: more than a linear program errs."""
SHARES = (0.0, 0.1, 0.3, 0.6)
"""Which parts of what the linear program takes whole are freed beside the rest, should less not do."""
WHOLE_SHARE = 0.5
"""Which part of the time the search of all at once may take."""


def round_off(decider: Decider, relaxed: Relaxed, chance: random.Random, seconds: float) -> None:
    """Fix what the linear program takes whole, and decide the rest; free more when that cannot be."""
    whole = frozenset(pair for pair, value in relaxed.values.items() if value > 1 - WHOLE)
    untouched = {pair.what for pair in decider.formulation.pairs} - {pair.what for pair in relaxed.values}
    parted = {pair.what for pair in relaxed.values if pair not in whole} | untouched
    until = time.monotonic() + seconds
    for share in SHARES:
        whats = parted | {pair.what for pair in whole if chance.random() < share}
        free = {pair for pair in decider.formulation.pairs if pair.what in whats}
        rest = until - time.monotonic()
        if rest <= 0 or decider.clock.over():
            return
        if decider.part(whole - free, free, None, rest) not in (None, Status.INFEASIBLE):
            return


def search_whole(decider: Decider, relaxed: Relaxed, most: float) -> None:
    """Search all that a better plan could have for a while, mostly for the bound."""
    kept, before = np.ones(len(decider.choices.options), np.bool_), decider.incumbent.score
    if before is not None:
        kept = left(decider.choices, relaxed, before.cost - decider.incumbent.grain)
    decided, bound = decider.kept(kept, WHOLE_SHARE * decider.clock.left(most / WHOLE_SHARE))
    if before is not None and (decided or bound is not None):
        # what is not kept costs at least as much as the plan that was known, and so does all when nothing is left
        decider.incumbent.post(None, before.cost if bound is None else min(before.cost, bound))
