"""How long people are free after nights in a row, before they work anything else."""

from collections.abc import Iterator, Sequence
from typing import cast

from optimizer.planning.law import Letter
from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.staffing.facts.words import hours
from optimizer.staffing.learn.evidence import of_all
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson, ruling_lesson
from optimizer.staffing.learn.rules.runs import lowest
from optimizer.staffing.rules.reading import WorkTimes
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights

BLOCK = 2
"""From how many nights in a row on people need to recover."""


def recovery_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield the least time free after a block of nights."""
    rule = RecoveryAfterNights(nights=BLOCK)
    found = lowest(free for part in parts for row in part.letters(rule) for free in _free([each for _, each in row]))
    if found and found.limit > 0:
        said = (
            f"No less than {hours(found.limit)} free after {BLOCK} nights or more in a row: kept in"
            f" {of_all(found.kept, found.seen, 'cases')}, {found.met} of them came up to it."
        )
        learned = RecoveryAfterNights(limit=found.limit, nights=BLOCK)
        yield ruling_lesson(learned, "recovery after nights", said, found.kept, found.seen, 3)


def _free(row: Sequence[Letter]) -> Iterator[int]:
    """Yield the minutes from the end of every block of nights to the start of what comes after it."""
    nights, ended = 0, 0
    for day, letter in enumerate(cast(Sequence[WorkTimes | None], row)):
        if letter is None:
            continue
        start, goes_on = day * DAY_MINUTES + letter.start, nights > 0 and letter.night and ended > day * DAY_MINUTES
        if nights >= BLOCK and not goes_on:
            yield start - ended
        nights = (nights if goes_on else 0) + 1 if letter.night else 0
        ended = day * DAY_MINUTES + letter.end
