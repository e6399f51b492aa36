"""From the facts of a panel to what an assignment weighs: tiers, work and time for patients."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from optimizer.caseload.capacity.capacity import capacity
from optimizer.caseload.capacity.demand import CARE_TASKS, CaseDemand, Share, shares
from optimizer.caseload.capacity.setting import Period, Setting, whole
from optimizer.caseload.care.care_tasks import tasks_of_the_month
from optimizer.caseload.manager import Manager
from optimizer.caseload.medication.adherence import MeasureExclusions
from optimizer.caseload.medication.extent import Extent, UnreadFills, extent, unread
from optimizer.caseload.medication.pharmacy_score import pharmacy_score
from optimizer.caseload.medication.reconciliation import Transition, Where
from optimizer.caseload.medication.review import YEAR, KnownMedicines, Review, review
from optimizer.caseload.medication.worklist import MedicationTask, tasks, worklist
from optimizer.caseload.panel import Panel, Work
from optimizer.caseload.patient import Patient
from optimizer.caseload.presets.ingredients import vocabulary_with
from optimizer.caseload.presets.medicines import reference, times
from optimizer.caseload.presets.tiers import ladder
from optimizer.caseload.risk.condition import Condition
from optimizer.caseload.risk.facts import Circumstance
from optimizer.caseload.risk.rating import Rating, rate
from optimizer.caseload.span import PanelSpan

DAYS = Fraction(260, 12)
"""Days that 1.0 FTE is paid for in a month: what turns a setting by the day into months."""


def assembled(panel: Panel, setting: Setting) -> Panel:
    """Return a panel with the ratings, the work and the capacity that its facts make in a setting."""
    reviews = reviewed(panel, panel.on)
    rated = replace(panel, ratings={each.id: _rating(panel, each, reviews.get(each.id)) for each in panel.patients})
    work = {each.id: _work(rated, setting, each, reviews.get(each.id)) for each in panel.patients}
    named = _named_tasks(panel)
    free = {each.id: _capacity(each, setting, named[each.id]) for each in panel.managers}
    month = whole(Fraction(setting.paid * 60, 100) * _periods(setting))
    return replace(rated, work=work, capacity=free, setting=setting.key, month=month)


def reviewed(panel: Panel, day: date) -> Mapping[str, Review]:
    """Return what medicines show on a day, by patient; those without a fill or a discharge are missing."""
    known = {each.id: _known(panel, each) for each in panel.patients}
    lists = reference(panel.medicines, panel.measured)
    return {who: review(who, own, lists, day) for who, own in known.items() if own.fills or own.transitions}


def extents(panel: Panel, day: date) -> tuple[Extent, ...]:
    """Return how far everybody's medicines are looked at on a day, in the panel's order."""
    period, known = PanelSpan(day - YEAR, day), vocabulary_with(panel.medicines.names)
    return tuple(extent(each.id, panel.fills.get(each.id, ()), known, period) for each in panel.patients)


def unread_fills(panel: Panel, day: date) -> tuple[UnreadFills, ...]:
    """Return what of all patients' fills is not looked at on a day, by text."""
    known = vocabulary_with(panel.medicines.names)
    return unread((fill for fills in panel.fills.values() for fill in fills), known, day)


def medication_tasks(panel: Panel, day: date) -> tuple[MedicationTask, ...]:
    """Return the work that all patients' medicines ask for, in the order to do it."""
    return worklist(reviewed(panel, day).values(), times())


def work_shares(panel: Panel, setting: Setting, patient: Patient, found: Review | None) -> tuple[Share, ...]:
    """Return where a patient's minutes a month come from, whoever has the patient; interpreting as if it was needed.

    Each share is whole minutes, and they add up to the work rounded once. Who is elsewhere takes none meanwhile, but
    for the tasks of the care plan, which have their days.
    """
    case, there = _case(panel, patient, found), panel.there.get(patient.id, Fraction(1))
    told, total, out = Fraction(), 0, []
    for what, minutes in shares(case, setting):
        told += minutes * _times(what, there, setting)
        out.append(Share(what, Fraction(whole(told) - total)))
        total = whole(told)
    return tuple(out)


MEDICATION, INTERPRETER = "medication", "interpreter"


def _times(what: str, there: Fraction, setting: Setting) -> Fraction:
    """Return how often a share of the setting's period counts in a month; tasks are of the month already."""
    if what == CARE_TASKS:
        return Fraction(1)
    return there if what == MEDICATION else there * _periods(setting)


def _named_tasks(panel: Panel) -> Counter[str]:
    """Return the minutes of a month's tasks that have an owner by name, by owner."""
    minutes: Counter[str] = Counter()
    for patient in panel.patients:
        for task in tasks_of_the_month(panel, patient):
            if task.owner:
                minutes[task.owner] += task.minutes
    return minutes


def _known(panel: Panel, patient: Patient) -> KnownMedicines:
    left, facts, own = patient.discharged, patient.risk, panel.medicines
    where = Where(patient.destination or Where.HOME)
    told = (patient.reconciled, patient.found, patient.settled)
    went = [] if left is None else [Transition(patient.id, left, where, *told)]
    hospice = bool(facts.hospice) or Circumstance.HOSPICE in facts.circumstances
    excluded = MeasureExclusions(hospice, bool(facts.renal_failure))
    renal = {Condition.SEVERE_RENAL} if facts.renal_failure else ()
    return KnownMedicines(
        panel.fills.get(patient.id, ()), went, own.regimens.get(patient.id), own.doses.get(patient.id),
        frozenset((*(facts.conditions or ()), *renal)), excluded,
    )  # fmt: skip


def _rating(panel: Panel, patient: Patient, found: Review | None) -> Rating:
    own = panel.medicines
    asked = {"asks_regimens": bool(own.regimens), "asks_doses": bool(own.doses)}
    score = None if found is None or not found.extent.lately else pharmacy_score(found, **asked)
    form, weights = panel.hospital, panel.charlson
    return rate(patient.risk, score, ladder(), panel.on, patient.override, form=form, weights=weights)


def _case(panel: Panel, patient: Patient, found: Review | None) -> CaseDemand:
    asked = () if found is None else tasks(found, times())
    return CaseDemand(
        panel.tier(patient.id), patient.phase, patient.contact, patient.interpreter,
        medication=sum(task.minutes for task in asked), new_reviews=patient.new_reviews,
        continued_reviews=patient.continued_reviews,
        care=sum(task.minutes for task in tasks_of_the_month(panel, patient) if not task.owner),
    )  # fmt: skip


def _work(panel: Panel, setting: Setting, patient: Patient, found: Review | None) -> Work:
    parts = {share.what: int(share.minutes) for share in work_shares(panel, setting, patient, found)}
    interpreting = parts.pop(INTERPRETER, 0)
    return Work(sum(parts.values()), interpreting)


def _capacity(manager: Manager, setting: Setting, tasks: int) -> int:
    """Return the minutes a month for patients; tasks that are this manager's, whoever has the patient, take of them."""
    free = capacity(setting, manager.fte, manager.practice) * _periods(setting)
    return whole(max(Fraction(), free - manager.fixed - tasks))


def _periods(setting: Setting) -> Fraction:
    return DAYS if setting.period is Period.DAY else Fraction(1)
