"""HOSPITAL: the risk of a readmission that could be avoided, in its three published forms.

Donzé 2013 (doi 10.1001/jamainternmed.2013.3023), as revised in 2016 (doi 10.1001/jamainternmed.2015.8462), and as
simplified by Aubert 2017 (doi 10.1136/bmjqs-2016-006239).
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from optimizer.caseload.risk.condition import Condition, Conditions
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.score import Band, Missing, ScaleScore, ScoreLine, scored, ticked
from optimizer.caseload.source import CitedSource
from optimizer.planning.words import count

LOW_HEMOGLOBIN, LOW_SODIUM, LONG_STAY = 120, 135, 5
CANCERS = {Condition.CANCER, Condition.METASTATIC}
BANDS = (Band(0, "low"), Band(5, "intermediate"), Band(7, "high"))
"""Readmissions that could be avoided: 5.8 %, 11.9 % and 22.8 %."""
TWO_BANDS = (Band(0, "unlikely to be readmitted"), Band(5, "likely to be readmitted"))
CHECKED = date(2026, 11, 27)


class Form(StrEnum):
    """Which published form is used: the first two differ in what one admission in the year before is worth.

    The simplified form has no line for procedures, a cancer diagnosis or a discharge from oncology in place of the
    latter alone, and two bands.
    """

    REVISED = "2016"
    FIRST = "2013"
    SIMPLIFIED = "simplified"

    @property
    def called(self) -> str:
        """Return the name of the score in this form."""
        return "simplified HOSPITAL (2017)" if self is Form.SIMPLIFIED else f"HOSPITAL ({self})"

    @property
    def source(self) -> CitedSource:
        """Return where its points and bands come from."""
        return SOURCES[self]


SOURCES: Mapping[Form, CitedSource] = {
    Form.REVISED: CitedSource("Donzé 2016, JAMA Intern Med 176:496, PMC5070968", CHECKED, unverified=False),
    Form.FIRST: CitedSource("Donzé 2013, JAMA Intern Med 173:632", CHECKED, unverified=True),
    Form.SIMPLIFIED: CitedSource(
        "Aubert 2017, BMJ Qual Saf 26:799", CHECKED, unverified=True,
        note="Its items and its two bands are in the abstract; that the second begins at 5 is to be verified.",
    ),
}  # fmt: skip


def hospital(
    stay: Stay, admissions: int | None, form: Form = Form.REVISED, conditions: Conditions | None = None
) -> ScaleScore:
    """Return the HOSPITAL score of a stay; ``admissions`` are those of the year before, without its own.

    The simplified form looks for a cancer among the ``conditions``, too.
    """
    simple = form is Form.SIMPLIFIED
    parts = [
        ticked("hemoglobin below 12 g/dL", 1, _below(stay.hemoglobin, LOW_HEMOGLOBIN), "hemoglobin"),
        _cancer(stay, conditions) if simple else ticked("discharge from oncology", 2, stay.oncology),
        ticked("sodium below 135 mmol/L", 1, _below(stay.sodium, LOW_SODIUM), "sodium"),
        ticked("procedure during the stay", 1, False if simple else stay.procedure),
        ticked("urgent admission", 1, stay.urgent),
        _admissions(admissions, form),
        _length(stay.days),
    ]
    most, bands = (12, TWO_BANDS) if simple else (13, BANDS)
    return scored(form.called, most, bands, parts)


def _cancer(stay: Stay, conditions: Conditions | None) -> ScoreLine | Missing:
    """Return the points of a cancer diagnosis or a discharge from oncology; either is enough."""
    listed = None if conditions is None else bool(CANCERS & conditions)
    diagnosis = listed if stay.active_cancer is None else stay.active_cancer or bool(listed)
    either = True if diagnosis or stay.oncology else None if None in (diagnosis, stay.oncology) else False
    return ticked("cancer diagnosis or discharge from oncology", 2, either)


def _below(value: int | None, limit: int) -> bool | None:
    return None if value is None else value < limit


def _admissions(admissions: int | None, form: Form) -> ScoreLine | Missing:
    if admissions is None:
        return Missing("admissions in twelve months")
    least = 1 if form is Form.FIRST else 2
    points = 5 if admissions > 5 else 2 if admissions >= least else 0
    return ScoreLine("admissions", points, count(admissions, "admission") + " in twelve months")


def _length(days: int | None) -> ScoreLine | Missing:
    if days is None:
        return Missing("length of stay")
    return ScoreLine("length of stay", 2 * (days >= LONG_STAY), f"{count(days, 'day')} in hospital")
