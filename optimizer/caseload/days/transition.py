"""What is due after a discharge to home: a contact within two business days, and a visit within one or two weeks.

Transitional care management (CPT 99495 and 99496): contact within two business days of the discharge, "Monday through
Friday except holidays" (Noridian, article 10534, read on 28 November 2026); visit within 14 days, and within 7 where
decisions are highly complex (rvudoc.com, 99495). Holidays are not known here, so that a contact is due early
rather than late; that the upper tiers stand for high complexity is our own design.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.caseload.medication.reconciliation import Where
from optimizer.caseload.patient import Patient
from optimizer.caseload.tier import Tier
from optimizer.planning.words import on

BUSINESS_DAYS, FRIDAY = 2, 4
SOON, LATER, COMPLEX_FROM = 7, 14, Tier.COMPLEX
LASTS = 29
"""The service goes on for 30 days, that of discharge among them."""


class AfterDischarge(NamedTuple):
    """What is due by a day after a discharge, in words."""

    by: date
    what: str


def after_discharge(patient: Patient, tier: Tier, day: date) -> Iterator[AfterDischarge]:
    """Yield what is still to be done after a patient's discharge, as seen on a day; nothing from 30 days after it on.

    A contact on the very day of the discharge may have been before it, and does not count.
    """
    left = patient.discharged
    if (
        left is None
        or not 0 <= (day - left).days <= LASTS
        or Where(patient.destination or Where.HOME) is not Where.HOME
    ):
        return
    if patient.contacted is None or patient.contacted <= left:
        yield AfterDischarge(business_days(left, BUSINESS_DAYS), f"contact after the discharge on {on(left)}")
    if patient.visited is None or patient.visited < left:
        days = SOON if tier >= COMPLEX_FROM else LATER
        yield AfterDischarge(left + timedelta(days=days), f"visit by day {days} after the discharge on {on(left)}")


def business_day_before(day: date) -> date:
    """Return the last business day before a day, Monday to Friday."""
    return day - timedelta(days=max(1, day.weekday() - FRIDAY) if day.weekday() else 3)


def business_days(after: date, number: int) -> date:
    """Return the last of so many business days after a day, Monday to Friday."""
    day = after
    while number:
        day += timedelta(days=1)
        number -= day.weekday() <= FRIDAY
    return day
