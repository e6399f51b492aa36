"""Writes what needs are computed from as tables that read back to the same."""

from typing import Any

from optimizer.staffing.facts.care import Care, CareTimes, Census, Filler, Level
from optimizer.staffing.facts.shift import Part
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit import layout_care as layout
from optimizer.workbook.unit.when_text import when_text

Line = tuple[Any, ...]


def care_lines(care: Care | None) -> dict[Sheet, list[Line]]:
    """Return the lines of every sheet about care; the settings without values where needs are not computed."""
    if care is None:
        empty: dict[Sheet, list[Line]] = {sheet: [] for sheet in layout.SHEETS}
        return {**empty, layout.CARE: [(name, None, about) for name, about in layout.SETTINGS]}
    return {
        layout.ACUITY: [_level(level) for level in care.levels],
        layout.CENSUS: [(when_text(census.when), census.shift, *_counts(census)) for census in care.census],
        layout.MIX: [_filler(filler) for filler in care.mix],
        layout.CARE: _settings(care),
        layout.HISTORY: [(census.when.day, census.shift, *_counts(census)) for census in care.history],
    }


def _level(level: Level) -> Line:
    return level.number, level.label, level.minutes / 60, level.most, level.most_at_night, level.kind


def _counts(census: Census) -> Line:
    patients = (census.patients.get(number) for number in range(1, layout.LEVELS + 1))
    return *patients, census.admissions, census.discharges, census.transfers_in, census.transfers_out


def _filler(filler: Filler) -> Line:
    shifts, counts = ", ".join(filler.shifts), "yes" if filler.counts else "no"
    return filler.role, shifts, filler.share, counts, filler.least, filler.spare, filler.relief, filler.relieves


def _settings(care: Care) -> list[Line]:
    times: CareTimes = care.times
    budget = None if times.per_patient_day is None else times.per_patient_day / 60
    values = (
        care.census_from, times.productive / 60, budget, times.admission, times.discharge, times.transfer_in,
        times.transfer_out, *(times.shares.get(part) for part in (Part.DAY, Part.EVENING, Part.NIGHT)),
    )  # fmt: skip
    return [(name, value, about) for (name, about), value in zip(layout.SETTINGS, values, strict=True)]
