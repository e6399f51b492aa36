"""Parts near the linear program keep what is chosen, and grow while they are decided for good."""

import random

import numpy as np

from optimizer.caseload.policy import default_policy
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.nearby import FIRST, LEAST, Nearby
from optimizer.engine.sums.part import Parts
from optimizer.planning.formulation import formulate
from tests.caseload.generate import generate


def whole():
    panel = generate(8, 120, 1)
    return choices(Parts(formulate(panel, default_policy())).part(frozenset(), panel.offered))


def test_what_is_chosen_is_kept_and_as_many_others_as_the_size_allows():
    found = whole()
    chosen = found.begins[1:] - 1
    nearby = Nearby(found, np.arange(len(found.options), dtype=float), random.Random(1))
    for _ in range(12):
        kept = nearby.next(chosen)
        assert kept[chosen].all()
        assert kept.sum() <= found.groups + FIRST
    assert kept.sum() > found.groups


def test_the_nearest_come_first_and_easy_parts_grow_while_hard_ones_shrink():
    found = whole()
    worth = np.random.default_rng(1).random(len(found.options)) * 1000
    chosen = found.begins[:-1]
    nearby = Nearby(found, worth, random.Random(1))
    first = nearby.next(chosen)  # everybody takes part
    others = np.ones(len(first), np.bool_)
    others[chosen] = False
    assert worth[first & others].max() <= worth[~first].min() + 0.001
    sizes = []
    for easy in (True, False):
        grown = Nearby(found, worth, random.Random(1))
        for _ in range(20):
            grown.learn(easy=easy)
        sizes.append((grown.next(chosen) & others).sum())
    assert sizes[0] > FIRST > sizes[1] == LEAST
