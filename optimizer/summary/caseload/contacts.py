"""Who is to be met when."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.days.contacts import DueContact
from optimizer.caseload.panel import Panel
from optimizer.caseload.tier import Tier
from optimizer.planning.words import count


def cadence_text(setting: Setting) -> str:
    """Return how often patients of each tier are met."""
    told = (f"tier {int(tier)} every {count(setting.between[tier], 'day')}" for tier in Tier if tier in setting.between)
    return ", ".join(told)


def overdue_text(due: DueContact, day: date) -> str:
    """Return by how much a contact is overdue on a day, "" when it is not."""
    late = (day - due.by).days
    return count(late, "day") if late > 0 else ""


def absent_text(panel: Panel, due: DueContact) -> str:
    """Return why the case manager is not there on the day of a contact, "" when the case manager is."""
    who, day = panel.present.get(due.patient), max(due.by, panel.on)
    manager = panel.manager_by_id[who] if who else None
    if manager is None:
        return ""
    if not manager.employed(day):
        return "not employed then"
    return next((f"away until {each.last}" for each in manager.away if each.first <= day <= each.last), "")


def contacts_json(panel: Panel, due: Iterable[DueContact], day: date) -> list[dict[str, Any]]:
    """Return who is to be met as plain values."""
    return [
        {
            "patient": each.patient, "manager": panel.present.get(each.patient), "tier": int(panel.tier(each.patient)),
            "last": each.last.isoformat(), "by": each.by.isoformat(), "overdue_days": max(0, (day - each.by).days),
            "absent": absent_text(panel, each), "what": each.what,
        }
        for each in due
    ]  # fmt: skip
