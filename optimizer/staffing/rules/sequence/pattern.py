"""Days that go by a pattern: duties and days off that follow each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, Reader, State
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import WEEKDAYS
from optimizer.staffing.rules.reading import Duties, on_duty
from optimizer.staffing.rules.rule import UnitRule

ANY, OFF, FREE, ANYTHING = "any", "off", "free", "anything"
NOT, OR = "not ", " or "


class PatternDay(NamedTuple):
    """One day of a pattern: what it has, or has not, any one of; and its weekday (0 is Monday) or date."""

    what: tuple[str, ...]
    has: bool = True
    weekday: int | None = None
    day: date | None = None

    @classmethod
    def named(cls, name: str) -> "PatternDay":
        """Return what a day such as "Fri off" or "N" says."""
        first, _, rest = name.strip().partition(" ")
        if rest and first.title() in WEEKDAYS:
            return cls.named(rest)._replace(weekday=WEEKDAYS.index(first.title()))
        if rest and (dated := _date(first)):
            return cls.named(rest)._replace(day=dated)
        what = name.strip().removeprefix(NOT)
        return cls(tuple(word.strip() for word in what.split(OR)), has=what == name.strip())

    def falls_on(self, day: date) -> bool:
        """Tell whether a day is the weekday or the date that it must be."""
        return self.weekday in (None, day.weekday()) and self.day in (None, day)


@dataclass(frozen=True)
class PatternMachine:
    """Keeps which beginnings of the pattern the days so far end with: bit 0 for its first day, and so on."""

    length: int

    @property
    def start(self) -> int:
        """Return the state in which no pattern has begun."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read which days of the pattern a day can be, as bits; charge the pattern with its last day."""
        begun = (cast(int, state) << 1 | 1) & cast(int, letter)
        last = 1 << self.length - 1
        return begun & (last - 1), int(begun & last > 0)


@dataclass(frozen=True)
class PatternRule(UnitRule):
    """A rule about days that go by a pattern.

    Each part is a shift, a part of the day, off, free (off without approved leave), any (at work) or anything; several
    with "or" between, or "not" before them; before it there may be a weekday or a date.
    """

    pattern: tuple[str, ...] = ("night", "off", "day")

    def words(self) -> Mapping[str, str]:
        """Return also its pattern."""
        return {**super().words(), "pattern": ", ".join(self.pattern)}

    def check(self, unit: Unit) -> None:
        """Refuse a pattern that no days of the unit could follow."""
        super().check(unit)
        if not self.pattern:
            raise ValueError("The pattern has no days; write N, off, D")
        for name, entry in zip(self.pattern, self._entries, strict=True):
            if not {*entry.what} <= {ANY, OFF, FREE, ANYTHING, *Part, *unit.shift_by_code}:
                known = "a shift, a part of the day, off, free, any or anything; not or a weekday before it"
                raise ValueError(f"'{name}' is no day of a pattern; write {known}")

    def days_of(self, unit: Unit, who: str) -> Reader:
        """Read which days of the pattern a day of somebody can be, the first as bit 0."""
        leave = unit.leave[who] if any(FREE in entry.what for entry in self._entries) else frozenset[date]()
        return _days_of(unit, self._entries, leave)

    @property
    def _entries(self) -> tuple[PatternDay, ...]:
        return tuple(PatternDay.named(name) for name in self.pattern)


def _days_of(unit: Unit, entries: tuple[PatternDay, ...], leave: frozenset[date]) -> Reader:
    """Read which days of a pattern a day can be, the first as bit 0, for somebody with some days of leave."""
    has = [[_has(unit, what, leave) for what in entry.what] for entry in entries]

    def fits(number: int, day: date, duties: Duties) -> bool:
        entry = entries[number]
        return entry.falls_on(day) and any(read(day, duties) for read in has[number]) is entry.has

    return lambda day, duties: sum(2**number for number in range(len(entries)) if fits(number, day, duties))


def _has(unit: Unit, what: str, leave: frozenset[date]) -> Reader:
    """Read whether a day has what a pattern says of it; a shift named by its code counts even when it is no work."""
    if what == ANYTHING:
        return lambda _day, _duties: True
    if what in unit.shift_by_code:
        return lambda _day, duties: any(duty.shift == what for duty in duties)
    works = on_duty(unit, () if what in (ANY, OFF, FREE) else (what,))
    if what == FREE:
        return lambda day, duties: day not in leave and not works(day, duties)
    return (lambda day, duties: not works(day, duties)) if what == OFF else works


def _date(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
