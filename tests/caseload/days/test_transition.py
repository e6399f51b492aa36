"""After a discharge a contact is due within two business days and a visit by day 7 or 14, whatever the tier's usual."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.caseload.assemble import assembled, medication_tasks
from optimizer.caseload.days.contacts import contacts_due
from optimizer.caseload.days.reviews import DueReview, reviews_due
from optimizer.caseload.days.transition import after_discharge, business_days
from optimizer.caseload.medication.worklist import MedicationWork
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.risk.facts import Override
from optimizer.caseload.tier import Tier

MONDAY = date(2026, 12, 7)
COMMUNITY = setting("community")
LOW = Patient("P1", override=Override(Tier.LOW, "By hand", date(2027, 12, 31)), contacted=MONDAY - timedelta(days=1))
HOME = replace(LOW, discharged=MONDAY)


def panel(*patients):
    return assembled(Panel("Panel", MONDAY, (), patients, {}, {}), COMMUNITY)


def due(patient, days, seen=MONDAY):
    return [(each.by, each.what) for each in contacts_due(panel(patient), COMMUNITY, MONDAY + days, seen)]


@pytest.mark.parametrize(
    ("left", "by"),
    [(date(2026, 12, 7), date(2026, 12, 9)), (date(2026, 12, 11), date(2026, 12, 15)),
     (date(2026, 12, 10), date(2026, 12, 14)), (date(2026, 12, 12), date(2026, 12, 15))],
)  # fmt: skip
def test_two_business_days_pass_over_a_weekend(left, by):
    assert business_days(left, 2) == by


def test_a_discharge_today_asks_for_a_contact_at_once_though_the_tier_would_wait_three_months():
    assert due(LOW, timedelta(days=30)) == []
    assert due(HOME, timedelta(days=2)) == [(date(2026, 12, 9), "contact after the discharge on Mon 7 Dec")]
    assert due(HOME, timedelta(days=14))[1] == (date(2026, 12, 21), "visit by day 14 after the discharge on Mon 7 Dec")


def test_an_upper_tier_is_visited_within_a_week():
    complicated = replace(HOME, override=Override(Tier.COMPLEX, "By hand", date(2027, 12, 31)))
    assert (date(2026, 12, 14), "visit by day 7 after the discharge on Mon 7 Dec") in due(
        complicated, timedelta(days=7)
    )


def test_what_was_done_after_it_is_done_and_what_was_done_on_the_day_may_have_been_before():
    met = replace(HOME, contacted=MONDAY + timedelta(days=1), visited=MONDAY + timedelta(days=3))
    assert [*after_discharge(met, Tier.LOW, MONDAY + timedelta(days=4))] == []
    assert len([*after_discharge(replace(HOME, contacted=MONDAY), Tier.LOW, MONDAY)]) == 2


def test_it_lasts_for_thirty_days_and_is_not_for_a_nursing_facility():
    assert [*after_discharge(HOME, Tier.LOW, MONDAY + timedelta(days=29))]
    assert [*after_discharge(HOME, Tier.LOW, MONDAY + timedelta(days=30))] == []
    assert [*after_discharge(replace(HOME, destination="skilled nursing facility"), Tier.LOW, MONDAY)] == []


def test_a_problem_found_is_due_by_midnight_of_the_next_day_beside_the_window_of_reconciliation():
    found = replace(HOME, found=MONDAY)
    work = {task.work: task.due for task in medication_tasks(panel(found), MONDAY)}
    assert work == {MedicationWork.PROBLEM: date(2026, 12, 8), MedicationWork.RECONCILIATION: date(2027, 1, 6)}
    settled = replace(found, settled=MONDAY)
    assert {task.work for task in medication_tasks(panel(settled), MONDAY)} == {MedicationWork.RECONCILIATION}


def test_reviews_are_due_by_day_and_payer():
    people = [
        Patient("A", payer="Medicare", review_due=MONDAY), Patient("B", payer="Aetna", review_due=MONDAY),
        Patient("C", payer="Aetna", review_due=MONDAY - timedelta(days=3)),
        Patient("D", review_due=MONDAY + timedelta(days=8)), Patient("E"),
    ]  # fmt: skip
    assert reviews_due(panel(*people), MONDAY + timedelta(days=7)) == (
        DueReview(date(2026, 12, 4), "Aetna", "C"), DueReview(MONDAY, "Aetna", "B"), DueReview(MONDAY, "Medicare", "A"),
    )  # fmt: skip
