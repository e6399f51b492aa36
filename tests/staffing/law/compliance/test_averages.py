"""Ratios on average over a calendar month (PpUGV § 6: internal medicine, 10 by day and 22 by night)."""

from datetime import date

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.law.compliance.breach import Severity
from optimizer.staffing.law.compliance.comply import comply
from tests.draw import draw


def averages(picture, patients, *, first=date(2026, 10, 5), shifts=("D",)):
    needs = tuple(Need(When(), shift, "RN", 0, 0) for shift in shifts)
    unit, plan = draw(picture, needs=needs, first=first, jurisdictions=("de-ppugv",))
    found = comply(unit, plan, lambda _day, _label: {"internal_medicine": patients}).breaches
    return [(breach.severity, breach.sentence) for breach in found]


def test_a_day_below_is_made_up_for_by_a_day_above():
    assert averages("ann  D D \n ben  D .", 13) == []
    assert averages("ann  D D \n ben  D D", 20) == []


def test_more_on_average_than_allowed_warns_and_says_how_many():
    assert averages("ann  D D \n ben  D .", 16) == [
        (
            Severity.WARN,
            "By day in October 2026 a nurse has 10.7 patients of internal medicine on average so far; "
            "PpUGV 2021 § 6(1) no. 6 allows 10 for each RN, Pflegefachkraft or Pflegehilfskraft.",
        )
    ]


def test_nights_have_a_number_of_their_own_and_months_are_counted_apart():
    assert averages("ann  N N", 22, shifts=("N",)) == []
    assert len(averages("ann  N N", 23, shifts=("N",))) == 1
    assert len(averages("ann  N N", 23, shifts=("N",), first=date(2026, 10, 31))) == 2


def test_no_nurse_at_all_is_told():
    ((_, sentence),) = averages("ann  . .", 5)
    assert sentence.startswith("By day in October 2026 there is no nurse for its patients of internal medicine;")
