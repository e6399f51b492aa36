"""Generalised assignment: each item to one agent within capacity, at the least cost."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from tests.benchmarks.families.benchmark import Sharing
from tests.benchmarks.families.sums import Pairs, Said


def read(path: Path) -> Sharing:
    """Return an instance: ``m n``, then m rows of costs, m rows of use, and m capacities."""
    m, n, *numbers = (int(word) for word in path.read_text().split())
    if len(numbers) != 2 * m * n + m:
        raise ValueError(f"{path} is no instance of generalised assignment.")
    cost, use, capacity = numbers[: m * n], numbers[m * n : 2 * m * n], numbers[2 * m * n :]
    pairs = tuple(Pair(str(agent), item) for agent in range(m) for item in range(n))

    def musts() -> Iterator[Sum]:
        of_item, of_agent = defaultdict(list), defaultdict(list)
        for used, pair in zip(use, pairs, strict=True):
            of_item[pair.what].append((1, pair))
            of_agent[pair.who].append((used, pair))
        for item, terms in of_item.items():
            yield Sum(Place(what=(str(item),)), tuple(terms), 1, 1)
        for agent, terms in of_agent.items():
            yield Sum(Place(agent), tuple(terms), high=capacity[int(agent)])

    def costs() -> Iterator[Sum]:
        yield Sum(Place(), tuple(zip(cost, pairs, strict=True)), high=0)

    policy = Policy((Ruling(Said(musts)), Ruling(Said(costs), Mode.PRICED, 1)))
    return Sharing("gap", path.stem, Pairs(pairs), policy, lambda plan: [(what, who) for who, what in plan])
