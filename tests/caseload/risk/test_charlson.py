import pytest

from optimizer.caseload.risk.charlson import Weights, charlson
from optimizer.caseload.risk.condition import Condition

C = Condition


@pytest.mark.parametrize(
    ("condition", "original", "quan"),
    [
        (C.MYOCARDIAL_INFARCTION, 1, 0), (C.HEART_FAILURE, 1, 2), (C.VASCULAR, 1, 0), (C.CEREBROVASCULAR, 1, 0),
        (C.DEMENTIA, 1, 2), (C.COPD, 1, 1), (C.CONNECTIVE_TISSUE, 1, 1), (C.ULCER, 1, 0), (C.MILD_LIVER, 1, 2),
        (C.DIABETES, 1, 0), (C.DIABETES_COMPLICATED, 2, 1), (C.PARALYSIS, 2, 2), (C.SEVERE_RENAL, 2, 1),
        (C.CANCER, 2, 2), (C.SEVERE_LIVER, 3, 4), (C.METASTATIC, 6, 6), (C.AIDS, 6, 4), (C.MILD_RENAL, 0, 0),
    ],
)  # fmt: skip
def test_weights(condition, original, quan):
    assert charlson(frozenset({condition})).points == original
    assert charlson(frozenset({condition}), Weights.QUAN).points == quan


def test_all_conditions_with_the_severe_forms_alone():
    everything = frozenset(C)
    assert charlson(everything, Weights.QUAN).points == charlson(everything, Weights.QUAN).most == 24
    assert charlson(everything).points == charlson(everything).most == 29


@pytest.mark.parametrize(
    ("mild", "severe", "points"),
    [(C.DIABETES, C.DIABETES_COMPLICATED, 2), (C.MILD_LIVER, C.SEVERE_LIVER, 3), (C.CANCER, C.METASTATIC, 6)],
)
def test_the_milder_form_counts_nothing_beside_the_severe_one(mild, severe, points):
    score = charlson(frozenset({mild, severe}))
    assert score.points == points
    assert [line.what for line in score.lines] == [severe]


@pytest.mark.parametrize(("age", "points"), [(0, 0), (49, 0), (50, 1), (59, 1), (60, 2), (79, 3), (80, 4), (95, 4)])
def test_decades_of_age(age, points):
    assert charlson(frozenset(), age=age, by_age=True).points == points
    assert charlson(frozenset(), age=age).points == 0


def test_what_is_missing():
    assert charlson(None, by_age=True).missing == ("comorbidities", "age")
    assert charlson(frozenset()).complete
