"""Labels as pharmacies, claims and benefit managers print them: recognised whole, or told and never guessed."""

import pytest

from optimizer.caseload.medication.duplication import duplications
from optimizer.caseload.medication.naming.label import ingredients
from optimizer.caseload.medication.naming.recognise import LOCAL, reading, recognised
from optimizer.caseload.medication.own import OwnName
from optimizer.caseload.presets.ingredients import vocabulary, vocabulary_with
from optimizer.caseload.presets.medicines import allowed
from tests.caseload.medication.rows import fills

KNOWN = vocabulary()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zocor® 20 mg", "simvastatin"),
        ("ZOCOR(R) 20MG TABLET", "simvastatin"),
        ("Lipitor™ 40mg Tab", "atorvastatin"),
        ("Atorvastatin 40mg #90", "atorvastatin"),
        ("SIMVASTATIN 20 MG TABLET (90 ct)", "simvastatin"),
        ("SIMVASTATIN 20 MG PO TABS", "simvastatin"),
        ("Metformin HCl ER 500 mg 24hr Tab", "metformin"),
        ("METOPROLOL SUCC ER 50 MG TB24", "metoprolol"),
        ("Toprol-XL 50 mg", "metoprolol"),
        ("PANTOPRAZOLE SOD DR 40 MG CPDR", "pantoprazole"),
        ("PHENYTOIN SOD EXT 100 MG CAP", "phenytoin"),
        ("HYDROCODONE-ACETAMINOPHEN 5-325", "hydrocodone/acetaminophen"),
        ("HYDROCODONE-ACETAMINOPHEN 7.5-325 MG/15ML", "hydrocodone/acetaminophen"),
        ("OXYCODONE W/APAP 5/325", "oxycodone/acetaminophen"),
        ("ACETAMINOPHEN-COD #3 TABLET", "acetaminophen/codeine"),
        ("Amox/K Clav 875-125mg", "amoxicillin/clavulanic acid"),
        ("SMZ-TMP DS TABLET", "sulfamethoxazole/trimethoprim"),
        ("LOSARTAN POTASSIUM-HCTZ 100-25", "losartan/hydrochlorothiazide"),
        ("SITAGLIPTIN PHOS-METFORMIN HCL 50-1000MG", "sitagliptin/metformin"),
        ("Exforge HCT 5-160-12.5", "amlodipine/hydrochlorothiazide/valsartan"),
        ("norethindrone-ethinyl estradiol 1-20", "norethindrone/ethinyl estradiol"),
        ("ADVAIR DISKUS 250-50 MCG/DOSE AEPB", "fluticasone/salmeterol"),
        ("ALBUTEROL SULFATE HFA 108 (90 BASE) MCG/ACT AERS", "albuterol"),
        ("Levothyroxine 88 mcg (0.088 mg) tablet", "levothyroxine"),
        ("Ferrous sulfate 325 mg (65 mg iron)", "ferrous sulfate"),
        ("fentanyl 0.025 MG/HR 72HR Transdermal Patch", "fentanyl"),
        ("Lantus Solostar U-100 Insulin 100 unit/mL (3 mL) subcutaneous pen", "insulin glargine"),
        ("Novolin 70/30 FlexPen 100 unit/ml", "insulin isophane/insulin regular"),
        ("hydrocodone-acetaminophen (5-325 mg)", "hydrocodone/acetaminophen"),
        ("Ozempic 1 mg/dose (4 mg/3 ml)", "semaglutide"),
        ("Ibuprofen 200 mg Liqui-Gels", "ibuprofen"),
        ("EFFEXOR XR 150", "venlafaxine"),
    ],
)
def test_labels_of_pharmacies_are_recognised(text, named):
    assert "/".join(ingredients(text, KNOWN)) == named


