"""Balanced nursing workload: each patient to one nurse of the zone, and the least sum of squared loads.

A pair gives a zone one nurse with all that she has: one to three patients. Then squares are plain prices, zones hold by
themselves, and nurses who are alike are not told apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy, Ruling
from tests.benchmarks.families.benchmark import Sharing
from tests.benchmarks.families.sums import Pairs, Said


class Load(NamedTuple):
    """The patients of one nurse, numbered over all zones, and what they weigh together."""

    patients: tuple[int, ...]
    weight: int


def read(path: Path) -> Sharing:
    """Return an instance: ``zones nurses``, ``fewest most heaviest``, then a row for each zone, its length first."""
    (_, nurses), (fewest, most, heaviest), *zones = ([int(word) for word in line.split()] for line in _lines(path))
    pairs, first = [], 0
    for zone, (_, *weights) in enumerate(zones):
        loads = (chosen for size in range(fewest, most + 1) for chosen in combinations(range(len(weights)), size))
        for chosen in loads:
            weight = sum(weights[each] for each in chosen)
            if weight <= heaviest:
                pairs.append(Pair(f"zone {zone}", Load(tuple(first + each for each in chosen), weight)))
        first += len(weights)

    def musts() -> Iterator[Sum]:
        of_patient = defaultdict(list)
        for pair in pairs:
            for patient in pair.what.patients:
                of_patient[patient].append((1, pair))
        for patient, terms in of_patient.items():
            yield Sum(Place(what=(str(patient),)), tuple(terms), 1, 1)
        yield Sum(Place(), tuple((1, pair) for pair in pairs), nurses, nurses)

    def squares() -> Iterator[Sum]:
        yield Sum(Place(), tuple((pair.what.weight**2, pair) for pair in pairs), high=0)

    policy = Policy((Ruling(Said(musts)), Ruling(Said(squares), Mode.PRICED, 1)))
    return Sharing("prob069", path.stem, Pairs(tuple(pairs)), policy, _items)


def _items(plan: Plan) -> list[tuple[int, str]]:
    return [(patient, f"nurse {n}") for n, pair in enumerate(sorted(plan)) for patient in pair.what.patients]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if line.strip()]
