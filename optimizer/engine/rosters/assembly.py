"""Decides which laws a person's graph follows and which are left to multipliers, and makes everyone's graph."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from math import gcd, inf, prod
from typing import NamedTuple

import numpy as np

from optimizer.engine.arrays import Floats
from optimizer.engine.clock import UNHURRIED, Check
from optimizer.engine.rosters.counter import Counter, CounterLetter
from optimizer.engine.rosters.graph import DayWord, Graph, GraphTooLargeError, LawTrack, Starts, multiplied, track
from optimizer.engine.rosters.loose import Loose
from optimizer.engine.rosters.people import RosterPerson, Tally, Way
from optimizer.engine.rosters.pricing import BARRED
from optimizer.engine.rosters.rows import MUST, MasterRows, RosterOption
from optimizer.planning.formulation import Clause
from optimizer.planning.law import Letter, Machine, PersonDays, State, Sum, Walk
from optimizer.planning.pair import Pair, Plan

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
SHORT = 14
"""Sums over no more days than this enter a graph first: what they add to it is forgotten soon."""
LARGEST = {True: 3_000_000, False: 1_500_000}
"""How many arcs a graph may have, with musts and with prices: multipliers keep a priced sum near its bounds well, but
rosters that break a must are no use at all."""
TOGETHER = 100_000_000
"""How many arcs all graphs may have together: 12 bytes each, and a while to read them all when rosters are priced."""
HOPELESS = 20
"""Up to how many times the arcs allowed a graph may get if all totals of a sum met in all its states; more is not even
tried."""
WHOLE = 400_000
WORK = 30_000_000
DayOptions = list[list[RosterOption]]
Rank = tuple[bool, bool, bool, int]


class LawReading(NamedTuple):
    """One law of one person: the machine that reads it and from where, what it reads in each option of each day.

    People whose laws have the same ``key`` share a graph. A sum can be left to multipliers instead; the lower its rank,
    the more it belongs into the graph.
    """

    key: Hashable
    clause: Clause
    machine: Machine
    start: State
    letters: tuple[tuple[Letter, ...], ...]
    loose: Loose | None = None
    most: int = 0
    rank: Rank = (False, False, False, 0)


class Fit(NamedTuple):
    """A graph, which laws it follows, and which sums may be counted beside it, the likeliest first."""

    graph: Graph
    followed: list[int]
    beside: list[int]


def assembled(rows: MasterRows, past: Plan, check: Check = UNHURRIED.check) -> list[RosterPerson] | None:
    """Return everyone with their graphs, None when somebody can have no roster at all.

    ``check`` is called again and again, and raises what ends it.
    """
    cells = {who: [days[day] for day in sorted(days)] for who, days in rows.options.items()}
    if not all(all(days) for days in cells.values()):
        return None
    laws: dict[str, list[LawReading]] = {}
    for who in cells:
        check()
        laws[who] = _laws(rows, who, rows.worked.get(who, {}), past)
    known: dict[Hashable, LawTrack] = {}
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for who, readings in laws.items():
        groups[len(cells[who]), tuple(reading.key for reading in readings)].append(who)
    people: dict[str, RosterPerson] = {}
    numbers = {who: number for number, who in enumerate(cells)}
    for members in groups.values():
        words = {who: _words(laws[who], cells[who]) for who in members}
        together = [set().union(*day) for day in zip(*words.values(), strict=True)]
        starts = {tuple(law.start for law in laws[who]) for who in members}
        graph, followed, beside = _fitted(laws[members[0]], starts, together, TOGETHER // len(groups), known, check)
        for who in members:
            check()
            entry = graph.entries.get(tuple(laws[who][n].start for n in followed))
            if entry is None:
                return None
            kind = [kinds[_of(w, followed)] for kinds, day in zip(graph.kinds, words[who], strict=True) for w in day]
            tally, counted = _tallied(laws[who], beside, graph)
            loose = [law.loose for n, law in enumerate(laws[who]) if law.loose and n not in (*followed, *counted)]
            way = Way(graph, entry, np.array(kind, dtype=np.int64), tally)
            person = people[who] = RosterPerson(numbers[who], cells[who], way, loose, len(rows.rows))
            if not person.cheapest(np.zeros(len(rows.rows)))[1]:  # no way among their own options
                return None
    return [people[who] for who in cells]


def _laws(rows: MasterRows, who: str, worked: PersonDays, past: Plan) -> list[LawReading]:
    cells = dict(sorted(rows.options[who].items()))
    walks = [_walk(clause, law, worked, cells) for clause, law in rows.walks[who]]
    return walks + [_sum(clause, law, past, cells) for clause, law in rows.own[who]]


def _walk(clause: Clause, law: Walk, worked: PersonDays, cells: Mapping[date, list[RosterOption]]) -> LawReading:
    letters = tuple(tuple(law.read(day, _things(option)) for option in cells[day]) for day in law.days)
    key = (law.machine, clause.must, clause.price, clause.rule.per, clause.whole)
    return LawReading(key, clause, law.machine, law.state_after(worked), letters)


def _sum(clause: Clause, law: Sum, past: Plan, cells: Mapping[date, list[RosterOption]]) -> LawReading:
    factors: dict[Pair, int] = defaultdict(int)
    for factor, pair in law.terms:
        factors[pair] += factor
    base = law.counted(past)
    each = [[factors.get(option.pair, 0) if option.pair else 0 for option in cell] for cell in cells.values()]
    busy = {pair.what.day for pair in factors if pair not in past}
    places = [n for n, day in enumerate(cells) if day in busy]
    first, last = places[0], places[-1]
    most = base + sum(max(cell) for cell in each)
    low = -inf if law.low is None else law.low - base
    high = inf if law.high is None else law.high - base
    price = (MUST if clause.must else clause.price) / clause.rule.per
    totals = most if law.high is None else min(most, law.high)
    unit = gcd(*(factor for cell in each for factor in cell)) or 1
    return LawReading(
        key=(law.low, law.high, last, clause.must, clause.price, clause.rule.per, clause.whole),
        clause=clause,
        machine=Counter(law.low or 0, law.high),
        start=base,
        letters=tuple(tuple(CounterLetter(factor, n == last) for factor in cell) for n, cell in enumerate(each)),
        loose=Loose(np.array([f for cell in each for f in cell], dtype=float), low, high, price, clause.must),
        most=most - base,
        rank=(last - first >= SHORT, not clause.must, law.low is None, totals // unit),
    )


def _things(option: RosterOption) -> tuple[object, ...]:
    return (option.pair.what,) if option.pair else ()


def _words(laws: list[LawReading], days: DayOptions) -> list[list[DayWord]]:
    """Return what all the laws read in each option of each day."""
    if not laws:
        return [[()] * len(cell) for cell in days]
    return [list(zip(*day, strict=True)) for day in zip(*(law.letters for law in laws), strict=True)]


def _of(word: DayWord, followed: list[int]) -> DayWord:
    """Return what some of the laws read."""
    return tuple(word[n] for n in followed)


def _fitted(
    laws: list[LawReading], starts: set[Starts], words: list[set[DayWord]], share: int, known: dict[Hashable, LawTrack],
    check: Check,
) -> Fit:  # fmt: skip
    """Return a graph of every walk and of the sums that it can hold in its share of arcs, or else a total beside it."""
    tracks: dict[int, LawTrack] = {}

    def graph_of(followed: list[int], most: int) -> Graph:
        for n in set(followed) - set(tracks):
            tracks[n] = _track(laws[n], starts, words, n, known, check)
        read = [{_of(word, followed) for word in day} for day in words]
        return multiplied([tracks[n] for n in followed], {_of(start, followed) for start in starts}, read, most, check)

    walks = [n for n, law in enumerate(laws) if law.loose is None]
    graph = graph_of(walks, max(LARGEST.values()))
    sums = [n for n, law in enumerate(laws) if law.loose and not (law.loose.factors < 0).any()]
    sums.sort(key=lambda n: laws[n].rank)
    if graph.head.size * prod(1 + laws[n].rank[-1] for n in sums) <= HOPELESS * WHOLE:
        with suppress(GraphTooLargeError):
            return Fit(graph_of(walks + sums, min(share, WHOLE)), walks + sums, [])
    short, long = [n for n in sums if not laws[n].rank[0]], [n for n in sums if laws[n].rank[0]]
    followed, drop = walks + short, 1
    while len(followed) > len(walks):
        try:
            graph = graph_of(followed, min(share, WHOLE))
            break
        except GraphTooLargeError:
            followed, drop = followed[: max(len(walks), len(followed) - drop)], 2 * drop
    totals = max((1 + laws[n].rank[-1] for n in long[:1]), default=1)
    for n in sorted(long[1:], key=lambda n: laws[n].rank[-1]):
        if graph.head.size * (1 + laws[n].rank[-1]) * totals > WORK:
            break
        with suppress(GraphTooLargeError):
            graph = graph_of([*followed, n], WORK // totals)
            followed = [*followed, n]
    return Fit(graph, followed, [n for n in long if n not in followed])


def _tallied(laws: list[LawReading], beside: list[int], graph: Graph) -> tuple[Tally | None, list[int]]:
    """Return the first total that is not too much work to count beside a graph, and which sums it counts."""
    for n in beside:
        loose = laws[n].loose
        assert loose is not None
        counted = [m for m in beside if np.array_equal(_factors(laws[m]), loose.factors)]
        tally = _tally([laws[m] for m in counted])
        if graph.head.size * len(tally.ends) <= WORK:
            return tally, counted
    return None, []


def _factors(law: LawReading) -> Floats:
    assert law.loose is not None
    return law.loose.factors


def _tally(laws: list[LawReading]) -> Tally:
    """Return what some laws over the same sum count and cost."""
    factors = _factors(laws[0]).astype(np.int64)
    unit = int(np.gcd.reduce(factors)) or 1
    caps = [law.loose.high for law in laws if law.loose and law.clause.must]
    top = int(min([laws[0].most, *caps]) // unit)
    ends = np.zeros(max(0, top) + 1)
    for law in laws:
        assert law.loose is not None
        for total in range(len(ends)):
            outside = law.loose.outside(total * unit)
            if outside > 0:
                ends[total] += BARRED if law.clause.must else law.clause.cost(round(outside))
    return Tally(factors // unit, ends)


def _track(
    law: LawReading, starts: set[Starts], words: list[set[DayWord]], number: int, known: dict[Hashable, LawTrack],
    check: Check,
) -> LawTrack:  # fmt: skip
    """Return a law, one of several by its number, as a graph follows it; what was unfolded for others is not again."""
    begun = frozenset(start[number] for start in starts)
    alphabet = tuple(frozenset(word[number] for word in day) for day in words)
    key = (law.key, law.machine, begun, alphabet)
    if key not in known:
        price = partial(_by_unit if law.loose is None else _by_amount, law.clause)
        known[key] = track(law.machine, begun, alphabet, must=law.clause.must, price=price, check=check)
    return known[key]


def _by_unit(clause: Clause, amount: int) -> float:
    return float(clause.cost(amount))


def _by_amount(clause: Clause, amount: int) -> float:
    """Charge in proportion: a started unit counts whole only for a sum's total, not for each day's part of it."""
    return amount * clause.price / clause.rule.per
