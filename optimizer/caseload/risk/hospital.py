"""HOSPITAL: the risk of a readmission that could be avoided (Donzé 2013, revised in 2016)."""

from enum import StrEnum

from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.score import Band, Line, Missing, Score, scored, ticked
from optimizer.planning.words import count

LOW_HEMOGLOBIN, LOW_SODIUM, LONG_STAY = 120, 135, 5
BANDS = (Band(0, "low"), Band(5, "intermediate"), Band(7, "high"))
"""Readmissions that could be avoided: 5.8 %, 11.9 % and 22.8 %."""


class Form(StrEnum):
    """Which published form is used: they differ in what one admission in the year before is worth.

    The simplified form has no line for procedures, and active cancer in place of a discharge from oncology.
    """

    REVISED = "2016"
    FIRST = "2013"
    SIMPLIFIED = "simplified"


def hospital(stay: Stay, admissions: int | None, form: Form = Form.REVISED) -> Score:
    """Return the HOSPITAL score of a stay; ``admissions`` are those of the year before, without its own."""
    simple = form is Form.SIMPLIFIED
    cancer = ("active cancer", stay.active_cancer) if simple else ("discharge from oncology", stay.oncology)
    parts = [
        ticked("hemoglobin below 12 g/dL", 1, _below(stay.hemoglobin, LOW_HEMOGLOBIN), "hemoglobin"),
        ticked(cancer[0], 2, cancer[1]),
        ticked("sodium below 135 mmol/L", 1, _below(stay.sodium, LOW_SODIUM), "sodium"),
        ticked("procedure during the stay", 1, False if simple else stay.procedure),
        ticked("urgent admission", 1, stay.urgent),
        _admissions(admissions, form),
        _length(stay.days),
    ]
    return scored("HOSPITAL", 12 if simple else 13, BANDS, parts)


def _below(value: int | None, limit: int) -> bool | None:
    return None if value is None else value < limit


def _admissions(admissions: int | None, form: Form) -> Line | Missing:
    if admissions is None:
        return Missing("admissions in twelve months")
    least = 1 if form is Form.FIRST else 2
    points = 5 if admissions > 5 else 2 if admissions >= least else 0
    return Line("admissions", points, count(admissions, "admission") + " in twelve months")


def _length(days: int | None) -> Line | Missing:
    if days is None:
        return Missing("length of stay")
    return Line("length of stay", 2 * (days >= LONG_STAY), f"{count(days, 'day')} in hospital")
