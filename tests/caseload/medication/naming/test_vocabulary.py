"""Codes, brands and classes as data write them, and the names that users add."""

from datetime import date

import pytest

from optimizer.caseload.medication.adherence import adherence
from optimizer.caseload.medication.fill import Fill, classes_of
from optimizer.caseload.medication.naming.product_code import PRODUCT
from optimizer.caseload.medication.naming.recognise import classified, read, reading
from optimizer.caseload.medication.own import OwnName
from optimizer.caseload.presets.ingredients import vocabulary, vocabulary_with
from optimizer.caseload.presets.medicines import tracked
from optimizer.caseload.span import PanelSpan

KNOWN = vocabulary()


def one(drug="", group="", **codes):
    return Fill("P1", date(2018, 1, 1), drug, group, 30, **codes)


def test_every_code_and_brand_stands_for_ingredients_that_are_known():
    for named in (*KNOWN.brands.values(), *KNOWN.products.values(), *KNOWN.substances.values()):
        assert named
        assert {*named} <= KNOWN.classes.keys()
    assert {len(code) for code in KNOWN.products} == {PRODUCT}
    assert not KNOWN.brands.keys() & (KNOWN.classes.keys() | KNOWN.forms | KNOWN.salts)
    known = {group for groups in KNOWN.classes.values() for group in groups}
    assert {*KNOWN.prefixes.values(), *KNOWN.phrases.values()} <= known


def test_two_names_that_differ_are_no_name():
    assert reading(one("simvastatin", ndc="00093-7153-98"), KNOWN).ingredients == ("simvastatin",)
    found = reading(one("atorvastatin", ndc="00093-7153-98"), KNOWN)
    assert (found.ingredients, found.why) == ((), "and its code 00093-7153-98 name different medicines")


def test_a_name_that_is_not_understood_is_told_by_its_code_and_a_code_that_is_not_known_by_its_name():
    assert reading(one("SIMVA TB 20 QHS", ndc="00093-7153-98"), KNOWN).ingredients == ("simvastatin",)
    assert reading(one("simvastatin", ndc="99999-9999-99"), KNOWN).ingredients == ("simvastatin",)
    assert reading(one(ndc="99999-9999-99"), KNOWN).why == "is a product code that is not recognised"
    assert reading(one(atc="C10AA01"), KNOWN).ingredients == ("simvastatin",)
    assert reading(one(), KNOWN).ingredients == ()


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("HMG-CoA Reductase Inhibitors", "hmg-coa reductase inhibitor"), ("Statins", "hmg-coa reductase inhibitor"),
        ("DPP-4 Inhibitor", "dipeptidyl peptidase 4 inhibitor"),
        ("ACE inhibitors, plain", "angiotensin converting enzyme inhibitor"),
        ("Full Opioid Agonist", "opioid agonist"), ("Anti-coagulant", "anticoagulant"),
    ],
)  # fmt: skip
def test_a_class_is_known_by_the_words_that_it_holds(said, known):
    assert known in classified(one("unknownol", said), KNOWN).groups


def test_no_class_is_taken_for_another():
    for said in ("Opioid Antagonist", "diabetes non-insulin", "Nystatin", "Beta lactamase"):
        assert KNOWN.held(said) == ()


def test_of_several_classes_each_counts_and_what_a_medicine_does_is_none():
    assert classes_of("Biguanide [EPC], Decreased glucose [PE]") == ("biguanide",)
    assert classes_of("beta-Adrenergic Blocker [EPC]; Thiazide Diuretic [EPC]") == (
        "beta-adrenergic blocker", "thiazide diuretic",
    )  # fmt: skip
    assert classes_of("ACE inhibitors, plain") == ("ace inhibitors, plain",)
    assert classes_of("") == ()


def test_the_class_of_a_code_counts_though_its_substance_is_not_known():
    rows = [one(atc="C10AA"), one("C10AA99")]
    assert all("hmg-coa reductase inhibitor" in read(row, KNOWN).groups for row in rows)
    statins = next(each for each in tracked() if each.title == "statins")
    assert adherence([read(rows[0], KNOWN)], statins, PanelSpan(rows[0].filled, rows[0].filled)) is not None


def test_names_of_a_users_own_come_first_and_bring_their_classes():
    own = (
        OwnName("Zocor", ("atorvastatin",)), OwnName("55555-4444-22", ("simvastatin", "ezetimibe")),
        OwnName("C99XX99", ("newstatin",), ("hmg-coa reductase inhibitor",)),
    )  # fmt: skip
    words = vocabulary_with(own)
    assert reading(one("Zocor 20 mg tablet"), words).ingredients == ("atorvastatin",)
    assert reading(one(ndc="55555444411"), words).ingredients == ("simvastatin", "ezetimibe")
    assert "hmg-coa reductase inhibitor" in read(one(atc="C99XX99"), words).groups
    assert reading(one("newstatin"), words).ingredients == ("newstatin",)
    assert reading(one("newstatin"), KNOWN).ingredients == ()


def test_nine_digits_that_may_be_two_codes_are_none():
    lost, cut = OwnName("00591-0405-01", ("simvastatin",)), OwnName("59104-0501-01", ("warfarin",))
    row = one(ndc="591040501")
    assert reading(row, vocabulary_with((lost,))).ingredients == ("simvastatin",)
    for own in ((cut,), (lost, cut)):
        found = reading(row, vocabulary_with(own))
        assert (found.ingredients, "write eleven digits" in found.why) == ((), True)
