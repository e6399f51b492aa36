import pytest

from optimizer.caseload.medication.interaction import interactions
from optimizer.caseload.medication.supply import supplies
from optimizer.caseload.presets.medicines import clashes
from tests.caseload.medication.rows import fills


def numbers(*drugs, prolonging=()):
    supply = supplies(fills("; ".join(f"{drug} 01-01 30" for drug in drugs)))
    return [hit.number for hit in interactions(supply, clashes(), frozenset(prolonging))]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("simvastatin", "clarithromycin", [11]),
        ("simvastatin", "cimetidine", []),
        ("irinotecan", "cimetidine", [5]),
        ("sertraline", "phenelzine", [4]),
        ("tranylcypromine", "procarbazine", [14]),
        ("tizanidine", "ciprofloxacin", [13]),
    ],
)
def test_worked_examples(one, other, found):
    assert numbers(one, other) == numbers(other, one) == found


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("atomoxetine", "selegiline", 1), ("pseudoephedrine", "isocarboxazid", 1), ("atazanavir", "rabeprazole", 2),
        ("febuxostat", "mercaptopurine", 3), ("nefazodone", "phenelzine", 4), ("irinotecan", "aprepitant", 5),
        ("irinotecan", "voriconazole", 5), ("dextromethorphan", "procarbazine", 6), ("doxepin", "phenelzine", 7),
        ("ramelteon", "ticlopidine", 9), ("fosamprenavir", "st john's wort", 10), ("lovastatin", "diltiazem", 11),
        ("methylergonovine", "itraconazole", 12), ("tizanidine", "zileuton", 13), ("rizatriptan", "methylene blue", 15),
        ("sumatriptan", "moclobamide", 15), ("zolmitriptan", "selegiline", 15),
    ],
)  # fmt: skip
def test_every_pair_of_the_list(one, other, number):
    assert numbers(one, other) == [number]


@pytest.mark.parametrize(
    ("number", "sizes"),
    [
        (1, (12, 5)), (2, (1, 6)), (3, (1, 2)), (4, (11, 5)), (5, (1, 22)), (6, (6, 5)), (7, (8, 5)), (8, (0, 0)),
        (9, (1, 4)), (10, (9, 6)), (11, (2, 20)), (12, (4, 16)), (13, (1, 7)), (14, (1, 1)), (15, (3, 7)),
    ],
)  # fmt: skip
def test_the_sets_are_as_long_as_the_list_says(number, sizes):
    (clash,) = (clash for clash in clashes() if clash.number == number)
    assert (len(clash.one), len(clash.other)) == sizes
    assert not clash.source.unverified


def test_simvastatin_is_not_judged_by_the_two_inhibitors_of_irinotecan_alone():
    assert numbers("simvastatin", "aprepitant") == []
    assert numbers("tizanidine", "rifampin") == []


def test_prolonging_qt_takes_a_list_of_the_users_own():
    assert numbers("drug x", "drug y") == []
    assert numbers("drug x", "drug y", prolonging={"drug x", "drug y"}) == [8]
    assert numbers("drug x", prolonging={"drug x", "drug y"}) == []


def test_both_must_be_on_hand_together():
    apart, together = "simvastatin 01-01 30; clarithromycin 01-31 7", "simvastatin 01-01 30; clarithromycin 01-30 7"
    assert interactions(supplies(fills(apart)), clashes()) == ()
    (hit,) = interactions(supplies(fills(together)), clashes())
    assert hit.span.length == 1
    assert hit.sentence == (
        "clarithromycin and simvastatin (simvastatin or lovastatin with CYP3A4 inhibitor), "
        "both on hand since Tue 30 Jan 2018."
    )
