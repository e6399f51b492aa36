"""A text is recognised whole or not at all; no ingredient is lost, and none is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.caseload.medication.duplication import duplications
from optimizer.caseload.medication.naming.label import ingredients
from optimizer.caseload.medication.naming.recognise import reading, recognised
from optimizer.caseload.presets.ingredients import vocabulary
from optimizer.caseload.presets.medicines import alerts, allowed, clashes
from tests.caseload.medication.rows import fills

KNOWN = vocabulary()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("simvastatin", "simvastatin"),
        ("  Simvastatin ", "simvastatin"),
        ("simvastatin 20 MG Oral Tablet", "simvastatin"),
        ("simvastatin 20 MG Oral Tablet [Zocor]", "simvastatin"),
        ("Simvastatin, 20mg, tablet", "simvastatin"),
        ("24 HR metoprolol succinate 50 MG Extended Release Oral Tablet", "metoprolol"),
        ("losartan potassium 50 MG Oral Tablet", "losartan"),
        ("potassium chloride 20 MEQ Extended Release Oral Tablet", "potassium chloride"),
        ("insulin glargine 100 UNT/ML Injectable Solution", "insulin glargine"),
        ("amlodipine 5 MG / benazepril hydrochloride 20 MG Oral Capsule", "amlodipine benazepril"),
        ("lisinopril-hydrochlorothiazide", "lisinopril hydrochlorothiazide"),
        ("amlodipine and valsartan", "amlodipine valsartan"),
        ("emtricitabine 200 MG / tenofovir disoproxil fumarate 300 MG", "emtricitabine|tenofovir disoproxil"),
        ("St. John's wort", "st john's wort"),
        ("Salbutamol", "albuterol"),
        ("rifampicin 300 mg capsule", "rifampin"),
        ("SIMVASTATIN 20MG TAB", "simvastatin"),
        ("LISINOPRIL TAB 10MG", "lisinopril"),
        ("METFORMIN HCL ER 500 MG TABLET", "metformin"),
        ("lisinopril-HCTZ 20 mg", "lisinopril hydrochlorothiazide"),
        ("LISINOPRIL-HCTZ 20-12.5 MG TAB", "lisinopril hydrochlorothiazide"),
        ("losartan/hydrochlorothiazide 50/12.5 mg tablet", "losartan hydrochlorothiazide"),
        ("AMLODIPINE BESYLATE 5 MG TABLET (oral)", "amlodipine"),
        ("Zocor", "simvastatin"),
        ("Zocor 20 MG Oral Tablet", "simvastatin"),
        ("simvastatin (Zocor)", "simvastatin"),
        ("Vytorin", "ezetimibe simvastatin"),
        ("Diovan HCT 160-12.5 mg", "hydrochlorothiazide valsartan"),
        ("LANTUS SOLOSTAR 100 UNITS/ML", "insulin glargine"),
    ],
)
def test_names_and_labels_are_recognised(text, named):
    expected = named.split("|") if "|" in named else [named] if KNOWN.named(named) else named.split()
    assert [*ingredients(text, KNOWN)] == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("00093-7153-98", "simvastatin"),
        ("93715398", "simvastatin"),
        ("C10AA01", "simvastatin"),
        ("c10ba02", "simvastatin ezetimibe"),
        ("00093-9999-98", ""),
        ("9371539801", ""),
        ("C10AA", ""),
    ],
)
def test_a_code_may_stand_where_the_name_does(text, named):
    (fill,) = fills(f"{text} 01-01 30", group="")
    assert [*reading(fill, KNOWN).ingredients] == named.split()


@pytest.mark.parametrize(
    "text",
    [
        "00093-9999-98", "93999998", "C10AA99", "Zocox", "Zocox 20 MG Oral Tablet", "Zocor Forte", "simvastatin plus",
        "simvastatin 20 MG / unknownol 5 MG Oral Tablet", "simvastatin/", "losartan 50 mg / 12.5 mg tablet",
        "losartan 50/12.5 mg", "losartan 50-12.5 mg", "amlodipine / calcium", "oral tablet", "20 MG",
        "insulin nph 70/30", "simvastatin-unknownol", "lisinopril-HCT 20 mg", "simvastatin 20-10 mg",
        "lisinopril-HCTZ 20-12.5-5 mg", "erythromycin 5 MG/G Ophthalmic Ointment", "simvastatin (Lipitor)",
        "simvastatin (unknownol)", "simvastatin (see note)", "x" * 5000, "=1+1", "-", "/",
    ],
)  # fmt: skip
def test_what_is_not_understood_to_the_last_word_is_not_recognised(text):
    assert ingredients(text, KNOWN) == ()


@pytest.mark.parametrize("last", ["polyethylene glycol 3350", "insulin aspart", "simvastatin", "insulin u-500"])
def test_a_name_with_a_number_or_of_an_insulin_may_stand_anywhere(last):
    assert ingredients(f"insulin / metformin / {last}", KNOWN) == ("insulin", "metformin", last)


@given(st.lists(st.sampled_from(sorted(KNOWN.classes)), min_size=1, max_size=3, unique=True), st.text(max_size=8))
def test_a_combination_never_loses_an_ingredient(names, more):
    found = ingredients(" / ".join((*names, *filter(None, [more]))), KNOWN)
    assert found == () or {*names} <= {*found}
    assert ingredients(" / ".join(names), KNOWN) == tuple(names)


def test_every_list_speaks_of_ingredients_that_are_recognised():
    spoken = {drug for clash in clashes() for drug in clash.one | clash.other}
    spoken |= {drug for alert in alerts() for drug in alert.drugs}
    spoken |= {drug for pair in allowed().together for drug in pair.one | pair.other} | allowed().both_releases
    assert spoken <= KNOWN.classes.keys()
    assert {*KNOWN.synonyms.values()} <= KNOWN.classes.keys()
    assert not KNOWN.synonyms.keys() & KNOWN.classes.keys()


def test_a_class_that_the_data_lack_comes_from_the_ingredient():
    one, other = fills("simvastatin 20 MG Oral Tablet 01-01 90; atorvastatin 01-01 90", group="")
    (found,) = duplications([recognised(one, KNOWN), recognised(other, KNOWN)], allowed())
    assert (found.one, found.other, found.purpose) == ("atorvastatin", "simvastatin", "hmg-coa reductase inhibitor")


@pytest.mark.parametrize("group", ["Cardiovascular agents", "C", "C07", "GENERIC", "Tier 1"])
def test_a_class_as_wide_as_a_shelf_makes_no_duplication(group):
    rows = fills("lisinopril 01-01 90; metoprolol 01-01 90; simvastatin 01-01 90", group=group)
    assert duplications([recognised(each, KNOWN) for each in rows], allowed()) == ()


def test_classes_of_what_is_combined_on_purpose_are_no_duplication():
    rows = fills("tacrolimus 01-01 90; mycophenolate 01-01 90; prednisone 01-01 90; budesonide 01-01 90", group="")
    assert duplications([recognised(each, KNOWN) for each in rows], allowed()) == ()


def test_the_same_two_are_one_duplication_by_whatever_class():
    rows = fills("simvastatin 01-01 90; atorvastatin 01-01 90", group="C10AA")
    assert len(duplications([recognised(each, KNOWN) for each in rows], allowed())) == 1
