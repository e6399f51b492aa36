"""When patients are to be met next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from optimizer.caseload.assemble import assembled
from optimizer.caseload.capacity.setting import Phase
from optimizer.caseload.days.contacts import DueContact, contacts_due, unknown_contacts
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.capacity import setting, settings
from optimizer.caseload.risk.facts import Override
from optimizer.caseload.tier import Tier

COMMUNITY = setting("community")
ON, MET = date(2026, 12, 7), date(2026, 12, 1)


def panel(*patients):
    return assembled(Panel("Panel", ON, (), patients, {}, {}), COMMUNITY)


def patient(tier=Tier.COMPLEX, **facts):
    return Patient("P1", override=Override(tier, "By hand", date(2027, 12, 31)), **facts)


def due(patient, until, numbers=COMMUNITY):
    return contacts_due(panel(patient), numbers, until)


@pytest.mark.parametrize(
    ("tier", "days"),
    [(Tier.LOW, 91), (Tier.MODERATE, 30), (Tier.HIGH, 14), (Tier.COMPLEX, 7), (Tier.CRITICAL, 3)],
)
def test_the_next_contact_follows_from_the_tier_and_counts_on_its_very_day(tier, days):
    by = MET + timedelta(days=days)
    assert due(patient(tier, contacted=MET), by) == (DueContact(by, "P1", MET),)
    assert due(patient(tier, contacted=MET), by - timedelta(days=1)) == ()
    assert all(each.between[tier] == days for each in settings())


def test_without_a_contact_the_referral_counts_and_without_both_it_is_told():
    new = patient(referred=MET)
    assert due(new, ON + timedelta(days=1)) == (DueContact(MET + timedelta(days=7), "P1", MET),)
    assert due(patient(), date(2030, 1, 1)) == ()
    assert unknown_contacts(panel(patient())) == ("P1",)
    assert unknown_contacts(panel(new)) == ()


def test_who_is_on_hold_is_left_alone():
    held = patient(contacted=MET, phase=Phase.ON_HOLD)
    assert due(held, date(2030, 1, 1)) == ()
    assert unknown_contacts(panel(replace(held, contacted=None))) == ()


def test_the_longest_overdue_comes_first_and_none_asks_for_none():
    first, second = patient(contacted=MET), replace(patient(contacted=MET - timedelta(days=20)), id="P2")
    found = contacts_due(panel(first, second), COMMUNITY, date(2027, 1, 1))
    assert [each.patient for each in found] == ["P2", "P1"]
    numbers = replace(COMMUNITY, between={**COMMUNITY.between, Tier.COMPLEX: 0})
    assert due(first, date(2030, 1, 1), numbers) == ()
