"""Compiled code is kept where no package is: what stayed behind in one would hide the next installation."""

from pathlib import Path

import pytest

import optimizer
from optimizer.engine.quick.anneal import anneal
from optimizer.engine.rosters.pricing import cheapest
from optimizer.engine.rosters.ways.beam import beamed
from optimizer.engine.sums.knapsack import knapsack


@pytest.mark.parametrize("function", [anneal, cheapest, beamed, knapsack], ids=lambda function: function.__name__)
def test_nothing_that_is_compiled_is_written_into_the_package(function):
    kept = Path(function.stats.cache_path)
    assert kept.is_dir()
    assert not kept.is_relative_to(Path(optimizer.__file__).parent)
