"""Transitions at which somebody is to be told where a patient's care stands."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from optimizer.caseload.days.transition import business_day_before
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.span import DAY
from optimizer.planning.words import on

RECENT = 30
"""Days after a transition on which its hand-off is still asked for: our own design, the days of transitional care."""


class CareTransition(NamedTuple):
    """A day on which somebody else takes over, what happens, and who hands over: "" for whoever has the patient.

    What is planned may be handed off on the last business day before.
    """

    day: date
    what: str
    owner: str = ""
    planned: bool = False

    @property
    def ready(self) -> date:
        """Return the first day on which a hand-off is one of this transition."""
        return business_day_before(self.day) if self.planned else self.day


def open_handoffs(panel: Panel, patient: Patient, until: date, day: date) -> tuple[CareTransition, ...]:
    """Return the transitions up to a day, the recent ones before another, after which nothing was handed off yet.

    Of two on one day the first that is known counts.
    """
    by_day: dict[date, CareTransition] = {}
    for each in _transitions(panel, patient):
        by_day.setdefault(each.day, each)
    handed = patient.handed_off
    recent = (each for each in by_day.values() if (day - each.day).days <= RECENT and each.day <= until)
    return tuple(sorted(each for each in recent if handed is None or handed < each.ready))


def _transitions(panel: Panel, patient: Patient) -> Iterator[CareTransition]:
    if patient.discharged is not None:
        yield CareTransition(patient.discharged, f"discharge on {on(patient.discharged)}")
    for stay in patient.elsewhere:
        where = stay.where or "elsewhere"
        yield CareTransition(stay.first, f"to {where} on {on(stay.first)}", planned=True)
        if stay.last is not None:
            yield CareTransition(stay.last + DAY, f"back from {where} on {on(stay.last + DAY)}")
    yield from _change_of_manager(panel, patient)


def _change_of_manager(panel: Panel, patient: Patient) -> Iterator[CareTransition]:
    had = panel.present.get(patient.id)
    manager = panel.manager_by_id[had] if had else None
    if manager is not None and manager.handover is not None and manager.successor in panel.manager_by_id:
        what = f"{panel.name_of(manager.id)} to {panel.name_of(manager.successor)} on {on(manager.handover)}"
        yield CareTransition(manager.handover, what, manager.id)
