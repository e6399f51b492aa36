"""The usual ways in which values stand in cells: text, words, numbers, hours, dollars, days, yes and no."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from optimizer.workbook.table.hours_cell import hours_of, minutes_of
from optimizer.workbook.table.parse import many_of, number, one_of, text, whole, words, yes
from optimizer.workbook.table.sheet import Codec, Holds
from optimizer.workbook.table.sheets import Sheets, period_day

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def as_it_is(value: T) -> T:
    """Return a value that stands in a cell as it is."""
    return value


def plain(read: Callable[[Any], T], write: Callable[[T], Any] = as_it_is, holds: Holds = Holds.TEXT) -> Codec[T]:
    """Return a codec that reads a cell by itself, whatever other sheets say."""
    return Codec(lambda _, value: read(value), write, holds)


def known(among: Callable[[Any], Iterable[str]], thing: str) -> Codec[str]:
    """Return a codec for one of the words that the sheets before have made known."""
    return Codec(lambda source, value: one_of(among(source), thing)(value), as_it_is)


def all_known(among: Callable[[Any], Iterable[str]], thing: str) -> Codec[tuple[str, ...]]:
    """Return a codec for several such words, with commas between."""
    return Codec(lambda source, value: many_of(among(source), thing)(value), ", ".join)


def one_of_words(words: Iterable[str], thing: str) -> Codec[str]:
    """Return a codec for one of some words."""
    return plain(one_of(words, thing))


def one_word(kind: type[E], thing: str) -> Codec[E]:
    """Return a codec for one of the words of a kind."""
    parse = one_of([*kind], thing)
    return plain(lambda value: kind(parse(value)))


def one_for_each(said: Mapping[T, str], thing: str) -> Codec[T]:
    """Return a codec for one of a few values, each written in words of its own."""
    parse, values = one_of([*said.values()], thing), {words: value for value, words in said.items()}
    return plain(lambda value: values[parse(value)], said.__getitem__)


def numbers(low: float, high: float) -> Codec[float]:
    """Return a codec for numbers between two others."""
    return plain(number(low, high), holds=Holds.NUMBER)


def wholes(low: int, high: int) -> Codec[int]:
    """Return a codec for whole numbers between two others."""
    return plain(whole(low, high), holds=Holds.NUMBER)


def parts(read: Callable[[Any], float], each: int, holds: Holds = Holds.NUMBER) -> Codec[int]:
    """Return a codec for numbers that are kept in whole parts, so many to one that is written."""
    return plain(lambda value: round(read(value) * each), lambda value: value / each, holds)


def hours(low: float, high: float) -> Codec[int]:
    """Return a codec for hours that are kept in minutes."""
    return parts(hours_of(low, high), 60, Holds.HOURS)


def minutes(low: int, high: int) -> Codec[int]:
    """Return a codec for whole minutes between two others, which may also be typed as hours and minutes."""
    return plain(minutes_of(low, high), holds=Holds.HOURS)


def numbers_in(each: int, low: float, high: float) -> Codec[int]:
    """Return a codec for numbers that are kept in whole parts: 100 for dollars in cents, 10 for percents in tenths."""
    return parts(number(low, high), each)


def empty_for_nothing(codec: Codec[T]) -> Codec[T]:
    """Return a codec that leaves the cell empty for 0, no and nothing."""
    return replace(codec, write=lambda value: codec.write(value) if value else None)


TEXT = plain(text)
WORDS = plain(words, ", ".join)
YES_NO = plain(yes, lambda value: "yes" if value else "no")
YES = plain(yes, lambda value: "yes" if value else "")
ANYTHING: Codec[Any] = plain(as_it_is)
NEAR = Codec(Sheets.near, as_it_is, Holds.DATE)
WITHIN_TEN_YEARS = Codec(Sheets.within_ten_years, as_it_is, Holds.DATE)
IN_A_LIFE = Codec(Sheets.in_a_life, as_it_is, Holds.DATE)
UNTIL = Codec(Sheets.until, as_it_is, Holds.DATE)
TO_PLAN = plain(period_day, holds=Holds.DATE)
