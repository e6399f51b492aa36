from dataclasses import replace
from datetime import date

from optimizer.caseload.medication.fill import Fill, FillStatus, ingredients_of, plain, standing

FILL = Fill("P1", date(2026, 3, 1), "Metformin", "Biguanide [EPC]", 30, prescription="7")


def test_names_are_read_alike_and_combinations_have_their_ingredients():
    assert plain("  Biguanide [EPC]") == plain("BIGUANIDE") == "biguanide"
    assert ingredients_of("Sacubitril / Valsartan") == ("sacubitril", "valsartan")


def test_a_reversed_claim_goes_and_a_reversal_takes_one_claim_with_it():
    reversal = replace(FILL, status=FillStatus.REVERSAL)
    assert standing([FILL, reversal]) == ()
    assert standing([FILL, FILL, reversal]) == (FILL,)
    assert standing([replace(FILL, status=FillStatus.REVERSED), FILL]) == (FILL,)
    other = replace(FILL, prescription="8")
    assert standing([other, reversal]) == (other,)


def test_what_stands_comes_in_order_of_date():
    early = replace(FILL, filled=date(2026, 1, 1))
    assert standing([FILL, early]) == (early, FILL)
    assert standing([replace(FILL, days=0)]) == ()


def test_refills_share_their_prescription_or_the_drug_and_who_prescribes_it():
    assert FILL.course == replace(FILL, pharmacy="X").course
    bare = replace(FILL, prescription="", prescriber="D1")
    assert bare.course == replace(bare, drug="METFORMIN").course != replace(bare, prescriber="D2").course
