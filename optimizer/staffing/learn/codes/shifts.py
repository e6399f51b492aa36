"""The shifts behind the codes: what each is for and from when to when; a guess is said to be one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Part, Shift, Window, part_of_day
from optimizer.staffing.facts.words import clock
from optimizer.staffing.learn.codes.clocks import ClockReading, Clocks
from optimizer.staffing.learn.codes.follows import Follows
from optimizer.staffing.learn.codes.starts import minutes_in
from optimizer.staffing.learn.codes.traditions import AT_WORK, Sense, Tradition, tradition_of
from optimizer.staffing.learn.codes.understood import Understood, plain, understood
from optimizer.staffing.learn.codes.usual_times import EIGHTS, of_length, usual_times
from optimizer.staffing.learn.codes.written_times import beside_times, sole_window
from optimizer.staffing.learn.evidence import listed, of_all, sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.worked_days import Legend, WorkedDays

ShiftLesson = Lesson[Shift | None]
LIKELY = 0.5
"""Below which a reading of a code is hardly more than that it is a code."""
LEAVE_DAY = Window(8 * 60, 16 * 60)
PARTS = {Part.DAY: Sense.DAY, Part.EVENING: Sense.LATE, Part.NIGHT: Sense.NIGHT}
KINDS = {
    Sense.LEAVE: Kind.LEAVE,
    Sense.SICK: Kind.LEAVE,
    Sense.CALL: Kind.ON_CALL,
    Sense.STUDY: Kind.EDUCATION,
    Sense.ORIENTATION: Kind.ORIENTATION,
}


class Timed(NamedTuple):
    """From when to when a shift is, and in words where that comes from; whether it is a guess."""

    window: Window
    why: str
    guessed: bool


def shift_lessons(roster: WorkedDays) -> Iterator[ShiftLesson]:
    """Yield what every code of the rosters and of their legend stands for: a shift, or None for a day off."""
    codes = dict.fromkeys((*roster.codes, *roster.legend))
    guesser = _Guesser(roster)
    return (guesser.lesson(code) for code in codes if code)


@dataclass(frozen=True)
class _Guesser:
    """Reads the codes of one roster, each in the light of the others."""

    roster: WorkedDays

    @cached_property
    def follows(self) -> Follows:
        return Follows(self.roster)

    @cached_property
    def tradition(self) -> Tradition | None:
        times: dict[str, int] = {}
        for cell in self.roster.worked:
            times[plain(cell.code)] = times.get(plain(cell.code), 0) + 1
        return tradition_of(times)

    @cached_property
    def by_custom(self) -> Mapping[str, Understood]:
        """Return what the codes of the roster mean by legend or custom, where they mean anything."""
        read = {code: understood(code, self._legend(code).name, self.tradition) for code in self.roster.codes}
        return {code: sense for code, sense in read.items() if sense}

    @cached_property
    def by_clock(self) -> Mapping[str, ClockReading]:
        """Return what codes are by the clock in them, where no custom and no legend tells it."""
        codes = tuple(dict.fromkeys((*self.roster.codes, *self.roster.legend)))
        stated = {code: window for code in codes if (window := self._stated(code))}
        beside = {code: understood(beside_times(code), self._legend(code).name, self.tradition) for code in codes}
        senses = {code: custom.sense for code, custom in beside.items() if custom}
        return Clocks(codes, stated, senses).readings

    @cached_property
    def twelve_hours(self) -> bool:
        """Tell whether days and nights are twelve hours long: nobody is on late or early."""
        senses = {custom.sense for custom in self.by_custom.values()}
        return Sense.NIGHT in senses and not senses & {Sense.EARLY, Sense.LATE}

    @cached_property
    def nights(self) -> frozenset[str]:
        """Return the codes that are nights by legend or custom."""
        stated = {code for code in self.roster.codes if (w := self._stated(code)) and part_of_day(*w) is Part.NIGHT}
        ends = (Sense.NIGHT, Sense.LONG_NIGHT, Sense.WHOLE_DAY, Sense.LATE_AND_NIGHT)
        read = {code for code, reading in self.by_clock.items() if part_of_day(*reading.window) is Part.NIGHT}
        return frozenset(stated | read | {code for code, custom in self.by_custom.items() if custom.sense in ends})

    def lesson(self, code: str) -> ShiftLesson:
        """Return what a code stands for."""
        legend, about = self._legend(code), About(Topic.SHIFT, code)
        if legend.off:
            return Lesson(about, None, f"The roster says that {code} is a day off.", Basis.STATED, 1.0)
        meant = self._meant(code)
        if meant.sense is Sense.OFF and not self._stated(code) and not legend.kind:
            return Lesson(about, None, f"{meant.why} That is a guess.", Basis.GUESSED, meant.sure)
        kind, timed = legend.kind or KINDS.get(meant.sense, Kind.WORK), self._times(code, meant)
        shift = _shift(code, legend.name, kind, timed.window)
        basis = Basis.GUESSED if timed.guessed or not (legend.kind or meant.sense in AT_WORK) else Basis.STATED
        certain = 1.0 if basis is Basis.STATED else meant.sure
        return Lesson(about, shift, f"{meant.why} {timed.why}", basis, certain)

    def _legend(self, code: str) -> Legend:
        return self.roster.legend.get(code, Legend())

    def _stated(self, code: str) -> Window | None:
        return self._legend(code).window or sole_window(self._legend(code).name) or sole_window(code)

    def _meant(self, code: str) -> Understood:
        """Return what a code means: by the legend's times, by custom, or by what it follows and is followed by."""
        custom = self.by_custom.get(code) or understood(code, self._legend(code).name, self.tradition)
        if self._stated(code) and (custom is None or custom.sense in AT_WORK or custom.sure <= LIKELY):
            at_work = custom.sense if custom and custom.sense in AT_WORK else Sense.DAY
            return Understood(at_work, f"{code} is a shift.", 1.0)
        if kind := self._legend(code).kind:
            sense = next((sense for sense, meant in KINDS.items() if meant is kind), Sense.DAY)
            return Understood(sense, f"The roster says that {code} is {kind}.", 1.0)
        if custom is None and (reading := self.by_clock.get(code)):
            return Understood(PARTS[part_of_day(*reading.window)], reading.why, reading.sure)
        return custom or self._by_company(code)

    def _by_company(self, code: str) -> Understood:
        """Return what a code that no custom knows is taken for, by what it follows and is followed by."""
        if counted := self.follows.morning_after(code, self.nights):
            why = f"{code} follows a night in {of_all(*counted, 'cases')}, as the day after a night does."
            return Understood(Sense.OFF, why, sure(*counted))
        kept, seen = self.follows.long_runs(code)
        if seen and kept > 0.6 * seen:
            why = f"{of_all(kept, seen, 'cells')} with {code} lie in runs of a week or more, as leave does."
            return Understood(Sense.LEAVE, why, sure(kept, seen))
        work = frozenset({*self.roster.codes} - {c for c, u in self.by_custom.items() if u.sense not in AT_WORK})
        if not self.nights and (counted := self.follows.like_nights(code, work)):
            why = f"After {code} come days off or {code} again in {of_all(*counted, 'cases')}, as after nights."
            return Understood(Sense.NIGHT, why, 0.5 * sure(*counted))
        return Understood(Sense.DAY, f"Nothing tells what {code} means; it is taken for work by day.", 0.3)

    def _times(self, code: str, meant: Understood) -> Timed:
        if window := self._stated(code):
            return Timed(window, f"Its times, {_span(window)}, stand in the roster.", guessed=False)
        if meant.sense in KINDS and meant.sense is not Sense.CALL:
            return Timed(LEAVE_DAY, "8 h are counted for it: a guess.", guessed=True)
        reading = self.by_clock.get(code)
        named = reading is not None and meant.why != reading.why  # by the legend: 12 that is called Night
        hours = meant.hours or ((minutes_in(code) or 0) // 60 if named else 0)
        if reading and meant.sense in AT_WORK and not hours:
            return Timed(reading.window, f"Its times, {_span(reading.window)}, are a guess.", guessed=True)
        if hours and meant.sense in EIGHTS:
            window = of_length(meant.sense, hours)
            return Timed(window, f"Its times, {_span(window)}, are a guess.", guessed=True)
        return self._fitted(meant.sense) or self._usual(meant.sense)

    def _usual(self, sense: Sense) -> Timed:
        window = usual_times(sense, twelve_hours=self.twelve_hours)
        return Timed(window, f"Its times, {_span(window)}, are a guess{self._company(sense)}.", guessed=True)

    def _company(self, sense: Sense) -> str:
        if sense not in (Sense.DAY, Sense.NIGHT):
            return ""
        return ": 12 h, for no code is late" if self.twelve_hours else ": 8 h"

    def _fitted(self, sense: Sense) -> Timed | None:
        """Return the rest of the day, for a night beside stated days or a day beside stated nights."""
        stated = [window for code in self.roster.codes if (window := self._stated(code))]
        nights = [window for window in stated if part_of_day(*window) is Part.NIGHT]
        days = [window for window in stated if window not in nights]
        if sense is Sense.NIGHT and days and not nights:
            window = Window(max(day.end for day in days), min(day.start for day in days) + DAY_MINUTES)
        elif sense is Sense.DAY and nights and not days and self.twelve_hours:
            window = Window(max(night.end for night in nights) - DAY_MINUTES, min(night.start for night in nights))
        else:
            return None
        if not 0 < window.end - window.start <= DAY_MINUTES - 6 * 60:
            return None
        return Timed(window, f"Its times, {_span(window)}, are a guess: what the other shifts leave.", guessed=True)


def _shift(code: str, name: str, kind: Kind, window: Window) -> Shift:
    """Return a shift; the half hour that a shift lasts beyond full hours is taken to be its unpaid break."""
    length = window.end - window.start
    at_work = kind not in (Kind.LEAVE, Kind.ON_CALL)
    rest = 30 if at_work and length % 60 == 30 and length > 6 * 60 else 0
    paid = 0 if kind is Kind.ON_CALL else length - rest
    part = Part.DAY if kind is Kind.LEAVE else part_of_day(*window)
    return Shift(code, name or code, *window, paid, rest, kind, part)


def _span(window: Window) -> str:
    return f"{clock(window.start)} to {clock(window.end)}"


def guesses_said(lessons: tuple[ShiftLesson, ...]) -> str:
    """Return in a sentence which shifts have times that are guesses, "" when none has."""
    codes = [lesson.value.code for lesson in lessons if lesson.value and lesson.basis is Basis.GUESSED]
    return f"The times of {listed(codes)} are guesses." if codes else ""


def unsure_times(lessons: tuple[ShiftLesson, ...]) -> frozenset[str]:
    """Return the shifts whose codes nobody could really read."""
    return frozenset(lesson.value.code for lesson in lessons if lesson.value and lesson.sure < LIKELY)
