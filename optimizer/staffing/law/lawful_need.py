"""What patients make of a unit where law sets ratios: its needs, and how many there are of each kind."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from optimizer.staffing.facts.demand import most_particular
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.law.lawful import presets_of, ratio_on
from optimizer.staffing.need.computed_need import with_computed_needs
from optimizer.staffing.need.forecast import census_in_force


def with_lawful_needs(unit: Unit) -> Unit:
    """Return a unit with the needs that its patients make, no fewer nurses than the law of each day wants.

    A law counts here though its own text was not read, and patients whom it spares count: too many nurses are safer
    than too few.
    """
    presets = presets_of(unit)

    def ratio_of(kind: str, day: date, part: Part) -> int | None:
        ratio = ratio_on(presets, kind or unit.kind, day, part)
        return ratio.most(part) if ratio and ratio.citation.obliges else None

    return with_computed_needs(unit, ratio_of)


def patients_by_kind(unit: Unit, day: date, label: str) -> Mapping[str, int]:
    """Return how many patients of each kind there are on a day through a shift or window."""
    kinds: Counter[str] = Counter()
    if unit.care:
        rows = (row for row in census_in_force(unit.care) if row.shift == label)
        for row in most_particular(day, rows, unit.calendar):
            for level, number in row.patients.items():
                kinds[unit.care.level(level).kind or unit.kind] += number
    return kinds
