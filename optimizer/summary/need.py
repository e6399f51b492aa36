"""What patients take, and who is needed for them."""

from typing import Any

from optimizer.staffing.care import CensusFrom
from optimizer.staffing.need_source import CareTotals, NeedRange, NeedSource
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count
from optimizer.summary.facts import Facts


def need_facts(unit: Unit, totals: CareTotals) -> Facts:
    """Return what the patients of a plan take and what the target staffing gives them; hours rounded to tenths."""
    facts = [("Unit", unit.name), ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {len(unit.days)} days")]
    if unit.care is None:
        return [*facts, ("Census", "none, so every need is given on the sheet Needs")]
    each, known = totals.per_patient_day, unit.care.census_from
    source = "the sheet Census" if known is CensusFrom.SHEET else f"the {known} of the sheet Census history"
    return [
        *facts,
        ("Census", f"{totals.patient_days:,} patient days, by {source}"),
        ("Care", f"{float(totals.care) / 60:,.1f} h that the patients take"),
        (
            "Staffed",
            f"{totals.staffed / 60:,.1f} h paid at the target, without those free of patients",
        ),
        ("HPPD", "none" if each is None else f"{float(each) / 60:.2f} h for each patient and day"),
    ]


def need_lines(ranges: tuple[NeedRange, ...]) -> list[str]:
    """Return a table of needs by shift and role: lowest and highest over the days, and on how many days what binds."""
    rows = [("Shift", "Role", "Minimum", "Target", "Comes from")]
    for found in ranges:
        origins = "; ".join(f"{origin} ({count(days, 'day')})" for origin, days in found.origins)
        rows.append((found.shift, found.role, _span(found.minimum), _span(found.target), origins))
    width = [max(len(row[column]) for row in rows) for column in range(4)]
    return ["  ".join([*map(str.ljust, row, width), row[4]]) for row in rows]


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low}-{high}"


def need_json(sources: tuple[NeedSource, ...], totals: CareTotals) -> dict[str, Any]:
    """Return every need with its working, and the totals, as plain values; times in hours, rounded to hundredths."""
    each = totals.per_patient_day
    return {
        "patient_days": totals.patient_days,
        "care_hours": round(float(totals.care) / 60, 2),
        "target_hours": round(totals.staffed / 60, 2),
        "hppd": None if each is None else round(float(each) / 60, 2),
        "needs": [_need_json(source) for source in sources],
    }


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
