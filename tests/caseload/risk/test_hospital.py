from dataclasses import replace

import pytest

from optimizer.caseload.risk.hospital import Form, hospital
from optimizer.caseload.risk.stay import Stay

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


def test_the_simplified_form_needs_no_procedure_and_takes_active_cancer():
    assert points(form=Form.SIMPLIFIED, procedure=True, oncology=True) == 0
    assert points(form=Form.SIMPLIFIED, active_cancer=True) == 2
    assert hospital(replace(WELL, procedure=None, oncology=None), 0, Form.SIMPLIFIED).complete


@pytest.mark.parametrize(("admissions", "days", "band"), [(2, 5, "low"), (6, 1, "intermediate"), (6, 5, "high")])
def test_bands(admissions, days, band):
    assert hospital(replace(WELL, days=days), admissions).band == band


def test_what_is_missing_by_its_name():
    assert hospital(Stay(urgent=True), None).missing == (
        "hemoglobin", "discharge from oncology", "sodium", "procedure during the stay", "admissions in twelve months",
        "length of stay",
    )  # fmt: skip
