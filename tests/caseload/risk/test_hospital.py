from dataclasses import replace

import pytest

from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.hospital import Form, hospital
from optimizer.caseload.risk.stay import Stay

C = Condition
WELL = Stay(
    days=1, urgent=False, hemoglobin=140, sodium=140, oncology=False, active_cancer=False, procedure=False
)  # fmt: skip


def points(admissions=0, form=Form.REVISED, **facts):
    score = hospital(replace(WELL, **facts), admissions, form)
    assert score.complete
    return score.points


def test_worked_example_in_both_forms():
    facts = {"hemoglobin": 100, "urgent": True, "days": 6}
    assert points(1, **facts) == 4
    assert points(1, Form.FIRST, **facts) == 6


@pytest.mark.parametrize(
    ("facts", "total"),
    [
        ({}, 0), ({"hemoglobin": 119}, 1), ({"hemoglobin": 120}, 0), ({"oncology": True}, 2), ({"sodium": 134}, 1),
        ({"sodium": 135}, 0), ({"procedure": True}, 1), ({"urgent": True}, 1), ({"days": 4}, 0), ({"days": 5}, 2),
    ],
)  # fmt: skip
def test_each_item(facts, total):
    assert points(**facts) == total


@pytest.mark.parametrize(
    ("admissions", "revised", "first"), [(0, 0, 0), (1, 0, 2), (2, 2, 2), (5, 2, 2), (6, 5, 5), (12, 5, 5)]
)
def test_admissions_of_the_year_before(admissions, revised, first):
    assert points(admissions) == revised
    assert points(admissions, Form.FIRST) == first
    assert points(admissions, Form.SIMPLIFIED) == revised


def test_all_items_come_to_the_most():
    worst = Stay(None, 9, True, 80, 120, True, True, True)
    assert hospital(worst, 6).points == hospital(worst, 6).most == 13
    assert hospital(worst, 6, Form.SIMPLIFIED).points == 12


def test_the_simplified_form_needs_no_procedure():
    assert points(form=Form.SIMPLIFIED, procedure=True) == 0
    assert hospital(replace(WELL, procedure=None), 0, Form.SIMPLIFIED).complete


@pytest.mark.parametrize("known", [None, frozenset(), frozenset({C.COPD})])
@pytest.mark.parametrize(
    ("oncology", "cancer", "total"), [(True, False, 2), (False, True, 2), (True, True, 2), (False, False, 0)]
)
def test_the_simplified_form_takes_a_cancer_diagnosis_or_a_discharge_from_oncology(known, oncology, cancer, total):
    stay = replace(WELL, oncology=oncology, active_cancer=cancer)
    assert hospital(stay, 0, Form.SIMPLIFIED, known).points == total
    assert hospital(stay, 0).points == 2 * oncology


@pytest.mark.parametrize("cancer", [C.CANCER, C.METASTATIC])
def test_a_cancer_among_the_conditions_is_a_cancer_diagnosis(cancer):
    stay = replace(WELL, oncology=None, active_cancer=None)
    assert hospital(stay, 0, Form.SIMPLIFIED, frozenset({cancer})).points == 2
    assert hospital(stay, 0, Form.SIMPLIFIED, frozenset({cancer})).complete
    assert hospital(stay, 0, Form.SIMPLIFIED, frozenset()).missing == ("cancer diagnosis or discharge from oncology",)
    assert hospital(replace(stay, oncology=False), 0, Form.SIMPLIFIED, frozenset()).complete


@pytest.mark.parametrize(
    ("admissions", "days", "band"),
    [(2, 5, "unlikely to be readmitted"), (6, 1, "likely to be readmitted"), (6, 5, "likely to be readmitted")],
)
def test_the_simplified_form_has_two_bands(admissions, days, band):
    assert hospital(replace(WELL, days=days), admissions, Form.SIMPLIFIED).band == band


def test_the_score_says_which_form_it_is_and_when_its_source_was_checked():
    assert [hospital(WELL, 0, form).name for form in Form] == [
        "HOSPITAL (2016)", "HOSPITAL (2013)", "simplified HOSPITAL (2017)",
    ]  # fmt: skip
    assert "Aubert 2017" in Form.SIMPLIFIED.source.mark
    assert "checked 20" in Form.SIMPLIFIED.source.mark


@pytest.mark.parametrize(("admissions", "days", "band"), [(2, 5, "low"), (6, 1, "intermediate"), (6, 5, "high")])
def test_bands(admissions, days, band):
    assert hospital(replace(WELL, days=days), admissions).band == band


def test_what_is_missing_by_its_name():
    assert hospital(Stay(urgent=True), None).missing == (
        "hemoglobin", "discharge from oncology", "sodium", "procedure during the stay", "admissions in twelve months",
        "length of stay",
    )  # fmt: skip
