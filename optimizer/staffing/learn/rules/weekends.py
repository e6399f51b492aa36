"""The rhythm of weekends: worked whole or in halves, in one shift, how many in a row."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from optimizer.staffing.facts.words import count
from optimizer.staffing.learn.evidence import of_all
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson, ruling_lesson
from optimizer.staffing.learn.rules.runs import highest
from optimizer.staffing.rules.reading import WeekendDay
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekendsInARow

HALF = 0.5
"""Above which share of weekends a rhythm is worth telling."""
MANY = 4
"""Up to how many weekends in a row a limit may be a rule of rosters."""


class WorkedWeekend(NamedTuple):
    """How somebody worked one weekend: on which of its days, in which shifts."""

    days: frozenset[int]
    codes: frozenset[str]

    @property
    def whole(self) -> bool:
        """Tell whether both days were worked."""
        return len(self.days) == 2

    @property
    def identical(self) -> bool:
        """Tell whether both days were worked in the same shift."""
        return self.whole and len(self.codes) == 1


def weekend_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield the rules of weekends that the past obeys."""
    rows = [row for part in parts for row in _weekends(part)]
    worked = [weekend for row in rows for weekend in row if weekend.days]
    whole = [weekend for weekend in worked if weekend.whole]
    kept, identical = len(whole), sum(weekend.identical for weekend in worked)
    if kept > HALF * len(worked):
        said = f"{of_all(kept, len(worked), 'weekends')} worked at all were worked on both days."
        yield ruling_lesson(CompleteWeekends(), "whole weekends", said, kept, len(worked), 30)
    if identical > HALF * len(worked):
        said = f"{of_all(identical, len(worked), 'weekends')} worked at all were worked in one shift on both days."
        yield ruling_lesson(IdenticalWeekends(), "same shift all weekend", said, identical, len(worked), 20)
    yield from _in_a_row(rows)


def _in_a_row(rows: list[tuple[WorkedWeekend, ...]]) -> Iterator[RulingLesson]:
    """Yield how many weekends in a row were worked at most; all there were tell nothing."""
    runs = [run for row in rows for run in _runs(row)]
    found = highest(runs)
    if found and found.limit <= min(MANY, max(map(len, rows)) - 1):
        weekends = count(found.limit, "weekend")
        said = f"No more than {weekends} in a row: kept in {of_all(found.kept, found.seen, 'runs of weekends')}."
        yield ruling_lesson(
            MostWeekendsInARow(limit=found.limit), "most weekends in a row", said, found.kept, found.seen, 60
        )


def _runs(row: tuple[WorkedWeekend, ...]) -> Iterator[int]:
    run = 0
    for weekend in (*row, WorkedWeekend(frozenset(), frozenset())):
        if weekend.days:
            run += 1
        elif run:
            yield run
            run = 0


def _weekends(part: Past) -> Iterator[tuple[WorkedWeekend, ...]]:
    """Yield everybody's weekends that lie within the days known, in order."""
    for letters in part.letters(IdenticalWeekends()):
        yield tuple(_gathered([cast(WeekendDay, letter) for _, letter in letters]))


def _gathered(days: list[WeekendDay]) -> Iterator[WorkedWeekend]:
    worked: list[tuple[int, str]] = []
    for day in days:
        worked += day.worked
        if day.closes:
            if not day.cut:
                yield WorkedWeekend(frozenset(place for place, _ in worked), frozenset(code for _, code in worked))
            worked = []
