"""Lengths of time as people type them: 10.75, 10,75, 10:45, 10h45, 45 min; what may be two is told as both."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

NUMBER = r"\d{1,9}(?:\.\d+)?"
COLON = re.compile(r"(\d{1,9}):([0-5]\d)(?::00)?")
SHORT_COLON = re.compile(r"(\d{1,9}):(\d)")
HOURS = re.compile(rf"({NUMBER})(?:h|hr|hrs|hour|hours)(?:([0-5]?\d)(?:m|min|mins|minutes)?)?")
MINUTES = re.compile(r"(\d{1,9})(?:m|min|mins|minutes|')")
COMMA = re.compile(r"(\d{1,9}),(\d+)(h|hr|hrs|hour|hours)?")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def hours_meant(written: str) -> tuple[Fraction, ...]:
    """Return the hours that a text may stand for, in order: none, the one, or both of 1,234. A plain number is none."""
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", written).casefold())
    return tuple(sorted({*_hours(said)}))


def _hours(said: str) -> Iterator[Fraction]:
    if match := COLON.fullmatch(said):
        yield int(match[1]) + Fraction(int(match[2]), 60)
    elif match := SHORT_COLON.fullmatch(said):
        yield from (int(match[1]) + Fraction(int(match[2]) * tens, 60) for tens in (1, 10) if int(match[2]) * tens < 60)
    elif match := HOURS.fullmatch(said):
        yield Fraction(match[1]) + Fraction(int(match[2] or 0), 60)
    elif match := MINUTES.fullmatch(said):
        yield Fraction(int(match[1]), 60)
    else:
        yield from _with_comma(said)


def _with_comma(said: str) -> Iterator[Fraction]:
    """Yield what a number with commas may be: hours and a part of one, or thousands."""
    if match := COMMA.fullmatch(said):
        yield Fraction(f"{match[1]}.{match[2]}")
    if THOUSANDS.fullmatch(said):
        yield Fraction(said.replace(",", ""))
