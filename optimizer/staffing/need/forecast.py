"""The census to expect, from the days before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from optimizer.staffing.facts.care import Care, Census, CensusFrom, history_day
from optimizer.staffing.facts.demand import When

PERCENTILE = {CensusFrom.EIGHTY: 80, CensusFrom.NINETY: 90}
HOLIDAY_RANK = When(holidays=True).rank


def census_in_force(care: Care) -> tuple[Census, ...]:
    """Return the census that needs are computed from.

    When it comes from the days before, rows typed in for a date or for holidays still hold on those days.
    """
    if care.census_from is CensusFrom.SHEET:
        return care.census
    known = tuple(census for census in care.census if census.when.rank >= HOLIDAY_RANK)
    return (*forecast(care), *known)


def forecast(care: Care) -> tuple[Census, ...]:
    """Return the census to expect on each weekday and shift of the history.

    The mean is taken of every level, half a patient rounded up. A percentile is the nearest rank: of n like days, in
    the order of the care that their patients take, the one at place p x n / 100 rounded up; all its numbers are used,
    so that they belong together.
    """
    days: dict[tuple[int, str], list[Census]] = defaultdict(list)
    for census in care.history:
        days[history_day(census).weekday(), census.shift].append(census)
    return tuple(
        replace(_expected(care, alike), when=When(weekdays=frozenset({weekday})))
        for (weekday, _), alike in sorted(days.items())
    )


def _expected(care: Care, alike: list[Census]) -> Census:
    if care.census_from is CensusFrom.MEAN:
        return _mean(alike)
    ranked = sorted(alike, key=lambda census: (_care(care, census), census.total, history_day(census)))
    return ranked[nearest_rank(len(ranked), PERCENTILE[care.census_from]) - 1]


def nearest_rank(number: int, percent: int) -> int:
    """Return the place, from 1, of a percentile among so many values in order."""
    return max(1, -(-number * percent // 100))


def _care(care: Care, census: Census) -> int:
    return sum(number * care.level(level).minutes for level, number in census.patients.items())


def _mean(alike: list[Census]) -> Census:
    levels = sorted({level for census in alike for level in census.patients})
    return replace(
        alike[0],
        patients={level: half_up(census.patients.get(level, 0) for census in alike) for level in levels},
        admissions=half_up(census.admissions for census in alike),
        discharges=half_up(census.discharges for census in alike),
        transfers_in=half_up(census.transfers_in for census in alike),
        transfers_out=half_up(census.transfers_out for census in alike),
    )


def half_up(numbers: Iterable[int]) -> int:
    """Return the mean of some numbers, half rounded up."""
    values = [*numbers]
    return (2 * sum(values) + len(values)) // (2 * len(values))
