from dataclasses import replace
from datetime import date

from optimizer.caseload.medication.fill import Fill, FillStatus, ingredients_of, plain, standing, stray_reversals

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


def test_a_reversal_of_a_part_leaves_the_claim_and_is_told():
    claim, part = replace(FILL, quantity=60_000), replace(FILL, quantity=30_000, status=FillStatus.REVERSAL)
    assert (standing([claim, part]), stray_reversals([claim, part])) == ((claim,), (part,))
    whole = replace(part, quantity=60_000)
    assert (standing([claim, whole]), stray_reversals([claim, whole])) == ((), ())
    unknown = replace(part, quantity=0)
    assert (standing([claim, unknown]), stray_reversals([unknown, claim])) == ((), ())


def test_of_two_claims_a_reversal_takes_back_the_one_of_its_quantity():
    two = [replace(FILL, quantity=each) for each in (30_000, 60_000)]
    assert standing([*two, replace(two[1], status=FillStatus.REVERSAL)]) == (two[0],)


def test_what_stands_comes_in_order_of_date():
    early = replace(FILL, filled=date(2026, 1, 1))
    assert standing([FILL, early]) == (early, FILL)
    assert standing([replace(FILL, days=0)]) == ()


def test_refills_share_their_prescription_or_the_drug_and_who_prescribes_it():
    assert FILL.course == replace(FILL, pharmacy="X").course
    bare = replace(FILL, prescription="", prescriber="D1")
    assert bare.course == replace(bare, drug="METFORMIN").course != replace(bare, prescriber="D2").course
