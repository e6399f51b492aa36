"""What patients take, and who is needed for them."""

from fractions import Fraction
from typing import Any

from optimizer.staffing.facts.care import CensusFrom
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.need.hppd import DIRECT, WORKED
from optimizer.staffing.need.need_source import NeedSource, care_of, need_ranges, need_sources
from optimizer.staffing.schedule.patient_hours import target_hours
from optimizer.summary.facts import Facts


def need_facts(unit: Unit) -> Facts:
    """Return what the patients of a plan take and what the target staffing gives them; hours rounded to tenths."""
    facts = [("Unit", unit.name), ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {len(unit.days)} days")]
    if unit.care is None:
        return [*facts, ("Census", "none, so every need is given on the sheet Needs")]
    hours, known = target_hours(unit), unit.care.census_from
    source = "the sheet Census" if known is CensusFrom.SHEET else f"the {known} of the sheet Census history"
    return [
        *facts,
        ("Census", f"{hours.patient_days:,} patient days, by {source}"),
        ("Care", f"{float(care_of(unit)) / 60:,.1f} h that the patients take"),
        (
            "Staffed",
            f"{hours.worked / 60:,.1f} h paid at the target, {hours.direct / 60:,.1f} h of them for patients",
        ),
        (DIRECT, f"{hppd_text(hours.direct_each)} at the target, without those free of patients"),
        (WORKED, f"{hppd_text(hours.worked_each)} at the target, by everyone who is needed"),
    ]


def hppd_text(each: Fraction | None) -> str:
    """Return hours for each patient and day as "7.77 h"; "none" without patients."""
    return "none" if each is None else f"{float(each):.2f} h"


def need_lines(unit: Unit) -> list[str]:
    """Return a table of needs by shift and role: lowest and highest over the days, and on how many days what binds."""
    rows = [("Shift", "Role", "Minimum", "Target", "Comes from")]
    for found in need_ranges(unit):
        origins = "; ".join(f"{origin} ({count(days, 'day')})" for origin, days in found.origins)
        rows.append((found.shift, found.role, _span(found.minimum), _span(found.target), origins))
    width = [max(len(row[column]) for row in rows) for column in range(4)]
    return ["  ".join([*map(str.ljust, row, width), row[4]]) for row in rows]


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low}-{high}"


def need_json(unit: Unit) -> dict[str, Any]:
    """Return every need with its working, and the totals, as plain values; times in hours, rounded to hundredths.

    ``target_hours`` are direct, ``worked_hours`` are those of everyone needed.
    """
    hours = target_hours(unit)
    return {
        "patient_days": hours.patient_days,
        "care_hours": round(float(care_of(unit)) / 60, 2),
        "target_hours": round(hours.direct / 60, 2),
        "worked_hours": round(hours.worked / 60, 2),
        "direct_hppd": _rounded(hours.direct_each),
        "worked_hppd": _rounded(hours.worked_each),
        "needs": [_need_json(source) for source in need_sources(unit)],
    }


def _rounded(each: Fraction | None) -> float | None:
    return None if each is None else round(float(each), 2)


def _need_json(source: NeedSource) -> dict[str, Any]:
    used, working = source.used, source.working
    return {
        "day": source.day.isoformat(),
        "shift": used.shift,
        "role": used.role,
        "minimum": used.minimum,
        "target": used.target,
        "maximum": used.maximum,
        "comes_from": source.origin,
        "computed": working
        and {
            "patients": working.patients,
            "care_hours": round(float(working.care) / 60, 2),
            "ratio": working.ratio,
            "acuity": working.acuity,
            "hppd": working.hppd,
            "unit_minimum": working.least,
            "break_relief": working.relief,
            "minimum": working.minimum,
            "target": working.target,
        },
    }
