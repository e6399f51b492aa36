"""When patients are to be met next."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Phase, Setting
from optimizer.caseload.days.elsewhere import back
from optimizer.caseload.days.transition import after_discharge
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient

BY_TIER = "by tier"


class DueContact(NamedTuple):
    """A patient to be met ``by`` a day.

    ``last`` is the last contact, the referral or the discharge where there was none yet. ``what`` says why then: how
    often the tier is met, or what is due after a discharge.
    """

    by: date
    patient: str
    last: date
    what: str = BY_TIER


def contacts_due(panel: Panel, setting: Setting, until: date, day: date | None = None) -> tuple[DueContact, ...]:
    """Return who is to be met by a day, as seen on ``day`` or else the planning date, the longest overdue first.

    How often follows from the tier; after a discharge to home what is due then counts, too, and at once. Cases on hold
    are left alone, and so is everybody without a known last day. Who is elsewhere then is to be met when back, and not
    yet where nobody knows when that is.
    """
    seen = day or panel.on
    open_cases = (each for each in panel.patients if each.phase is not Phase.ON_HOLD)
    found = (due for each in open_cases for due in _all_due(panel, setting, each, seen))
    return tuple(sorted(due for due in found if due.by <= until))


def unknown_contacts(panel: Panel) -> tuple[str, ...]:
    """Return who is to be met, of whom neither the last contact nor the referral is known."""
    return tuple(each.id for each in panel.patients if each.phase is not Phase.ON_HOLD and _last(each) is None)


def _all_due(panel: Panel, setting: Setting, patient: Patient, seen: date) -> Iterator[DueContact]:
    """Yield what is due with a patient: after a discharge both contact and visit, which then also count as by tier."""
    left = [*after_discharge(patient, panel.tier(patient.id), seen)]
    for each in left:
        by = _when_back(patient, each.by, seen)
        last = _last(patient) or patient.discharged
        if by is not None and last is not None:
            yield DueContact(by, patient.id, last, each.what)
    usual = _due(panel, setting, patient, seen)
    if usual is not None and not any(each.by <= usual.by for each in left):
        yield usual


def _due(panel: Panel, setting: Setting, patient: Patient, seen: date) -> DueContact | None:
    last, days = _last(patient), setting.between.get(panel.tier(patient.id))
    by = None if last is None or not days else _when_back(patient, last + timedelta(days=days), seen)
    return None if last is None or by is None else DueContact(by, patient.id, last)


def _when_back(patient: Patient, by: date, seen: date) -> date | None:
    """Return when somebody can be met who is due by a day that may be past; None where nobody knows it yet."""
    soonest = max(by, seen)
    met = back(patient.elsewhere, soonest)
    return by if met == soonest else met


def _last(patient: Patient) -> date | None:
    return patient.contacted or patient.referred
