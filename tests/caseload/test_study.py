"""What a time study tells of cases: whose minutes, over how many months, and as whom they would take."""

from datetime import date

import pytest

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.activity import Activity
from optimizer.caseload.capacity.calibration import Observation, TierCare
from optimizer.caseload.capacity.setting import Contact, Experience, Phase
from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting
from optimizer.caseload.study import Kept, Record, observed
from optimizer.caseload.tier import Tier
from optimizer.planning.pair import Pair

COMMUNITY, HOSPITAL = setting("community"), setting("hospital")
LONG_AGO = date(2026, 1, 1)
STAFF = (Manager("M1", "Ann"),)
NOW = TierCare(Tier.LOW, Phase.ACTIVE)


def panel(*patients, managers=STAFF, numbers=COMMUNITY):
    given = frozenset(Pair("M1", Case(each.id)) for each in patients)
    return assembled(Panel("Panel", date(2026, 12, 7), managers, patients, {}, {}, given=given), numbers)


def patient(who, **facts):
    return Patient(who, **{"referred": LONG_AGO, "contact": Contact.TELEPHONIC, **facts})


def on(month, day, minutes, who="P1", **facts):
    return Record(date(2026, month, day), "M1", minutes, patient=who, **facts)


def told(panel, records, numbers=COMMUNITY):
    return observed(panel, numbers, records).observations


def test_a_patients_minutes_of_a_month_add_up():
    rows = [on(10, 1, 20), on(10, 22, 25), on(10, 30, 5)]
    assert told(panel(patient("P1")), rows) == (Observation("M1", NOW, 50),)


def test_months_of_one_patient_are_one_observation_their_mean():
    rows = [on(9, 1, 90), on(9, 30, 0), on(10, 1, 0), on(10, 31, 30)]
    assert told(panel(patient("P1")), rows) == (Observation("M1", NOW, 60),)


def test_who_is_met_once_in_a_quarter_counts_with_a_third_of_it():
    rows = [on(month, day, 60) for month in (9, 10, 11) for day in (1, 30)]
    both = told(panel(patient("P1"), patient("P2")), [*rows, on(10, 9, 90, "P2")])
    assert sorted(each.minutes for each in both) == [30, 120]


@pytest.mark.parametrize(("referred", "expected"), [(LONG_AGO, [0, 60]), (None, [0, 60]), (date(2026, 10, 2), [60])])
def test_a_patient_without_a_row_took_no_time_if_there_already(referred, expected):
    held = panel(patient("P1"), patient("P2", referred=referred))
    assert sorted(each.minutes for each in told(held, [on(10, 1, 30), on(10, 22, 30)])) == expected


def test_a_month_that_is_hardly_covered_is_left_out_and_told():
    rows = [on(10, 1, 30), on(10, 21, 30), on(11, 1, 40), on(11, 22, 40)]
    found = observed(panel(patient("P1")), COMMUNITY, rows)
    assert found.short == (Kept("M1", date(2026, 10, 1)),)
    assert found.observations == (Observation("M1", NOW, 80),)


def test_in_a_hospital_every_day_counts_by_itself_and_nobody_is_thought_to_be_there():
    held = panel(patient("P1"), patient("P2"), numbers=HOSPITAL)
    rows = [on(10, 1, 10), on(10, 1, 10), on(10, 5, 40)]
    found = observed(held, HOSPITAL, rows)
    assert found.short == ()
    assert found.observations == (Observation("M1", NOW, 30),)


def test_a_phase_or_tier_that_was_another_then_stands_apart():
    rows = [on(9, 1, 50, phase=Phase.INTAKE), on(9, 25, 50, phase=Phase.INTAKE), on(10, 1, 20), on(10, 25, 20)]
    assert {*told(panel(patient("P1")), rows)} == {
        Observation("M1", TierCare(Tier.LOW, Phase.INTAKE), 100), Observation("M1", NOW, 40),
    }  # fmt: skip


def test_what_practice_contact_and_interpreting_add_comes_off():
    slow = (Manager("M1", "Ann", practice=Experience.NOVICE),)
    met = patient("P1", contact=Contact.FIELD, language="Hmong", interpreter=True)
    rows = [on(10, 1, 100), on(10, 31, 100)]
    (found,) = told(panel(met, managers=slow), rows)
    assert found.minutes == round(200 * 0.85 / 1.5 / 1.15)
    (usual,) = told(panel(patient("P1", contact=None)), rows)
    assert usual.minutes == round(200 / 1.2)


def test_a_row_without_a_patient_is_a_case_of_its_own():
    row = Record(date(2026, 10, 1), "M1", 120, tier=Tier.HIGH, phase=Phase.CLOSING)
    assert told(panel(patient("P1")), [row, row]) == (Observation("M1", TierCare(Tier.HIGH, Phase.CLOSING), 100),) * 2


def test_reviews_count_one_by_one_and_travel_and_medicines_not_at_all():
    others = (Activity.NEW_REVIEW, Activity.NEW_REVIEW, Activity.TRAVEL, Activity.MEDICINES)
    rows = [on(10, 1 + n, 20 + n, activity=activity) for n, activity in enumerate(others)]
    assert told(panel(patient("P1")), rows) == tuple(
        Observation("M1", Activity.NEW_REVIEW, minutes) for minutes in (20, 21)
    )
