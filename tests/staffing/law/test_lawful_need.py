from datetime import date, timedelta

import pytest

from optimizer.staffing.facts.care import Care, Census, Filler, Level
from optimizer.staffing.facts.demand import When
from optimizer.staffing.law.lawful_need import patients_by_kind, with_lawful_needs
from optimizer.staffing.need.need_source import need_sources
from tests.draw import MONDAY, day, draw

EVERY_DAY = When()
CARE = Care(
    (Census(EVERY_DAY, "L", {1: 20, 2: 2}), Census(EVERY_DAY, "M", {1: 20})),
    (Filler("RN", 100, counts=True),),
    (Level(1, "light", 60), Level(2, "intensive", 60, kind="critical_care")),
)


def needed(*jurisdictions, first=MONDAY, shift="L", kind="med_surg"):
    unit, _ = draw("ann  . .", care=CARE, jurisdictions=jurisdictions, kind=kind, first=first)
    found = need_sources(with_lawful_needs(unit))
    return [source.used.minimum for source in found if source.used.shift == shift]


@pytest.mark.parametrize(
    ("jurisdictions", "minimum"),
    [((), 0), (("us-california",), 5), (("us-oregon",), 6), (("us-california", "us-oregon"), 6), (("us-texas",), 0)],
)
def test_the_jurisdiction_sets_how_many_nurses_the_patients_take(jurisdictions, minimum):
    assert needed(*jurisdictions, first=date(2026, 10, 5)) == [minimum, minimum]


def test_each_day_has_the_ratio_that_is_in_force_on_it():
    assert needed("us-oregon", first=date(2026, 5, 31)) == [5, 6]  # 20 patients by 5, then by 4; and 2 by 2
    assert needed("us-oregon", first=date(2024, 5, 30)) == [0, 0]


def test_nights_may_have_their_own_ratio_and_the_unit_its_kind():
    assert needed("au-queensland", first=date(2026, 10, 5), shift="M") == [3, 3]
    assert needed("us-california", shift="M", kind="telemetry") == [5, 5]
    assert needed("us-california", shift="M", kind="") == [0, 0]


def test_a_law_that_nobody_read_in_its_own_text_still_makes_needs():
    """22 CCR 70217(a)(6), of which only notes were read, has 4: too many nurses are safer than too few."""
    assert needed("us-california", shift="M", kind="pediatrics") == [5, 5]


def test_guidance_is_no_floor():
    assert needed("uk-nice", first=date(2026, 10, 5)) == [0, 0]


def test_patients_are_counted_by_the_kind_of_their_level():
    unit, _ = draw("ann  .", care=CARE, kind="med_surg")
    assert patients_by_kind(unit, day(0), "L") == {"med_surg": 20, "critical_care": 2}
    assert patients_by_kind(unit, day(0) + timedelta(days=1), "D") == {}
