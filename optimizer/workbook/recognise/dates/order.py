"""Which cells of a row name days that run on: dates, months and days, or numbers."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from optimizer.workbook.recognise.dates.mark import Mark

Said = date | tuple[int, int] | int
DayRun = tuple[tuple[int, ...], tuple[Said, ...]]
LONGEST_STEP = 4
"""Days that may lie between two columns: a weekend that nobody works, or a holiday more."""


def in_order(sort: str, marks: list[tuple[int, Mark]]) -> Iterator[DayRun]:
    """Yield columns and what they say where days of a sort follow each other."""
    if sort == "number":
        yield from _numbers([(column, mark.number) for column, mark in marks if mark.number is not None])
        return
    many: list[tuple[int, tuple[Said, ...]]] = [
        (column, mark.dates if sort == "date" else mark.pairs) for column, mark in marks
    ]
    given = [(column, options) for column, options in many if options]
    if given:
        yield from _runs(_chosen(given))


def _chosen(given: list[tuple[int, tuple[Said, ...]]]) -> list[tuple[int, Said]]:
    """Return one reading for each cell: those that bring every cell closest behind the one before it."""
    ways: list[list[tuple[float, int]]] = [[(0.0, 0) for _ in given[0][1]]]
    for (_, earlier), (_, options) in pairwise(given):
        costs = [cost for cost, _ in ways[-1]]
        ways.append(
            [
                min((costs[way] + _distance(before, after), way) for way, before in enumerate(earlier))
                for after in options
            ]
        )
    best = min(range(len(ways[-1])), key=lambda way: ways[-1][way][0])
    chosen: list[tuple[int, Said]] = []
    for (column, options), costs_and_ways in zip(reversed(given), reversed(ways), strict=True):
        chosen.append((column, options[best]))
        best = costs_and_ways[best][1]
    return chosen[::-1]


def _distance(before: Said, after: Said) -> float:
    step = days_between(before, after)
    return 0 if step == 1 else 0.5 if step == 0 else step if 0 < step <= LONGEST_STEP else 100


def days_between(before: Said, after: Said) -> int:
    """Return how many days lie from one to the next; days without a year run on into the next one."""
    if isinstance(before, date) and isinstance(after, date):
        return (after - before).days
    if isinstance(before, tuple) and isinstance(after, tuple):
        steps = [(_in(2023 + later, after) - _in(2023, before)).days for later in (0, 1)]
        return min(steps, key=lambda step: (step < 0, step))
    if isinstance(before, int) and isinstance(after, int):
        return after - before
    return 1000


def _in(year: int, pair: tuple[int, int]) -> date:
    for day in range(pair[1], 27, -1):
        try:
            return date(year, pair[0], day)
        except ValueError:
            continue
    return date(year, pair[0], min(pair[1], 28))


def _runs(chosen: list[tuple[int, Said]]) -> Iterator[DayRun]:
    run: list[tuple[int, Said]] = []
    for column, said in chosen:
        if run and not 0 <= days_between(run[-1][1], said) <= LONGEST_STEP:
            yield _split(run)
            run = []
        run.append((column, said))
    if run:
        yield _split(run)


def _split(run: list[tuple[int, Said]]) -> DayRun:
    return tuple(column for column, _ in run), tuple(said for _, said in run)


def _numbers(given: list[tuple[int, int]]) -> Iterator[DayRun]:
    """Yield numbers that count on by one, stay for a second column, or begin again after the last of a month."""
    run: list[tuple[int, int]] = []
    for column, number in given:
        if run and not _follows(run, number):
            if len(run) > 1:
                yield _split([*run])
            run = []
        run.append((column, number))
    if len(run) > 1:
        yield _split([*run])


def _follows(run: list[tuple[int, int]], number: int) -> bool:
    last = run[-1][1]
    same = sum(1 for _, each in run[-4:] if each == last)
    return number == last + 1 or (number == last and same < 4) or (number == 1 and 28 <= last <= 31)
