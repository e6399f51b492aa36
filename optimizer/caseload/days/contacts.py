"""When patients are to be met next."""

from datetime import date, timedelta
from typing import NamedTuple

from optimizer.caseload.capacity.setting import Phase, Setting
from optimizer.caseload.days.elsewhere import back
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient


class DueContact(NamedTuple):
    """A patient to be met ``by`` a day; ``last`` is the last contact, the referral where there was none yet."""

    by: date
    patient: str
    last: date


def contacts_due(panel: Panel, setting: Setting, until: date, day: date | None = None) -> tuple[DueContact, ...]:
    """Return who is to be met by a day, as seen on ``day`` or else the planning date, the longest overdue first.

    How often follows from the tier. Cases on hold are left alone, and so is everybody without a known last day. Who is
    elsewhere then is to be met when back, and not yet where nobody knows when that is.
    """
    seen = day or panel.on
    found = (_due(panel, setting, each, seen) for each in panel.patients if each.phase is not Phase.ON_HOLD)
    return tuple(sorted(due for due in found if due is not None and due.by <= until))


def unknown_contacts(panel: Panel) -> tuple[str, ...]:
    """Return who is to be met, of whom neither the last contact nor the referral is known."""
    return tuple(each.id for each in panel.patients if each.phase is not Phase.ON_HOLD and _last(each) is None)


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
