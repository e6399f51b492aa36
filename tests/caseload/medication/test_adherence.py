"""Proportion of days covered, by the worked examples of the field."""

from dataclasses import replace
from datetime import date

import pytest

from optimizer.caseload.medication.adherence import (
    Adherence,
    MeasuredYear,
    MeasureExclusions,
    Tracked,
    Unmeasured,
    adherence,
)
from optimizer.caseload.presets.medicines import tracked
from optimizer.caseload.source import CitedSource
from optimizer.caseload.span import PanelSpan
from tests.caseload.medication.rows import fills

HALF_YEAR = PanelSpan(date(2018, 1, 1), date(2018, 6, 30))
CLASS = Tracked("class", frozenset({"class"}), 80, frozenset({"insulin"}), CitedSource("", date(2026, 1, 1), False))


@pytest.mark.parametrize(
    ("text", "days", "share"),
    [
        ("a 01-01 30; a 01-25 30", 60, 0.331),
        ("a 01-01 30; b 01-25 30", 54, 0.298),
        ("a 01-01 90; a 03-25 90", 180, 0.994),
        ("a 01-01 60; b 01-01 60; a 04-01 60", 120, 0.663),
        ("a 01-01 30; a 06-15 30", 46, 0.254),
    ],
)
def test_worked_examples(text, days, share):
    found = adherence(fills(text), CLASS, HALF_YEAR)
    assert isinstance(found, Adherence)
    assert (found.days, found.period.length) == (days, 181)
    assert round(found.days / found.period.length, 3) == share
    assert found.low is (share < 0.8)


def test_days_count_from_the_first_fill_on():
    found = adherence(fills("a 03-01 30; a 04-01 30"), CLASS, HALF_YEAR)
    assert (found.period.first, found.period.length, found.days) == (date(2018, 3, 1), 122, 60)


def test_one_fill_or_too_late_a_first_one_is_not_measured():
    assert "on one day only" in adherence(fills("a 01-01 180"), CLASS, HALF_YEAR).why
    late, in_time = fills("a 04-01 30; a 05-01 30"), fills("a 03-31 30; a 05-01 30")
    assert "less than 91 days" in adherence(late, CLASS, HALF_YEAR).why
    assert isinstance(adherence(in_time, CLASS, HALF_YEAR), Adherence)  # 91 days before the end


def test_two_fills_on_one_day_are_one_date_of_service():
    assert "on one day only" in adherence(fills("a 01-01 90; b 01-01 90"), CLASS, HALF_YEAR).why


def test_the_calendar_year_begins_in_january():
    rolling = PanelSpan(date(2017, 7, 1), date(2018, 6, 30))
    assert MeasuredYear.CALENDAR.period(rolling) == HALF_YEAR
    assert MeasuredYear.ROLLING.period(rolling) == rolling
    rows = fills("a 12-01 30", year=2017) + fills("a 01-01 90; a 04-01 90")
    found = adherence(rows, CLASS, MeasuredYear.CALENDAR.period(rolling), MeasuredYear.CALENDAR)
    assert (found.period.first, found.days) == (date(2018, 1, 1), 180)
    assert "calendar year" in found.sentence


def test_hospice_and_renal_failure_keep_somebody_out_as_far_as_the_measure_says():
    rows = fills("a 01-01 90; a 04-01 90")
    renal, hospice = MeasureExclusions(renal=True), MeasureExclusions(hospice=True)
    assert "hospice" in adherence(rows, CLASS, HALF_YEAR, excluded=hospice).why
    strict = replace(CLASS, in_renal_failure=False)
    assert "renal" in adherence(rows, strict, HALF_YEAR, excluded=renal).why
    assert isinstance(adherence(rows, CLASS, HALF_YEAR, excluded=renal), Adherence)
    assert [each.title for each in tracked() if each.in_renal_failure] == ["antiretrovirals"]


def test_antiretrovirals_need_three_at_once_each_on_two_days_and_boosters_do_not_count():
    three = next(each for each in tracked() if each.title == "antiretrovirals")
    two = fills("dolutegravir/lamivudine 01-01 90; dolutegravir/lamivudine 04-01 90", "antiretroviral")
    assert "fewer than 3 medicines" in adherence(two, three, HALF_YEAR).why
    boosted = fills(
        "darunavir/cobicistat/lamivudine 01-01 90; darunavir/cobicistat/lamivudine 04-01 90", "antiretroviral"
    )
    assert "fewer than 3 medicines" in adherence(boosted, three, HALF_YEAR).why
    apart = "dolutegravir/lamivudine 01-01 90; dolutegravir/lamivudine 04-01 90; abacavir 01-01 30; abacavir 04-01 90"
    assert adherence(fills(apart, "antiretroviral"), three, HALF_YEAR).days == 120


def test_other_classes_and_other_days_do_not_count():
    assert adherence(fills("a 01-01 30; a 02-01 30", "other"), CLASS, HALF_YEAR) is None
    assert adherence(fills("a 01-01 30", year=2017), CLASS, HALF_YEAR) is None


def test_who_has_what_rules_the_class_out_is_not_measured():
    both = (*fills("a 01-01 90; a 04-01 90"), *fills("insulin 02-01 30", "other"))
    found = adherence(both, CLASS, HALF_YEAR)
    assert isinstance(found, Unmeasured)
    assert found.why == "class is not measured beside insulin"


@pytest.mark.parametrize(("percent", "low"), [(80, False), (81, True)])
def test_exactly_the_threshold_is_enough(percent, low):
    hundred = PanelSpan(date(2018, 1, 1), date(2018, 4, 10))
    found = adherence(fills("a 01-01 40; a 03-01 40"), replace(CLASS, percent=percent), hundred)
    assert (found.days, found.percent, found.low) == (80, 80, low)


def test_a_sentence_never_rounds_up_to_enough():
    found = Adherence(CLASS, PanelSpan(date(2018, 1, 1), date(2018, 12, 31)), 291)  # 79.7 %
    assert found.low
    assert found.sentence == (
        "class covered 79 % of the days since Mon 1 Jan 2018 (291 of 365; 80 % is enough; PQA-like, rolling year)."
    )


@pytest.mark.parametrize(
    ("title", "group", "percent", "without"),
    [
        ("diabetes medicines", "Biguanide [EPC]", 80, "insulin glargine"),
        ("RAS antagonists", "Angiotensin 2 Receptor Blocker [EPC]", 80, "sacubitril/valsartan"),
        ("statins", "HMG-CoA Reductase Inhibitor [EPC]", 80, ""),
        ("antiretrovirals", "antiretroviral", 90, ""),
    ],
)
def test_the_tracked_classes(title, group, percent, without):
    found = next(each for each in tracked() if each.title == title)
    assert found.percent == percent
    assert found.speaks_of(fills("x 01-01 30", group)[0])
    assert found.rules_out(fills(f"{without or 'insulin'} 01-01 30", "")[0]) is bool(without)
