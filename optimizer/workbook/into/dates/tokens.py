"""Texts that name a day each, as a header has them, said of other days: "1.5.2026", "21st", "M 3", "Mon 4 May"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from optimizer.workbook.into.dates.language import RosterLanguage, month_renamed
from optimizer.workbook.recognise.dates.mark import WORD
from optimizer.workbook.recognise.words.calendar import month_of

TOKEN = re.compile(rf"(\d+|{WORD.pattern})")
ORDINALS = ("st", "nd", "rd", "th")
BUDDHIST = 543
MOSTLY = 0.8
SaidOfDay = tuple[str, date]
"""What a cell says, and the day that it says it of."""
SayingPart = Callable[[date], str]


@dataclass(frozen=True)
class Sayings:
    """What a header says of each day: parts of a text that change with the day, and others that do not.

    ``moving`` is whether any part tells days apart.
    """

    parts: tuple[SayingPart, ...]
    moving: bool

    def of(self, day: date) -> str:
        """Return what the header says of a day."""
        return "".join(part(day) for part in self.parts)


def sayings_of(said: Sequence[SaidOfDay], language: RosterLanguage) -> Sayings | None:
    """Return how a header says days, None when its texts follow no rule that is known."""
    split = [(TOKEN.split(text), day) for text, day in said]
    usual = max((len(parts) for parts, _ in split), key=[len(parts) for parts, _ in split].count, default=0)
    alike = [(parts, day) for parts, day in split if len(parts) == usual]
    if not alike or len(alike) < MOSTLY * len(split):
        return None
    columns = [[(parts[place], day) for parts, day in alike] for place in range(usual)]
    rules = [rule for column in columns if (rule := _rule(column, language))]
    if len(rules) < len(columns):
        return None
    return Sayings(tuple(part for part, _ in rules), any(moves for _, moves in rules))


def _rule(column: list[SaidOfDay], language: RosterLanguage) -> tuple[SayingPart, bool] | None:
    """Return what one part of the texts says of a day, and whether it moves with it; None when nobody can tell."""
    texts = [text for text, _ in column]
    for says in (_day, _month, _year, _weekday, _month_name, _ordinal):
        if part := says(column, language):
            return part, True
    if len(set(texts)) == 1:
        return (lambda _: texts[0]), False
    return None


def _mostly(column: list[SaidOfDay], said: Callable[[date], str]) -> bool:
    same = sum(text.casefold() == said(day).casefold() for text, day in column)
    return same >= MOSTLY * len(column)


def _numbered(column: list[SaidOfDay], number: Callable[[date], int]) -> SayingPart | None:
    """Return a part that is a number of the day, with a nought before it where the header has one."""
    wide = max((len(text) for text, _ in column if text.startswith("0")), default=1)

    def part(day: date) -> str:
        return str(number(day)).zfill(wide)

    return part if _mostly(column, part) else None


def _day(column: list[SaidOfDay], _: RosterLanguage) -> SayingPart | None:
    return _numbered(column, lambda day: day.day)


def _month(column: list[SaidOfDay], _: RosterLanguage) -> SayingPart | None:
    return _numbered(column, lambda day: day.month)


def _year(column: list[SaidOfDay], _: RosterLanguage) -> SayingPart | None:
    years: tuple[Callable[[date], int], ...] = (
        lambda day: day.year,
        lambda day: day.year % 100,
        lambda day: day.year + BUDDHIST,
    )
    return next((part for number in years if (part := _numbered(column, number))), None)


def _weekday(column: list[SaidOfDay], _: RosterLanguage) -> SayingPart | None:
    """Return a part that names weekdays: by the names that the header itself has for them."""
    names: dict[int, str] = {}
    for text, day in column:
        names.setdefault(day.weekday(), text)
    if not all(any(letter.isalpha() for letter in name) for name in names.values()) or len(set(names.values())) < 4:
        return None
    if len(names) < 7 or not _mostly(column, lambda day: names[day.weekday()]):
        return None
    return lambda day: names[day.weekday()]


def _month_name(column: list[SaidOfDay], language: RosterLanguage) -> SayingPart | None:
    word, day = column[0]
    if not all(month_of(text) == of.month for text, of in column):
        return None
    if month_renamed(word, day.month, day.month, language, short=True) is None:
        return None
    return lambda new: month_renamed(word, day.month, new.month, language, short=True) or word


def _ordinal(column: list[SaidOfDay], _: RosterLanguage) -> SayingPart | None:
    def part(day: date) -> str:
        tens = day.day % 100 in (11, 12, 13)
        return "th" if tens else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")

    return part if all(text.casefold() in ORDINALS for text, _ in column) and _mostly(column, part) else None
