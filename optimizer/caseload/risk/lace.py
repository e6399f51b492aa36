"""LACE: length of stay, acute admission, comorbidity, emergency visits (van Walraven 2010).

The point table is that of BMC Cardiovasc Disord 14:97, table 1. The modified LACE of the UK, with other points for long
stays and for comorbidity, is another scale.
"""

from collections.abc import Mapping

from optimizer.caseload.risk.condition import Condition, Conditions, counted
from optimizer.caseload.risk.stay import Stay
from optimizer.caseload.score import Band, Missing, ScaleScore, ScoreLine, scored, ticked
from optimizer.planning.words import count

BY_DAYS = ((14, 7), (7, 5), (4, 4), (3, 3), (2, 2), (1, 1), (0, 0))
"""Points from so many days on, the longest first."""
ACUTE = 3
EMERGENCY_MOST = 4
COMORBIDITY_MOST, COMORBIDITY_BEYOND = 3, 5
"""The sum of comorbidities counts itself up to 3, and 5 beyond."""
BANDS = (Band(0, "low"), Band(5, "moderate"), Band(10, "high"))
POINTS: Mapping[Condition, int] = {
    Condition.MYOCARDIAL_INFARCTION: 1,
    Condition.CEREBROVASCULAR: 1,
    Condition.VASCULAR: 1,
    Condition.DIABETES: 1,
    Condition.HEART_FAILURE: 2,
    Condition.DIABETES_COMPLICATED: 2,
    Condition.COPD: 2,
    Condition.MILD_LIVER: 2,
    Condition.MILD_RENAL: 2,
    Condition.CANCER: 2,
    Condition.DEMENTIA: 3,
    Condition.CONNECTIVE_TISSUE: 3,
    Condition.AIDS: 4,
    Condition.SEVERE_LIVER: 4,
    Condition.SEVERE_RENAL: 4,
    Condition.METASTATIC: 6,
}


def lace(stay: Stay, conditions: Conditions | None, emergency_visits: int | None) -> ScaleScore:
    """Return the LACE score of a stay; ``emergency_visits`` are those of the six months before, without its own."""
    parts = (
        _length(stay.days),
        ticked("acute admission", ACUTE, stay.urgent),
        _comorbidity(conditions),
        _emergency(emergency_visits),
    )
    return scored("LACE", 19, BANDS, parts)


def _length(days: int | None) -> ScoreLine | Missing:
    if days is None:
        return Missing("length of stay")
    points = next(points for least, points in BY_DAYS if days >= least)
    return ScoreLine("length of stay", points, f"{count(days, 'day')} in hospital")


def _comorbidity(conditions: Conditions | None) -> ScoreLine | Missing:
    if conditions is None:
        return Missing("comorbidities")
    telling = [each for each in counted(conditions) if each in POINTS]
    total = sum(POINTS[each] for each in telling)
    # liver and kidneys share one line of the table, so two mild ones give its points once
    total -= POINTS[Condition.MILD_RENAL] * ({Condition.MILD_LIVER, Condition.MILD_RENAL} <= {*telling})
    points = total if total <= COMORBIDITY_MOST else COMORBIDITY_BEYOND
    return ScoreLine("comorbidity", points, " and ".join(telling))


def _emergency(visits: int | None) -> ScoreLine | Missing:
    if visits is None:
        return Missing("emergency visits in six months")
    return ScoreLine(
        "emergency visits", min(visits, EMERGENCY_MOST), count(visits, "emergency visit") + " in six months"
    )
