"""The Charlson index of comorbidity: the weights of 1987, or those of Quan and others of 2011.

Charlson 1987, doi 10.1016/0021-9681(87)90171-8; Quan 2011, doi 10.1093/aje/kwq433, whose most is 24, with AIDS at 4.
"""

from collections.abc import Mapping
from enum import StrEnum

from optimizer.caseload.risk.condition import Condition, Conditions, counted
from optimizer.caseload.score import Missing, ScaleScore, ScoreLine, scored
from optimizer.planning.words import count


class Weights(StrEnum):
    """Whose weights are used."""

    ORIGINAL = "1987"
    QUAN = "2011"


BOTH: Mapping[Condition, tuple[int, int]] = {
    Condition.MYOCARDIAL_INFARCTION: (1, 0),
    Condition.HEART_FAILURE: (1, 2),
    Condition.VASCULAR: (1, 0),
    Condition.CEREBROVASCULAR: (1, 0),
    Condition.DEMENTIA: (1, 2),
    Condition.COPD: (1, 1),
    Condition.CONNECTIVE_TISSUE: (1, 1),
    Condition.ULCER: (1, 0),
    Condition.MILD_LIVER: (1, 2),
    Condition.DIABETES: (1, 0),
    Condition.DIABETES_COMPLICATED: (2, 1),
    Condition.PARALYSIS: (2, 2),
    Condition.SEVERE_RENAL: (2, 1),
    Condition.CANCER: (2, 2),
    Condition.SEVERE_LIVER: (3, 4),
    Condition.METASTATIC: (6, 6),
    Condition.AIDS: (6, 4),
}
"""The weights of 1987 and of 2011; mild renal disease has none in either."""
AGE_FROM, AGE_MOST = 50, 4
MOST = {Weights.ORIGINAL: 29, Weights.QUAN: 24}
"""What all conditions come to, the milder form of none beside the severe one."""


def charlson(
    conditions: Conditions | None, weights: Weights = Weights.ORIGINAL, age: int | None = None, by_age: bool = False
) -> ScaleScore:
    """Return the Charlson index; ``by_age`` adds a point for each decade from 50 on, four at most."""
    aged = [_age(age)] if by_age else []
    return scored("Charlson", MOST[weights] + AGE_MOST * by_age, (), [*_parts(conditions, weights), *aged])


def _parts(conditions: Conditions | None, weights: Weights) -> list[ScoreLine | Missing]:
    if conditions is None:
        return [Missing("comorbidities")]
    column = [*Weights].index(weights)
    return [ScoreLine(each, BOTH[each][column], each) for each in counted(conditions) if each in BOTH]


def _age(age: int | None) -> ScoreLine | Missing:
    if age is None:
        return Missing("age")
    points = min(AGE_MOST, max(0, (age - AGE_FROM) // 10 + 1))
    return ScoreLine("age", points, count(age, "year") + " of age")
