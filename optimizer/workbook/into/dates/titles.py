"""Titles that tell a period, said of another: months by name or number, years, and first and last days in full."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from optimizer.staffing.facts.calendar import Span
from optimizer.workbook.into.dates.language import RosterLanguage, month_renamed
from optimizer.workbook.recognise.dates.mark import DMY, WORD, YMD, mark_of
from optimizer.workbook.recognise.dates.told import EASTERN_MONTH, ERA, ERAS, MONTH_YEAR, YEAR, YEAR_MONTH

BUDDHIST = 543
DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?\s*(?:de\s*)?$", re.IGNORECASE)
DAY_AFTER = re.compile(r"\s+(\d{1,2})(?!\d)")
NUMBER = re.compile(r"\d+")
TextPlace = tuple[int, int]


@dataclass(frozen=True)
class TitleMoved:
    """Says titles of one period of another."""

    old: Span
    new: Span
    language: RosterLanguage

    @property
    def _ends(self) -> tuple[tuple[date, date], ...]:
        return (self.old.first, self.new.first), (self.old.last, self.new.last)

    def of(self, text: str) -> str:
        """Return a title of the old period as one of the new; what tells nothing of the period stays."""
        changes: dict[TextPlace, str] = {}
        for look in (self._whole_days, self._month_numbers, self._eras, self._month_names, self._years):
            for place, new in look(text):
                if not any(place[0] < end and start < place[1] for start, end in changes):
                    changes[place] = new
        for start, end in sorted(changes, reverse=True):
            text = text[:start] + changes[start, end] + text[end:]
        return text

    def other_month(self, text: str) -> str | None:
        """Return the name of a month in a text that is neither the old period's nor the new one's."""
        for word in WORD.findall(text):
            for month in range(1, 13):
                if month in (self.old.first.month, self.old.last.month, self.new.first.month):
                    continue
                if len(word) > 3 and month_renamed(word, month, month, self.language):
                    return str(word)
        return None

    def day(self, day: date) -> date | None:
        """Return what becomes of a day in full: first days and last days move, others stay."""
        if day == self.old.first:
            return self.new.first
        return self.new.last if day == self.old.last else None

    def _whole_days(self, text: str) -> Iterator[tuple[TextPlace, str]]:
        for pattern, order in ((YMD, "ymd"), (DMY, "dmy")):
            for match in pattern.finditer(text):
                mark = mark_of(match[0])
                for number, day in enumerate(mark.dates if mark else ()):
                    if new := self.day(day):
                        yield match.span(), _like(match[0], new, "mdy" if number else order)
                        break

    def _month_numbers(self, text: str) -> Iterator[tuple[TextPlace, str]]:
        for match in YEAR_MONTH.finditer(text):
            yield from self._pair(match, 1, 2)
        for match in MONTH_YEAR.finditer(text):
            yield from self._pair(match, 2, 1)
        for match in EASTERN_MONTH.finditer(text):
            if new := self._month(int(match[1])):
                yield match.span(1), _padded(new.month, match[1])

    def _pair(self, match: re.Match[str], year: int, month: int) -> Iterator[tuple[TextPlace, str]]:
        for old, new in self._ends:
            if (int(match[year]), int(match[month])) == (old.year, old.month):
                yield match.span(year), str(new.year)
                yield match.span(month), _padded(new.month, match[month])
                return

    def _eras(self, text: str) -> Iterator[tuple[TextPlace, str]]:
        for match in ERA.finditer(text):
            old = ERAS[match[1]] + (1 if match[2] == "元" else int(match[2]))
            if new := self._year(old):
                yield match.span(2), str(new - ERAS[match[1]])

    def _month_names(self, text: str) -> Iterator[tuple[TextPlace, str]]:
        """Yield months by name, and first and last days beside them; a month with another day is no title's."""
        for match in WORD.finditer(text):
            ends = [end for end in self._ends if month_renamed(match[0], end[0].month, end[0].month, self.language)]
            beside = _day_beside(text, match.span())
            if not ends:
                continue
            old, new = next((end for end in ends if beside and end[0].day == int(text[slice(*beside)])), ends[0])
            if beside and int(text[slice(*beside)]) not in (old.day, old.year % 100):
                continue
            yield match.span(), month_renamed(match[0], old.month, new.month, self.language) or match[0]
            if beside and int(text[slice(*beside)]) == old.day:
                yield beside, _padded(new.day, text[slice(*beside)])
            elif beside:
                yield beside, str(new.year % 100)

    def _years(self, text: str) -> Iterator[tuple[TextPlace, str]]:
        for match in YEAR.finditer(text):
            if new := self._year(int(match[1])):
                yield match.span(1), str(new)

    def _month(self, month: int) -> date | None:
        return next((new for old, new in self._ends if old.month == month), None)

    def _year(self, year: int) -> int | None:
        for old, new in self._ends:
            if year in (old.year, old.year + BUDDHIST):
                return new.year + year - old.year
        return None


def _day_beside(text: str, place: TextPlace) -> TextPlace | None:
    """Return where a number of one or two digits stands right before or after a month."""
    if match := DAY_BEFORE.search(text[: place[0]]):
        return match.span(1)
    if match := DAY_AFTER.match(text[place[1] :]):
        return place[1] + match.start(1), place[1] + match.end(1)
    return None


def _like(old: str, day: date, order: str) -> str:
    """Return a day in full with the separators, noughts and order of another."""
    parts: dict[str, Callable[[str], str]] = {
        "y": lambda said: str(day.year)[-len(said) :],
        "m": lambda said: _padded(day.month, said),
        "d": lambda said: _padded(day.day, said),
    }
    noughts = any(said.startswith("0") for said in NUMBER.findall(old)[:3])
    letters = iter(order)

    def replaced(match: re.Match[str]) -> str:
        letter = next(letters, None)
        if letter is None:
            return match[0]
        new = parts[letter](match[0])
        return new.zfill(2) if noughts and letter != "y" else new

    return NUMBER.sub(replaced, old)


def _padded(number: int, said: str) -> str:
    return str(number).zfill(2) if said.startswith("0") else str(number)
