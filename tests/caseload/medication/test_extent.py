"""What is not recognised is said, and nobody is clear of whom something was not looked at."""

from dataclasses import replace
from datetime import date

from optimizer.caseload.medication.extent import extent, looked_at, unread
from optimizer.caseload.medication.fill import FillStatus
from optimizer.caseload.medication.pharmacy_score import pharmacy_score
from optimizer.caseload.medication.review import KnownMedicines, review
from optimizer.caseload.presets.ingredients import vocabulary
from optimizer.caseload.presets.medicines import reference
from optimizer.caseload.span import PanelSpan
from tests.caseload.medication.rows import fills

YEAR, DAY = PanelSpan(date(2018, 1, 1), date(2018, 12, 31)), date(2018, 3, 1)


def of(rows):
    return extent("P1", rows, vocabulary(), YEAR)


def test_all_of_it_was_looked_at():
    found = of(fills("simvastatin 01-25 30; metformin 02-01 90"))
    assert (found.fills, found.missed, found.complete, found.sentence) == (2, 0, True, "")


def test_a_fill_that_is_not_recognised_is_named_with_its_cell():
    rows = fills("simvastatin 01-25 30; zocox 02-01 90; zocox 03-01 90")
    rows = tuple(replace(each, place=f"Dispensing!C{n}") for n, each in enumerate(rows, start=2))
    found = of(rows)
    assert not found.complete
    assert found.sentence.startswith("Not looked at: 2 of 3 fills ('zocox')")
    assert found.unread[0].sentence == "'zocox' is not recognised: 2 fills of 1 patient (Dispensing!C3, Dispensing!C4)."


def test_a_fill_without_days_of_supply_is_not_passed_over():
    assert of(fills("simvastatin 01-25 0")).unread[0].why == "has no days of supply"


def test_what_was_taken_back_is_not_missed():
    assert of(fills("simvastatin 01-25 30") + fills("zocox 01-25 30", status=FillStatus.REVERSED)).complete


def test_a_reversal_of_a_claim_that_is_not_there_is_told_and_one_of_a_claim_that_is_not():
    paid, back = (fills("simvastatin 01-25 30", status=each) for each in (FillStatus.PAID, FillStatus.REVERSAL))
    other = fills("simvastatin 01-28 30", status=FillStatus.REVERSAL)
    assert of(paid + paid + back).complete
    found = of(paid + other)
    assert (found.fills, found.missed) == (2, 1)
    assert found.unread[0].why == "takes back a claim that is not in the data, or a part of one"


def test_a_fill_after_the_day_is_not_passed_over():
    until = PanelSpan(YEAR.first, DAY)
    assert extent("P1", fills("simvastatin 01-25 30; metformin 03-01 90"), vocabulary(), until).complete
    early = extent("P1", fills("simvastatin 01-25 30; metformin 03-02 90"), vocabulary(), until)
    assert early.unread[0].why == "was filled after the day that is looked at"


def test_without_a_fill_in_the_year_nothing_is_known():
    for rows in ((), fills("simvastatin 01-25 30", year=2015)):
        assert not of(rows).complete
        assert of(rows).sentence == "No dispensing data in the year: nothing was looked at."


def test_texts_are_told_together_the_most_frequent_first():
    rows = fills("zocox 01-25 30; 00093999998 01-25 30; zocox 02-25 30") + fills("zocox 01-25 30", patient="P2")
    assert [(each.text, each.fills, each.patients) for each in unread(rows, vocabulary())] == [
        ("zocox", 3, ("P1", "P2")), ("00093999998", 1, ("P1",)),
    ]  # fmt: skip


def test_how_far_it_was_looked():
    found = [of(fills("simvastatin 01-25 30; zocox 02-01 90")), of(())]
    assert looked_at(found) == [
        ("Recognised", "1 of 2 fills of 1 patient"),
        ("Not known", "1 patient with fills that are not looked at; 1 patient without dispensing data in the year"),
    ]


def test_points_of_what_was_not_looked_at_are_unknown_and_not_none():
    known = KnownMedicines(fills("simvastatin 02-01 90; klacid 02-01 90"))
    score = pharmacy_score(review("P1", known, reference(), DAY))
    assert "interactions, duplications and days covered of 1 fill not looked at" in score.missing


def test_a_label_interacts_as_its_ingredient_does():
    known = KnownMedicines(fills("simvastatin 20 MG Oral Tablet 02-01 90; clarithromycin 500 MG Oral Tablet 02-01 90"))
    assert [hit.number for hit in review("P1", known, reference(), DAY).interactions] == [11]
