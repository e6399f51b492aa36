"""What care plans, referrals and transitions ask somebody to do, by when, and how long it takes."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from optimizer.caseload.care.community_referral import CommunityReferral, Loop
from optimizer.caseload.care.handoff import open_handoffs
from optimizer.caseload.days.transition import business_days
from optimizer.caseload.panel import WEEKS, Panel
from optimizer.caseload.patient import Patient

HANDED_OFF_IN = 1
"""Business days after a transition in which it is handed off: our own design."""


class CareWork(StrEnum):
    """What a task of a care plan is about."""

    HANDOFF = "hand-off"
    REFERRAL = "referral"
    REVIEW = "review of a goal"


class CareTask(NamedTuple):
    """A task that is due by a day; ``owner`` is the id of who does it, "" for whoever has the patient."""

    by: date
    patient: str
    work: CareWork
    what: str
    owner: str
    minutes: int


def care_tasks(panel: Panel, until: date, day: date | None = None) -> tuple[CareTask, ...]:
    """Return what is due by a day as seen on ``day`` or else the planning date, the longest overdue first."""
    found = (task for each in panel.patients for task in care_tasks_of(panel, each, until, day))
    return tuple(sorted(found))


def care_tasks_of(panel: Panel, patient: Patient, until: date, day: date | None = None) -> tuple[CareTask, ...]:
    """Return what is due with one patient by a day."""
    seen = day or panel.on
    found = (*_reviews(patient, seen), *_follow_ups(panel, patient, seen), *_handoffs(panel, patient, until, seen))
    return tuple(task for task in found if task.by <= until)


def tasks_of_the_month(panel: Panel, patient: Patient) -> tuple[CareTask, ...]:
    """Return what counts in the hours of a month: what is overdue, and due in the weeks that stand for it."""
    return care_tasks_of(panel, patient, panel.on + timedelta(days=7 * WEEKS - 1))


def _reviews(patient: Patient, day: date) -> Iterator[CareTask]:
    for each in patient.goals:
        if each.met is None or each.met > day:
            what = f"{each.goal} ({each.intervention})" if each.intervention else each.goal
            yield CareTask(each.review, patient.id, CareWork.REVIEW, what, each.owner, each.minutes)


def _follow_ups(panel: Panel, patient: Patient, day: date) -> Iterator[CareTask]:
    for each in patient.referrals:
        by = each.due(panel.care, day)
        if by is not None and each.sent <= day:
            yield CareTask(by, patient.id, CareWork.REFERRAL, referral_text(each, day), "", each.minutes)


def referral_text(referral: CommunityReferral, day: date) -> str:
    """Return a referral and what it waits for, such as "food bank, sent on 2026-12-01, not accepted yet"."""
    sent = f"{referral.resource}, sent on {referral.sent}"
    if referral.loop(day) is Loop.ACCEPTED:
        return f"{sent}, accepted on {referral.accepted}, how it ended is not known yet"
    return f"{sent}, not accepted yet"


def _handoffs(panel: Panel, patient: Patient, until: date, day: date) -> Iterator[CareTask]:
    if panel.care.handoff is None:
        return
    for each in open_handoffs(panel, patient, until, day):
        by = business_days(each.day, HANDED_OFF_IN)
        yield CareTask(by, patient.id, CareWork.HANDOFF, each.what, each.owner, panel.care.handoff)
