"""Decides which laws a person's graph follows, which totals are counted beside it, and which multipliers hold."""

from collections import defaultdict
from collections.abc import Hashable
from contextlib import suppress
from functools import partial
from math import prod
from typing import NamedTuple

from optimizer.engine.clock import Check
from optimizer.engine.rosters.graph import DayWord, Graph, GraphTooLargeError, LawTrack, Starts, multiplied, track
from optimizer.engine.rosters.rows import RosterOption
from optimizer.engine.rosters.ways.readings import LawReading
from optimizer.planning.formulation import Clause

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
LARGEST = 3_000_000
"""How many arcs a graph may have."""
WHOLE, ROUND = 400_000, 60_000_000
"""How many arcs a graph may have that follows sums as well, and how many the graphs of all people may have, one by one,
where there are few people: all of them are read whenever rosters are priced."""
TOGETHER = 100_000_000
"""How many arcs all graphs may have together: 12 bytes each, and a while to read them all when rosters are priced."""
HOPELESS = 20
"""Up to how many times the arcs allowed a graph may get if all totals of all sums met in all its states; more is not
even tried."""
DayOptions = list[list[RosterOption]]


class GraphFit(NamedTuple):
    """A graph, which laws it follows, and which sums may be counted beside it, the likeliest first."""

    graph: Graph
    followed: list[int]
    beside: list[int]


class GraphFitting:
    """Fits graphs to groups of people with the same laws; those whose walks alone are the same share them still."""

    def __init__(
        self, laws: dict[str, list[LawReading]], cells: dict[str, DayOptions], groups: int, check: Check
    ) -> None:  # fmt: skip
        self._laws, self._cells, self._check = laws, cells, check
        self._most = min(max(WHOLE, min(LARGEST, ROUND // max(1, len(laws)))), TOGETHER // max(1, groups))
        self._tracks: dict[Hashable, LawTrack] = {}
        self._of_walks: dict[Hashable, Graph] = {}
        self._alike: dict[Hashable, list[str]] = defaultdict(list)
        for who in laws:
            self._alike[self._walk_key(who)].append(who)

    def fit(self, members: list[str]) -> GraphFit:
        """Return a graph of every walk with all sums, or else with the short ones and what may be counted beside it."""
        laws = self._laws[members[0]]
        walks = self._walks(members[0])
        graph = self._graph_of_walks(members[0])
        sums = [n for n, law in enumerate(laws) if law.loose and not (law.loose.factors < 0).any()]
        sums.sort(key=lambda n: laws[n].rank)
        if graph.head.size * prod(laws[n].totals for n in sums) <= HOPELESS * self._most:
            with suppress(GraphTooLargeError):
                return GraphFit(self._graph(members, walks + sums, self._most), walks + sums, [])
        possible = HOPELESS * self._most // max(1, graph.head.size)
        short = [n for n in sums if laws[n].short and laws[n].totals <= possible]
        drop = 1
        while short:
            with suppress(GraphTooLargeError):
                followed = walks + short
                return GraphFit(
                    self._graph(members, followed, self._most), followed, [n for n in sums if n not in followed]
                )
            del short[-drop:]
            drop *= 2
        return GraphFit(graph, walks, [n for n in sums if not laws[n].short])

    def _walks(self, who: str) -> list[int]:
        return [n for n, law in enumerate(self._laws[who]) if law.loose is None]

    def _walk_key(self, who: str) -> Hashable:
        return len(self._cells[who]), tuple(self._laws[who][n].key for n in self._walks(who))

    def _graph_of_walks(self, who: str) -> Graph:
        """Return the graph of the walks alone, which all have whose walks have the same keys."""
        key = self._walk_key(who)
        if key not in self._of_walks:
            self._of_walks[key] = self._graph(self._alike[key], self._walks(who), LARGEST)
        return self._of_walks[key]

    def _graph(self, members: list[str], followed: list[int], most: int) -> Graph:
        """Return a graph of some laws of some people; raises GraphTooLargeError when it takes more arcs than that."""
        laws = self._laws[members[0]]
        starts = {tuple(self._laws[who][n].start for n in followed) for who in members}
        words: list[set[DayWord]] = [set() for _ in self._cells[members[0]]]
        for who in members:
            self._check()
            read = [self._laws[who][n] for n in followed]
            for spoken, day in zip(words, words_of(read, self._cells[who]), strict=True):
                spoken.update(day)
        tracks = [self._track(laws[n], starts, words, place) for place, n in enumerate(followed)]
        return multiplied(tracks, starts, words, most, self._check)

    def _track(self, law: LawReading, starts: set[Starts], words: list[set[DayWord]], place: int) -> LawTrack:
        """Return a law, one of several by its place, as a graph follows it; what was unfolded before is not again."""
        begun = frozenset(start[place] for start in starts)
        alphabet = tuple(frozenset(word[place] for word in day) for day in words)
        key = (law.key, law.machine, begun, alphabet)
        if key not in self._tracks:
            price = partial(_by_unit if law.loose is None else _by_amount, law.clause)
            must = law.clause.must
            self._tracks[key] = track(law.machine, begun, alphabet, must=must, price=price, check=self._check)
        return self._tracks[key]


def words_of(laws: list[LawReading], days: DayOptions) -> list[list[DayWord]]:
    """Return what all the laws read in each option of each day."""
    if not laws:
        return [[()] * len(cell) for cell in days]
    return [list(zip(*day, strict=True)) for day in zip(*(law.letters for law in laws), strict=True)]


def of(word: DayWord, followed: list[int]) -> DayWord:
    """Return what some of the laws read."""
    return tuple(word[n] for n in followed)


def _by_unit(clause: Clause, amount: int) -> float:
    return float(clause.cost(amount))


def _by_amount(clause: Clause, amount: int) -> float:
    """Charge in proportion: a started unit counts whole only for a sum's total, not for each day's part of it."""
    return amount * clause.price / clause.rule.per
