"""Shifts that must not follow each other from one day to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from optimizer.planning.law import Letter, State, Walk
from optimizer.planning.rule import Finding
from optimizer.staffing.facts.shift import Part, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, on
from optimizer.staffing.rules.reading import codes_of, walk
from optimizer.staffing.rules.rule import UnitRule


@dataclass(frozen=True)
class SuccessionMachine:
    """Keeps the shifts of the day before after which anything is forbidden."""

    forbidden: frozenset[tuple[str, str]]

    @property
    def start(self) -> tuple[str, ...]:
        """Return the state of someone who was off."""
        return ()

    def step(self, state: State, letter: Letter) -> tuple[tuple[str, ...], int]:
        """Read the shifts of a day; charge each that may not follow one of the day before."""
        before, codes = cast(tuple[str, ...], state), cast(tuple[str, ...], letter)
        amount = sum(any((last, code) in self.forbidden for last in before) for code in codes)
        return tuple(code for code in codes if any(first == code for first, _ in self.forbidden)), amount


@dataclass(frozen=True)
class ForbiddenSuccession(UnitRule):
    """Lets no shift follow another the next day as in ``pairs``.

    A pair is of shifts, such as "N>D", whatever people do in them, or of parts of the day at work, such as
    "evening>day".
    """

    key, title, unit = "forbidden-succession", "Forbidden successions", "forbidden succession"
    sentence = "no shift right after another, from one day to the next, as in {pairs}"

    pairs: tuple[str, ...] = ("night>day", "night>evening", "evening>day")

    def words(self) -> Mapping[str, str]:
        """Return also its pairs."""
        return {**super().words(), "pairs": either(self.pairs) or "no pair"}

    def check(self, unit: Unit) -> None:
        """Refuse a pair that names no shifts of the unit."""
        for pair in self.pairs:
            before, arrow, after = pair.partition(">")
            for word in (before.strip(), after.strip()):
                if not arrow or word not in {*Part, *unit.shift_by_code}:
                    raise ValueError(f"'{pair}' names no two shifts or parts of the day; write N>D or night>day")

    def laws(self, unit: Unit) -> Iterator[Walk]:
        """Yield one walk a person."""
        forbidden = frozenset(
            (first.code, second.code)
            for before, _, after in (pair.partition(">") for pair in self.pairs)
            for first in unit.shifts
            for second in unit.shifts
            if _named(first, before.strip()) and _named(second, after.strip())
        )
        machine = SuccessionMachine(forbidden)
        return (walk(unit, human.id, machine, codes_of) for human in self.humans(unit))

    def say(self, unit: Unit, finding: Finding) -> str:
        """Say whose duty may not follow."""
        who, day = finding.place.who, finding.day
        pairs = ", ".join(self.pairs)
        return f"{unit.name_of(who)}'s duty on {on(day)} may not follow the one the day before (not allowed: {pairs})."


def _named(shift: Shift, word: str) -> bool:
    """Tell whether a word names a shift: its code, or the part of the day when people are at work in it."""
    return word == shift.code or (shift.works and word == shift.part)
