"""The sheet Rotations: patterns of shifts that come again and again."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from optimizer.staffing.facts.rotation import OFF, Rotation
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import TEXT, WITHIN_TEN_YEARS, wholes
from optimizer.workbook.table.parse import UnreadableError, text
from optimizer.workbook.table.sheet import Codec, Column, Sheet
from optimizer.workbook.table.table import SheetRow

LONGEST = 366
DAY_OFF = "."
OFF_WORDS = frozenset({DAY_OFF, "-", "off"})
REPEATED = re.compile(r"(\d{1,3})\s*[x×*]?\s*(\S.*)?", re.IGNORECASE)
"""A number of days before what they have: 3 N, 3N, 3 x N."""


def _pattern(source: UnitSource, value: Any) -> tuple[str, ...]:
    """Read the shifts of a pattern, day by day, or with how often each comes: "D D . ." or "3 N, 1 off, 3 N, 7 off"."""
    said = text(value)
    parts = [part.strip() for part in re.split(r"[,;]" if re.search("[,;]", said) else r"\s", said)]
    days = tuple(_days(source, [part for part in parts if part]))
    if not days or len(days) > LONGEST:
        raise UnreadableError(f"a pattern has 1 to {LONGEST} days, and this one {len(days)}", "write one round of it")
    if not any(days):
        raise UnreadableError("the pattern has nothing but days off", "write the shifts of one round: D D D . N N N .")
    return days


def _days(source: UnitSource, parts: Sequence[str]) -> Iterator[str]:
    """Yield the shift of every day; a number that is no shift's code tells how often the next one comes."""
    times = 1
    for part in parts:
        often, what = _repeated(source, part)
        if what is None:
            times = often
            continue
        yield from [_code(source, what)] * (times * often)
        times = 1


def _repeated(source: UnitSource, part: str) -> tuple[int, str | None]:
    match = REPEATED.fullmatch(part)
    if part in source.shifts or not match:
        return 1, part
    return int(match[1]), match[2]


def _code(source: UnitSource, word: str) -> str:
    if word not in source.shifts and word.casefold() in OFF_WORDS:
        return OFF
    code = source.shift(word)
    shift = source.shifts[code]
    if shift is not None and not shift.staffs:
        raise UnreadableError(f"{code} is {shift.kind}, which is entered by hand", "write shifts at work or on call")
    return code


def _written(pattern: Sequence[str]) -> str:
    between = ", " if any(" " in code for code in pattern) else " "
    return between.join(code or DAY_OFF for code in pattern)


ROTATION = Column("Rotation", "Its name, such as Team 1.", TEXT, "name", required=True, width=16)
PATTERN = Column(
    "Pattern",
    "One round of it, a shift's code a day and a dot for a day off: D D D . N N N . . . . . . . Or with how many days "
    "in a row: 3 N, 1 off, 3 N, 7 off.",
    Codec(_pattern, _written),
    "pattern",
    required=True,
    width=44,
)
FIRST = Column(
    "First day",
    "A day on which the pattern begins; the rotation is followed from then on, round after round.",
    WITHIN_TEN_YEARS,
    "first",
    required=True,
)
LENGTH = Column(
    "Days", "How many days a round has, to make sure that none is forgotten.", wholes(1, LONGEST), width=7,
    cell=lambda rotation: len(rotation.pattern),
)  # fmt: skip
ROTATIONS = Sheet(
    "Rotations",
    "Patterns of shifts that come again and again. The sheet Staff says who follows which; the rule follow-rotation "
    "says whether they must, or at what price they may leave it. 'optimizer next' carries them on.",
    (ROTATION, PATTERN, LENGTH, FIRST),
    of=Rotation,
)


def read_rotations(source: UnitSource) -> tuple[Rotation, ...]:
    """Return the rotations, and make them known."""
    for row, name in source.named_rows(ROTATIONS, ROTATION, source.rotations):
        source.rotations[name] = _rotation(source, row)
    return tuple(rotation for rotation in source.rotations.values() if rotation is not None)


def _rotation(source: UnitSource, row: SheetRow) -> Rotation | None:
    facts, length, first = row.facts(), row[LENGTH], row[FIRST]
    pattern = row[PATTERN]
    if pattern and length and length != len(pattern):
        row.fault(LENGTH, f"the pattern has {len(pattern)} days, not {length}", "mend the pattern or the number")
    if first and source.period and first > source.period[1]:
        row.fault(FIRST, f"{first} is after the last day to plan", "write a day up to then on which the pattern begins")
    return Rotation(**facts) if row.ok else None
