"""Codes that are read off the clock: from when to when each is, in the light of all that stand together."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from optimizer.staffing.facts.shift import DAY_MINUTES, Window
from optimizer.staffing.facts.words import clock, hours
from optimizer.staffing.learn.codes.settled_times import settled_times
from optimizer.staffing.learn.codes.starts import (
    CodedStart,
    bare_starts,
    length_by_company,
    minutes_in,
    start_in,
)
from optimizer.staffing.learn.codes.traditions import Sense
from optimizer.staffing.learn.codes.written_times import written_times

WRITTEN, FROM_COMPANY, UNKNOWN = 0.9, 0.75, 0.3
"""How sure a reading is: of times or a length that a code writes, of what its company tells, of what is open."""
USUAL = 8 * 60
MORNING = Window(7 * 60, 15 * 60)


class ClockReading(NamedTuple):
    """From when to when a code is by the clock in it, in words why, and how often such a reading is right."""

    window: Window
    why: str
    sure: float


@dataclass(frozen=True)
class Clocks:
    """The codes of a roster with the clock in them; ``stated`` are times that the roster gives others."""

    codes: tuple[str, ...]
    stated: Mapping[str, Window]
    senses: Mapping[str, Sense]

    @cached_property
    def readings(self) -> Mapping[str, ClockReading]:
        """Return what codes are by the clock that they write, those without one left out."""
        return {reading[0]: reading[1] for reading in (*self._windows(), *self._starts(), *self._lengths())}

    @cached_property
    def _settled(self) -> Mapping[str, Window]:
        written = {code: times for code in self._open if (times := written_times(code))}
        company = {code: times for code in self.stated if (times := written_times(code))}
        return settled_times(company | written, self.senses)

    @property
    def _open(self) -> tuple[str, ...]:
        return tuple(code for code in self.codes if code not in self.stated)

    def _windows(self) -> Iterator[tuple[str, ClockReading]]:
        for code in self._open:
            written = written_times(code)
            if written and code in self._settled:
                window = self._settled[code]
                yield (
                    code,
                    ClockReading(window, f"{code} is read as {_span(window)}, as the other shifts tell.", WRITTEN),
                )
            elif written:
                spans = " or ".join(map(_span, written.windows))
                yield code, ClockReading(written.windows[0], f"{code} may be {spans}; nothing tells which.", UNKNOWN)

    @cached_property
    def _coded(self) -> Mapping[str, CodedStart]:
        bare = {code: CodedStart(minute) for code, minute in bare_starts(self._open).items()}
        return bare | {code: start for code in self._open if (start := start_in(code))}

    def _starts(self) -> Iterator[tuple[str, ClockReading]]:
        begin = {start.minute for start in self._coded.values()}
        begin |= {window.start % DAY_MINUTES for window in (*self.stated.values(), *self._settled.values())}
        for code, start in self._coded.items():
            yield code, _reading(code, start, begin)

    def _lengths(self) -> Iterator[tuple[str, ClockReading]]:
        """Yield codes that are mere numbers of hours: how long they are is known, and not from when."""
        for code in self._open:
            if code not in self._coded and (minutes := minutes_in(code)):
                window = Window(MORNING.start, MORNING.start + minutes)
                why = f"{code} is taken for {hours(minutes)}; nothing tells from when to when they are."
                yield code, ClockReading(window, why, UNKNOWN)


def _reading(code: str, start: CodedStart, begin: Collection[int]) -> ClockReading:
    at = f"{code} begins at {clock(start.minute)}"
    if start.minutes:
        why = f"{at} and is {hours(start.minutes)} long."
        return ClockReading(Window(start.minute, start.minute + start.minutes), why, WRITTEN)
    if length := length_by_company(start.minute, begin):
        why = f"{at}; it is taken to be {hours(length)} long, for then the next shift begins."
        return ClockReading(Window(start.minute, start.minute + length), why, FROM_COMPANY)
    why = f"{at}; nothing tells when it ends: {hours(USUAL)} stand in its place until somebody says."
    return ClockReading(Window(start.minute, start.minute + USUAL), why, UNKNOWN)


def _span(window: Window) -> str:
    return f"{clock(window.start)} to {clock(window.end)}"
