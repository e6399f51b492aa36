"""The illnesses that the scores of comorbidity speak of, once for all of them."""

from collections.abc import Mapping
from enum import StrEnum


class Condition(StrEnum):
    """An illness, as a reader finds it in a list of problems."""

    MYOCARDIAL_INFARCTION = "prior myocardial infarction"
    HEART_FAILURE = "congestive heart failure"
    VASCULAR = "peripheral vascular disease"
    CEREBROVASCULAR = "cerebrovascular disease"
    DEMENTIA = "dementia"
    COPD = "chronic pulmonary disease"
    CONNECTIVE_TISSUE = "connective tissue disease"
    ULCER = "peptic ulcer disease"
    MILD_LIVER = "mild liver disease"
    SEVERE_LIVER = "moderate or severe liver disease"
    DIABETES = "diabetes without complications"
    DIABETES_COMPLICATED = "diabetes with complications"
    PARALYSIS = "hemiplegia or paraplegia"
    MILD_RENAL = "mild renal disease"
    SEVERE_RENAL = "moderate or severe renal disease"
    CANCER = "cancer, leukemia or lymphoma"
    METASTATIC = "metastatic cancer"
    AIDS = "AIDS"


Conditions = frozenset[Condition]

MILDER: Mapping[Condition, Condition] = {
    Condition.DIABETES: Condition.DIABETES_COMPLICATED,
    Condition.MILD_LIVER: Condition.SEVERE_LIVER,
    Condition.MILD_RENAL: Condition.SEVERE_RENAL,
    Condition.CANCER: Condition.METASTATIC,
}
"""Which condition counts nothing beside its severe form."""


def counted(conditions: Conditions) -> tuple[Condition, ...]:
    """Return the conditions that count, in a fixed order: of two forms of one illness only the severe one."""
    return tuple(each for each in Condition if each in conditions and MILDER.get(each) not in conditions)
