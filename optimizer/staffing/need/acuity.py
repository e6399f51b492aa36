"""From patients to hours of care, and from hours to people. Exact; ``rounding.py`` makes whole people of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.care import Care, CareTimes, Census, Level
from optimizer.staffing.facts.shift import DAY_MINUTES, Part, Window, part_of_day
from optimizer.staffing.facts.unit import Unit, window_of
from optimizer.staffing.need.ratio import RatioOf, nurses_needed, stricter

TWO_SHIFTS = {Part.DAY: 55, Part.NIGHT: 45}
THREE_SHIFTS = {Part.DAY: 40, Part.EVENING: 34, Part.NIGHT: 26}
"""The usual percent of a patient's 24 hours of care by part of the day."""


def churn_minutes(times: CareTimes, census: Census) -> int:
    """Return the minutes that admissions, discharges and transfers take on a shift."""
    return (
        census.admissions * times.admission
        + census.discharges * times.discharge
        + census.transfers_in * times.transfer_in
        + census.transfers_out * times.transfer_out
    )


def care_minutes(care: Care, census: Census, share: Fraction) -> Fraction:
    """Return the minutes of care that a shift takes: its share of the patients' 24 hours, and those who come and go."""
    around_the_clock = sum(number * care.level(level).minutes for level, number in census.patients.items())
    return around_the_clock * share + churn_minutes(care.times, census)


def people_for(minutes: Fraction, percent: int, each: Fraction) -> Fraction:
    """Return how many people, parts of them too, do a percent of some minutes of work when each does so many."""
    return minutes * percent / 100 / each


def relief_for(people: int, break_minutes: int, shift_minutes: int) -> int:
    """Return how many more people it takes so that everybody can leave for a break: rounded up."""
    return -(-people * break_minutes // shift_minutes)


def ratio_need(care: Care, census: Census, day: date, part: Part, ratio_of: RatioOf) -> int:
    """Return how many nurses the ratios ask for; of the law and the unit's own rule the stricter holds."""
    ratios: list[Fraction] = []
    for number, patients in census.patients.items():
        ratio = _ratio(care.level(number), day, part, ratio_of)
        ratios += [ratio] * patients if ratio is not None else []
    return nurses_needed(ratios)


def _ratio(level: Level, day: date, part: Part, ratio_of: RatioOf) -> Fraction | None:
    return stricter(level.own_ratio(part), ratio_of(level.kind, day, part))


def part_of(unit: Unit, label: str) -> Part:
    """Return the part of the day of a shift or a window."""
    shift = unit.shift_by_code.get(label)
    return shift.part if shift else part_of_day(*_window(label))


def start_of(unit: Unit, label: str) -> int:
    """Return when a shift or a window starts, in minutes after midnight."""
    shift = unit.shift_by_code.get(label)
    return shift.start if shift else _window(label).start


def _window(label: str) -> Window:
    window = window_of(label)
    if window is None:
        raise ValueError(f"'{label}' is neither a shift nor a window such as 07:00-15:00.")
    return window


def shift_shares(unit: Unit, labels: Iterable[str], percents: Mapping[Part, int]) -> dict[str, Fraction]:
    """Return which part of a patient's 24 hours falls into each of a day's shifts or windows.

    Each part of the day has its percent, or the usual one: 55 and 45 with a day and a night, 40, 34 and 26 with an
    evening. Shifts of one part share it by their length. Of any other division every shift has its length's part.
    """
    lengths = {label: unit.length_of(label) for label in labels}
    parts = {label: part_of(unit, label) for label in lengths}
    usual = next((u for u in (TWO_SHIFTS, THREE_SHIFTS) if u.keys() == {*parts.values()}), None)
    known = percents or usual
    if known is None:
        return {label: Fraction(length, DAY_MINUTES) for label, length in lengths.items()}
    together = {part: sum(lengths[label] for label in lengths if parts[label] is part) for part in parts.values()}
    return {
        label: Fraction(known.get(parts[label], 0) * length, 100 * together[parts[label]])
        for label, length in lengths.items()
    }
