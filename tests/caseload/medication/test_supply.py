from datetime import date

from optimizer.caseload.medication.supply import common, covered, merged, on_hand, shifted, supplies
from optimizer.caseload.span import PanelSpan
from tests.caseload.medication.rows import fills


def span(first, last):
    return PanelSpan(date.fromisoformat(f"2018-{first}"), date.fromisoformat(f"2018-{last}"))


def test_an_early_refill_begins_when_the_supply_at_hand_ends():
    """Oracle: 2018-03-02 for 30 days; the refill of 2018-03-25 runs from 2018-04-01 to 2018-04-30."""
    first, both = fills("a 03-02 30"), fills("a 03-02 30; a 03-25 30")
    assert shifted(first) == (span("03-02", "03-31"),)
    assert shifted(both) == (span("03-02", "04-30"),)


def test_a_late_refill_leaves_a_gap():
    assert shifted(fills("a 03-02 30; a 04-02 1")) == (span("03-02", "03-31"), span("04-02", "04-02"))


def test_days_in_common_and_in_any():
    one, other = (span("01-01", "01-10"), span("02-01", "02-10")), (span("01-08", "02-02"),)
    assert common(one, other) == (span("01-08", "01-10"), span("02-01", "02-02"))
    assert merged((*one, *other)) == (span("01-01", "02-10"),)
    assert common(one, (span("03-01", "03-02"),)) == ()
    assert covered(one, span("01-10", "02-01")) == 2


def test_active_medicines_are_ingredients_on_hand():
    supply = supplies(fills("a/b 01-01 30; c 01-01 10; a 01-20 5"))
    assert on_hand(supply, date(2018, 1, 10)) == ("a", "b", "c")
    assert on_hand(supply, date(2018, 1, 11)) == ("a", "b")
    assert on_hand(supply, date(2018, 2, 4)) == ("a",)  # 30 days and 5 more
    assert on_hand(supply, date(2018, 2, 5)) == ()
