"""Which month and year day numbers are of: everything that is told is weighed against what the header itself shows."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.workbook.recognise.dates.days import FULL_MONTH
from optimizer.workbook.recognise.dates.told import Told

NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Believed:
    """A month that was settled on, None for what nobody tells, how well it fits, and what speaks against it."""

    year: int | None
    month: int | None
    score: float
    against: tuple[str, ...]
    why: str


def believed_of(
    parts: list[list[int]],
    lead: int,
    main: list[int],
    weekdays: list[int] | None,
    told: list[Told],
    notes: Counter[tuple[int, int]],
) -> Believed:
    """Return the month and year that most speaks for."""
    months = {month for each in told for month in each.months} | {day.month for each in told for day in each.days}
    months |= {month for (month, _), count in notes.items() if count > 1}
    years = {year for each in told for year in each.years} | {day.year for each in told for day in each.days}
    years |= {year for (_, year) in notes if year}
    scored = sorted(
        (
            _scored(month, year, parts, lead, main, weekdays, told, notes)
            for month in _or_none(months)
            for year in _or_none(years)
        ),
        key=lambda each: each.score,
        reverse=True,
    )
    best = scored[0]
    against = [
        f"{each.source} says {each.text}"
        for each in told
        if each.months and best.month not in each.months and not each.days
    ]
    against += [
        f"{each.source} says {each.text}"
        for each in told
        if each.years and best.year not in each.years and not each.days
    ]
    return Believed(best.year, best.month, best.score, (*best.against, *dict.fromkeys(against)), best.why)


def _or_none(told: set[int]) -> list[int | None]:
    return [*told] or [None]


def _scored(
    month: int | None,
    year: int | None,
    parts: list[list[int]],
    lead: int,
    main: list[int],
    weekdays: list[int] | None,
    told: list[Told],
    notes: Counter[tuple[int, int]],
) -> Believed:
    score, against, reasons = 0.0, [], []
    for each in told:
        match_month = month is not None and (month in each.months or any(day.month == month for day in each.days))
        match_year = year is not None and (year in each.years or any(day.year == year for day in each.days))
        both = 0.5 if each.months and each.years and match_month and match_year else 0
        score += (each.weight * (match_month + match_year) + both) * (0.5 if each.days else 1)
        if match_month or match_year:
            reasons.append(f"{each.source} ({each.text[:60]})")
    if month is None or year is None:
        return Believed(year, month, score, (), "; ".join(reasons))
    length = monthrange(year, month)[1]
    noted = notes.get((month, year), 0) + notes.get((month, 0), 0)
    if noted > 1:
        score += min(8, 2 * noted)
        reasons.append(f"{noted} notes in the cells give days of that month")
    if weekdays:
        fits = _weekday_fits(month, year, parts, lead, weekdays)
        score += 6 if fits else -4
        against += [] if fits else [f"the weekdays in the header are not those of {NAMES[month - 1]} {year}"]
        reasons += ["its weekdays are those of the header"] if fits else []
    if max(main) > length:
        score -= 2
        against.append(f"there is a column {max(main)}, and {NAMES[month - 1]} {year} has {length} days")
    elif lead and max(main) == length:
        score += 1
    before = monthrange(year - (month == 1), (month - 2) % 12 + 1)[1]
    if lead and parts[0][-1] != before:
        score -= 1.5
        against.append(f"the days before end on {parts[0][-1]}, and the month before has {before}")
    return Believed(year, month, score, tuple(against), "; ".join(reasons))


def _weekday_fits(month: int, year: int, parts: list[list[int]], lead: int, weekdays: list[int]) -> bool:
    if lead or len(parts) == 1:
        number = (parts[1] if lead else parts[0])[0]
        return number <= monthrange(year, month)[1] and date(year, month, number).weekday() == weekdays[lead]
    first = date(year, month, 1)
    options = (first.replace(day=min(28, parts[0][0])), (first - timedelta(days=1)).replace(day=min(28, parts[0][0])))
    return any((day.weekday() - (min(28, parts[0][0]) - parts[0][0])) % 7 == weekdays[0] for day in options)


def likeliest(believed: Believed, first_weekday: int | None, count: int) -> date:
    """Return the first of the month nearest to today that fits what is known."""
    today = date.today()
    near = [
        date(today.year + (today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1, 1)
        for step in range(-150, 13)
    ]

    def fits(first: date) -> bool:
        return (
            (believed.month in (None, first.month))
            and (believed.year in (None, first.year))
            and (first_weekday in (None, first.weekday()))
            and (count < FULL_MONTH or monthrange(first.year, first.month)[1] == count)
        )

    soon = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return min((first for first in near if fits(first)), key=lambda first: abs((first - soon).days), default=soon)
