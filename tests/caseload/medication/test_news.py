"""High-alert medicines are work when something is new about them, and not for every patient every day."""

from datetime import date, timedelta

import pytest

from optimizer.caseload.medication.fill import Fill
from optimizer.caseload.medication.reconciliation import Transition
from optimizer.caseload.medication.review import KnownMedicines, review
from optimizer.caseload.medication.worklist import MedicationWork, tasks
from optimizer.caseload.presets.medicines import reference, times

TODAY = date(2026, 11, 24)


def fill(ago, drug="warfarin", quantity=30_000, form=""):
    return Fill("P1", TODAY - timedelta(days=ago), drug, "", 35, quantity, form=form)


def news(*fills, left=()):
    found = review("P1", KnownMedicines(sorted(fills, key=lambda each: each.filled), left), reference(), TODAY)
    assert found.alerts
    return [task.why for task in tasks(found, times()) if task.work is MedicationWork.HIGH_ALERT]


def test_the_same_dose_for_months_is_no_work():
    assert news(fill(90), fill(60), fill(30), fill(2)) == []


@pytest.mark.parametrize(("ago", "number"), [(30, 1), (31, 0)])
def test_a_start_is_news_for_thirty_days(ago, number):
    rows = [fill(ago)] + ([fill(1)] if ago > 30 else [])
    assert len(news(*rows)) == number


def test_another_dose_is_news_by_its_quantity_or_by_its_strength():
    (said,) = news(fill(60), fill(30), fill(2, quantity=60_000))
    assert "antithrombotics (warfarin, changed on" in said
    assert news(fill(60), fill(30), fill(2, quantity=33_000)) == []
    strengths = [fill(60, form="warfarin 5 mg tablet"), fill(30, form="warfarin 5 MG tablet")]
    assert news(*strengths) == []
    assert len(news(*strengths, fill(2, form="warfarin 2.5 mg tablet"))) == 1


@pytest.mark.parametrize(("ago", "number"), [(30, 1), (31, 0)])
def test_a_transition_makes_all_of_them_news(ago, number):
    left = [Transition("P1", TODAY - timedelta(days=ago), reconciled=TODAY)]
    assert len(news(fill(90), fill(60), fill(30), fill(2), left=left)) == number


def test_of_a_combination_the_ingredient_that_carries_the_tag_is_named():
    (said,) = news(fill(2, "hydrocodone/acetaminophen"))
    assert "opioids (hydrocodone" in said
    assert "opioids (acetaminophen" not in said
