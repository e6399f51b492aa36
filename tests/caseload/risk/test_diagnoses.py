"""Diagnosis codes become conditions through a package, and its score is the one that our table gives."""

import sys

import pytest

from optimizer.caseload.risk.charlson import Weights, charlson
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.diagnoses import PackageMissingError, conditions_of, is_code

C = Condition

CODES = {
    C.MYOCARDIAL_INFARCTION: "I21.4", C.HEART_FAILURE: "I50.9", C.VASCULAR: "I73.9", C.CEREBROVASCULAR: "I63.9",
    C.DEMENTIA: "F03.90", C.COPD: "J44.1", C.CONNECTIVE_TISSUE: "M05.9", C.ULCER: "K25.9", C.MILD_LIVER: "K73.9",
    C.SEVERE_LIVER: "K76.6", C.DIABETES: "E11.9", C.DIABETES_COMPLICATED: "E11.21", C.PARALYSIS: "G81.90",
    C.SEVERE_RENAL: "N18.3", C.CANCER: "C34.90", C.METASTATIC: "C79.51", C.AIDS: "B20",
}  # fmt: skip


@pytest.mark.parametrize("text", ["E11.9", "e119", " C34.90 ", "Z00", "S72.001A", "M1A.00X0"])
def test_codes_with_and_without_their_point(text):
    assert is_code(text)


@pytest.mark.parametrize("text", ["", "diabetes", "250.00", "E1", "E11.", "E11.9; I50.9"])
def test_what_is_no_code(text):
    assert not is_code(text)


def test_each_code_stands_for_its_condition_and_others_for_none():
    pytest.importorskip("pycomorb")
    found = conditions_of({condition: [code] for condition, code in CODES.items()} | {"well": ["Z00.0"], "new": []})
    assert found == {condition: {condition} for condition in CODES} | {"well": frozenset(), "new": frozenset()}


def test_many_codes_of_many_patients():
    pytest.importorskip("pycomorb")
    found = conditions_of({"a": ["e119", "C349", "Z00"], "b": ["E11.9", "E11.2"]})
    assert found == {"a": {C.DIABETES, C.CANCER}, "b": {C.DIABETES_COMPLICATED}}


@pytest.mark.parametrize("weights", [(Weights.ORIGINAL, "charlson"), (Weights.QUAN, "quan")])
def test_our_table_and_the_package_agree(weights):
    """The weights stand here, so that every point has its reason; the package's are the same."""
    package, polars = pytest.importorskip("pycomorb"), pytest.importorskip("polars")
    ours, theirs = weights
    rows = [(str(each), code) for each, code in CODES.items()] + [("all", code) for code in CODES.values()]
    table = polars.DataFrame({"id": [r[0] for r in rows], "code": [r[1].replace(".", "") for r in rows], "age": 0})
    found = package.comorbidity("charlson", table, implementation="quan", weights=theirs)
    scores = {row["id"]: row["Charlson Comorbidity Index"] for row in found.iter_rows(named=True)}
    assert scores.pop("all") == charlson(frozenset(C), ours).points
    assert scores == {condition: charlson(frozenset({condition}), ours).points for condition in CODES}


def test_without_the_package_it_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "pycomorb", None)
    with pytest.raises(PackageMissingError, match="enter the conditions themselves"):
        conditions_of({"a": ["E11.9"]})
    assert conditions_of({"a": []}) == {"a": frozenset()}
