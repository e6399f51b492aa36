"""How the measures stand on the planning date, as far as a workbook tells."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.days.contacts import contacts_due
from optimizer.caseload.panel import Panel
from optimizer.caseload.patient import Patient
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.month_figure import MonthFigure

FAR = timedelta(days=366)
"""So far ahead a contact may be due."""


def standing(panel: Panel, setting: Setting) -> Iterator[MonthFigure]:
    """Yield of every case manager what is not overdue on the planning date, of all that is or will be due.

    Readmissions and overtime no workbook of a panel tells; they are noted by hand.
    """
    in_time = _contacts(panel, setting)
    for manager in panel.managers:
        mine = [each for each in panel.patients if panel.present.get(each.id) == manager.id]
        for measure, kept in (
            (CaseMeasure.CONTACTS, [in_time[each.id] for each in mine if each.id in in_time]),
            (CaseMeasure.REVIEWS, [each.review_due >= panel.on for each in mine if each.review_due]),
            (CaseMeasure.REFERRALS, [*_referrals(panel, mine)]),
        ):
            yield MonthFigure(panel.on.replace(day=1), measure, sum(kept), len(kept), manager.id)


def _contacts(panel: Panel, setting: Setting) -> dict[str, bool]:
    """Return whether the first contact that is due with a patient is still to come, by patient."""
    found: dict[str, bool] = {}
    for due in contacts_due(panel, setting, panel.on + FAR):
        found.setdefault(due.patient, due.by >= panel.on)
    return found


def _referrals(panel: Panel, patients: Iterable[Patient]) -> Iterator[bool]:
    for patient in patients:
        for each in patient.referrals:
            by = each.due(panel.care, panel.on)
            if by is not None:
                yield by >= panel.on
