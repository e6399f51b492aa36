"""A few rules of labels ask about a medicine beside a condition; they are marked, and name what they mean."""

from datetime import date

import pytest

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.review import KnownMedicines, review
from optimizer.caseload.presets.medicines import condition_rules, reference
from optimizer.caseload.risk.condition import Condition

TODAY = date(2026, 11, 24)


def beside(drug, *conditions):
    known = KnownMedicines([Fill("P1", TODAY, drug, "", 30)], conditions=frozenset(conditions))
    return [(each.drug, each.condition) for each in review("P1", known, reference(), TODAY).beside]


@pytest.mark.parametrize(
    ("drug", "condition"),
    [
        ("ibuprofen", Condition.HEART_FAILURE), ("naproxen", Condition.SEVERE_RENAL),
        ("metformin", Condition.SEVERE_RENAL), ("pioglitazone", Condition.HEART_FAILURE),
        ("quetiapine", Condition.DEMENTIA), ("haloperidol", Condition.DEMENTIA),
        ("cilostazol", Condition.HEART_FAILURE), ("dronedarone", Condition.HEART_FAILURE),
    ],
)  # fmt: skip
def test_a_medicine_beside_its_condition_and_no_other(drug, condition):
    assert beside(drug, condition) == [(drug, condition)]
    assert beside(drug, Condition.COPD) == []
    assert beside("lisinopril", condition) == []


def test_of_a_combination_only_the_ingredient_that_is_meant_is_named():
    assert beside("hydrocodone/ibuprofen", Condition.HEART_FAILURE) == [("ibuprofen", Condition.HEART_FAILURE)]
    assert beside("metformin/sitagliptin", Condition.SEVERE_RENAL) == [("metformin", Condition.SEVERE_RENAL)]


def test_every_rule_speaks_of_a_condition_that_is_known_and_says_that_it_is_not_verified():
    vocabulary = reference().vocabulary
    known = {*vocabulary.classes, *(group for groups in vocabulary.classes.values() for group in groups)}
    for rule in condition_rules():
        assert rule.condition in [*Condition]
        assert rule.medicines <= known
        assert rule.source.unverified
