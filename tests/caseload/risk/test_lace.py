"""LACE by its table and the worked examples of the field."""

import pytest

from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.lace import lace
from optimizer.caseload.risk.stay import Stay

C = Condition


def points(days=0, urgent=False, conditions=(), visits=0):
    score = lace(Stay(days=days, urgent=urgent), frozenset(conditions), visits)
    assert score.complete
    return score.points


@pytest.mark.parametrize(
    ("days", "urgent", "conditions", "visits", "total"),
    [
        (5, True, {C.DIABETES, C.COPD}, 2, 12),
        (14, True, {C.DEMENTIA, C.VASCULAR}, 6, 19),
        (0, False, set(), 0, 0),
        (13, True, {C.HEART_FAILURE}, 0, 10),
    ],
)
def test_worked_examples(days, urgent, conditions, visits, total):
    assert points(days, urgent, conditions, visits) == total


@pytest.mark.parametrize(
    ("days", "total"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (6, 4), (7, 5), (13, 5), (14, 7), (90, 7)],
)
def test_length_of_stay(days, total):
    assert points(days) == total


@pytest.mark.parametrize(("visits", "total"), [(0, 0), (1, 1), (3, 3), (4, 4), (5, 4), (20, 4)])
def test_emergency_visits_count_up_to_four(visits, total):
    assert points(visits=visits) == total


def test_acute_admission():
    assert points(urgent=True) == 3


@pytest.mark.parametrize(
    ("condition", "total"),
    [
        (C.MYOCARDIAL_INFARCTION, 1), (C.CEREBROVASCULAR, 1), (C.VASCULAR, 1), (C.DIABETES, 1), (C.HEART_FAILURE, 2),
        (C.DIABETES_COMPLICATED, 2), (C.COPD, 2), (C.MILD_LIVER, 2), (C.MILD_RENAL, 2), (C.CANCER, 2), (C.DEMENTIA, 3),
        (C.CONNECTIVE_TISSUE, 3), (C.AIDS, 5), (C.SEVERE_LIVER, 5), (C.SEVERE_RENAL, 5), (C.METASTATIC, 5),
        (C.ULCER, 0), (C.PARALYSIS, 0),
    ],
)  # fmt: skip
def test_a_comorbidity_counts_itself_up_to_three_and_five_beyond(condition, total):
    assert points(conditions={condition}) == total


def test_comorbidities_add_up_and_the_milder_form_of_one_does_not():
    assert points(conditions={C.DIABETES, C.COPD}) == 3
    assert points(conditions={C.HEART_FAILURE, C.COPD}) == 5
    assert points(conditions={C.DIABETES, C.DIABETES_COMPLICATED}) == 2
    assert points(conditions={C.MILD_LIVER, C.MILD_RENAL}) == 2  # one line of the table
    assert points(conditions={C.MILD_LIVER, C.MILD_RENAL, C.VASCULAR}) == 3


@pytest.mark.parametrize(("days", "visits", "band"), [(6, 0, "low"), (6, 1, "moderate"), (14, 2, "moderate")])
def test_bands(days, visits, band):
    assert lace(Stay(days=days, urgent=False), frozenset(), visits).band == band
    assert lace(Stay(days=days, urgent=True), frozenset({C.AIDS}), visits).band == "high"


def test_what_fired_and_what_is_missing():
    score = lace(Stay(days=5, urgent=True), None, None)
    assert score.points == 7
    assert score.missing == ("comorbidities", "emergency visits in six months")
    assert score.sentence == (
        "LACE is at least 7 of 19 (moderate or more), from 5 days in hospital: 4; acute admission: 3. "
        "Not known: comorbidities, emergency visits in six months."
    )
    assert lace(Stay(), frozenset(), 0).missing == ("length of stay", "acute admission")