@pytest.mark.parametrize(
    "text",
    [
        "Tylenol 3", "Tylenol #3", "Tylenol PM", "Sudafed PE", "Claritin-D", "hydrocodone acet", "Humulin 70/30/10",
        "Humulin 70 30", "insulin nph 70/30", "Diovan 160-12.5", "warfarin 1mg/5mg", "multivitamin with iron",
        "aspirin-magnesium", "lithium-potassium", "simvastatin [Lipitor]", "simvastatin *d/c*",
        "Ozempic 0.25-0.5 mg/dose",
        "5 ASA 400 mg", "5-ASA 400 mg", "lisinopril (20-12.5 mg)", "Tylenol (#3)", "lisinopril 20 mg 12.5 mg",
        "lisinopril 20 mg 12.5", "losartan 50 mg, 12.5 mg", "hydrocodone 5 mg (7.5-325)",
        "INSULIN SYRINGE 0.5 ML 31G", "insulin pen",
        "ONETOUCH ULTRA TEST STRIPS", "PEN NEEDLES 32G X 4MM", "COMPOUND: lidocaine/ketamine",
    ],
)  # fmt: skip
def test_what_may_hold_another_ingredient_is_not_guessed(text):
    assert ingredients(text, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ketoconazole 2 % shampoo", ""), ("TIMOLOL MALEATE 0.5% OP SOLN", ""), ("Voltaren 1% gel", ""),
        ("ciprofloxacin 0.3 % ophthalmic drops", ""), ("ESTRADIOL 10 MCG VAGINAL INSERT", ""),
        ("albuterol 0.083 % ophthalmic", "inhalation"), ("timolol", "conjunctival"), ("ketoconazole 2%", "Creme"),
        ("ketoconazole", "Cream"), ("erythromycin", "ophthalmic ointment"), ("00093-7153-98", "CREAM"),
    ],
)  # fmt: skip
def test_what_works_where_it_is_applied_is_told_and_not_judged_as_for_the_whole_body(text, form):
    (fill,) = fills(f"{text} 01-01 30", group="", form=form)
    found = reading(fill, KNOWN)
    assert (found.ingredients, found.why) == ((), LOCAL)


def test_a_soft_gel_is_swallowed():
    for text, form in (("Vitamin D2 50000 unit soft gel", ""), ("ergocalciferol", "CAPSULE, SOFT GEL")):
        (fill,) = fills(f"{text} 01-01 30", group="", form=form)
        assert reading(fill, KNOWN).ingredients == ("ergocalciferol",)


@pytest.mark.parametrize(
    ("text", "form", "named"),
    [
        ("albuterol sulfate 2.5 mg/3 ml (0.083%) neb soln", "", "albuterol"),
        ("ALBUTEROL 0.083% INHALATION SOLUTION", "", "albuterol"), ("ipratropium 0.02 %", "nebu", "ipratropium"),
    ],
)  # fmt: skip
def test_what_is_inhaled_is_looked_at_also_where_its_strength_is_in_percent(text, form, named):
    (fill,) = fills(f"{text} 01-01 30", group="", form=form)
    assert reading(fill, KNOWN).ingredients == (named,)


@pytest.mark.parametrize(
    ("text", "form", "known"),
    [
        ("Lisinopril", "20-12.5 mg", False), ("Tylenol", "tablet 300-30 mg", False), ("Lisinopril", "20 mg", True),
        ("Lisinopril-HCTZ", "20-12.5 mg", True), ("Lisinopril", "TABLET", True), ("warfarin", "2", True),
        ("albuterol", "2.5 mg/3 ml neb", True),
    ],
)  # fmt: skip
def test_strengths_in_a_column_of_their_own_are_of_what_is_named(text, form, known):
    (fill,) = fills(f"{text} 01-01 30", group="", form=form)
    assert bool(reading(fill, KNOWN).ingredients) is known


@pytest.mark.parametrize("text", ["Unknownol® 5 mg", "Unknownol – forte", "UNKNOWNOL  soft gel", "Unknownol"])
def test_what_a_user_says_of_a_text_holds_for_it_as_it_stands_in_the_data(text):
    known = vocabulary_with((OwnName(text, ("simvastatin",)),))
    assert ingredients(text, known) == ("simvastatin",)


def test_long_and_short_release_of_an_opioid_are_told_apart_by_brand_and_abbreviation():
    for slow in ("OxyContin 20 mg", "OXYCODONE HCL 20 MG TB12"):
        rows = fills(f"{slow} 01-01 60; oxycodone hcl 5 mg 01-01 60", group="")
        apart = [recognised(fill, KNOWN) for fill in rows]
        assert duplications(apart, allowed()) == ()
