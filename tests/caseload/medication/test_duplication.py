from dataclasses import replace

import pytest

from optimizer.caseload.medication.duplication import duplications
from optimizer.caseload.presets.medicines import allowed
from tests.caseload.medication.rows import fills


def found(*rows):
    return [(each.one, each.other, each.span.length) for each in duplications(rows, allowed())]


def course(text, number, **facts):
    return [replace(fill, prescription=number, **facts) for fill in fills(text, "")]


def test_two_prescriptions_may_overlap_for_seven_days():
    assert found(*course("a 01-01 30", "1"), *course("a 01-24 30", "2")) == []
    assert found(*course("a 01-01 30", "1"), *course("a 01-23 30", "2")) == [("a", "a", 8)]


def test_an_early_refill_of_one_prescription_is_none():
    assert found(*course("a 01-01 30; a 01-21 30", "1")) == []


def test_without_numbers_another_prescriber_makes_another_prescription():
    rows = fills("a 01-01 30; a 01-21 30", "", prescriber="D1")
    assert found(*rows) == []
    assert found(rows[0], replace(rows[1], prescriber="D2")) == [("a", "a", 10)]


def test_two_ingredients_of_one_class():
    assert found(*fills("a 01-01 30; b 01-23 30")) == [("a", "b", 8)]
    assert found(*fills("a 01-01 30; b 01-24 30")) == []
    assert found(*fills("a 01-01 30"), *fills("b 01-10 30", "other")) == []
    assert found(*fills("a 01-01 30; b 01-10 30", "")) == []  # a class that is not known is no class


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ("insulin glargine", "insulin lispro", "insulin analog"),
        ("salmeterol", "albuterol", "beta2-adrenergic agonist"),
        ("hydrochlorothiazide", "furosemide", "diuretic"),
    ],
)
def test_what_belongs_together_is_none(one, other, group):
    assert found(*fills(f"{one} 01-01 30; {other} 01-01 30", group)) == []
    assert found(*fills(f"{one} 01-01 30; x 01-01 30", group)) == [(one, "x", 30)]


def test_long_and_short_release_of_one_opioid_belong_together():
    long, short = course("oxycodone 01-01 30", "1", form="tablet ER"), course("oxycodone 01-01 30", "2", form="tablet")
    assert found(*long, *short) == []
    assert found(*short, *course("oxycodone 01-01 30", "3", form="tablet")) == [("oxycodone", "oxycodone", 30)]
    other = course("metoprolol 01-01 30", "1", form="tablet ER"), course("metoprolol 01-01 30", "2", form="tablet")
    assert found(*other[0], *other[1]) == [("metoprolol", "metoprolol", 30)]


def test_the_sentence():
    (hit,) = duplications(fills("a 01-01 30; b 01-01 30"), allowed())
    assert hit.sentence == "a and b (class), on hand together for 30 days from Mon 1 Jan 2018."
