"""An invented roster before it is written down: people, days and who does what on each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from babel.dates import format_date

from tests.workbook.recognise.wild.tongues import TONGUES, Tongue


@dataclass(frozen=True)
class Plan:
    """People, days, and a code for each that is not blank."""

    tongue: Tongue
    people: tuple[str, ...]
    days: tuple[date, ...]
    duties: Mapping[tuple[str, date], str]
    off: str

    @property
    def first(self) -> date:
        """Return the first day."""
        return self.days[0]

    def code(self, who: str, day: date) -> str | None:
        """Return what somebody does on a day, None for nothing written."""
        return self.duties.get((who, day)) or None

    def said(self, day: date, form: str) -> str:
        """Return a day in the language of the plan, in a form of CLDR's such as "EEE"."""
        return format_date(day, form, self.tongue.locale)

    def month(self) -> str:
        """Return the month and year of the first day in words."""
        return self.said(self.days[len(self.days) // 2], self.tongue.monthly)


def run(first: date, days: int) -> tuple[date, ...]:
    """Return so many days."""
    return tuple(first + timedelta(days=step) for step in range(days))


def month_of(day: date) -> tuple[date, ...]:
    """Return the days of a month."""
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return run(first, (after - first).days)


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def plan_of(rng: Random, days: tuple[date, ...] | None = None, tongue: Tongue | None = None) -> Plan:
    """Draw a plan: a month unless days are given, in any language."""
    tongue = tongue or rng.choice(TONGUES)
    days = days or month_of(date(rng.choice((2023, 2024, 2025, 2026)), rng.randint(1, 12), 1))
    people = tongue.people[: rng.randint(5, len(tongue.people))]
    off = rng.choice(tongue.off)
    duties: dict[tuple[str, date], str] = {}
    for place, who in enumerate(people):
        _roster(rng, tongue, who, days, off, place, duties)
    return Plan(tongue, people, days, {key: code for key, code in duties.items() if code}, off)


def _roster(
    rng: Random,
    tongue: Tongue,
    who: str,
    days: tuple[date, ...],
    off: str,
    place: int,
    duties: dict[tuple[str, date], str],
) -> None:
    """Write blocks of a shift and days off after each other, and some days of leave."""
    pattern = [code for code in tongue.codes for _ in range(rng.randint(2, 3))]
    rhythm = [*pattern[:4], off, off, *pattern[4:], off, off]
    for step, day in enumerate(days):
        code = rhythm[(step + 3 * place) % len(rhythm)]
        duties[who, day] = rng.choice(tongue.codes) if code and rng.random() < 0.1 else code
    if rng.random() < 0.5:
        begin = rng.randrange(len(days))
        for day in days[begin : begin + rng.randint(1, 7)]:
            duties[who, day] = rng.choice(tongue.away)
