"""What a patient's medicines ask somebody to do, with the time that it takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from optimizer.caseload.medication.review import Review
from optimizer.caseload.source import CitedSource


class MedicationWork(StrEnum):
    """A kind of work, the most urgent first."""

    INTERACTION = "refer to a pharmacist"
    PROBLEM = "settle a problem found"
    CONDITION = "ask about a condition"
    RECONCILIATION = "reconcile medicines"
    DUPLICATION = "ask about a duplication"
    ADHERENCE = "follow up adherence"
    HIGH_ALERT = "check high-alert medicines"


class Time(NamedTuple):
    """How many minutes a kind of work takes, and who says so."""

    minutes: int
    source: CitedSource


MedicationTimes = Mapping[MedicationWork, Time]


@dataclass(frozen=True, slots=True)
class MedicationTask:
    """One piece of work for one patient, with the last day in time, None where there is none, and why."""

    patient: str
    work: MedicationWork
    due: date | None
    minutes: int
    why: str


def tasks(review: Review, times: MedicationTimes) -> tuple[MedicationTask, ...]:
    """Return the work that a review asks for.

    There is a task for each interaction, condition, duplication and class, and one for all high-alert medicines
    together of which something is new.
    """
    return tuple(
        MedicationTask(review.patient, work, due, times[work].minutes, why) for work, due, why in _reasons(review)
    )


def worklist(reviews: Iterable[Review], times: MedicationTimes) -> tuple[MedicationTask, ...]:
    """Return the work of many reviews in the order to do it: by kind, then what is due first."""
    order, everything = [*MedicationWork], [task for review in reviews for task in tasks(review, times)]
    by_patient = sorted(everything, key=attrgetter("patient"))
    return tuple(sorted(by_patient, key=lambda task: (order.index(task.work), task.due or date.max)))


def _reasons(review: Review) -> Iterator[tuple[MedicationWork, date | None, str]]:
    for sentence in (*(hit.sentence for hit in review.interactions), *(hit.sentence for hit in review.own)):
        yield MedicationWork.INTERACTION, None, sentence
    left = review.reconciliation
    if left is not None and left.problem is not None:
        yield MedicationWork.PROBLEM, left.problem.last, left.problem.sentence
    for beside in review.beside:
        yield MedicationWork.CONDITION, None, beside.sentence
    if left is not None and left.open:
        yield MedicationWork.RECONCILIATION, left.last, left.sentence
    for twice in review.duplications:
        yield MedicationWork.DUPLICATION, None, twice.sentence
    for low in review.low:
        yield MedicationWork.ADHERENCE, None, low.sentence
    if review.news:
        news = "; ".join(each.text for each in review.news)
        yield MedicationWork.HIGH_ALERT, None, f"High-alert medicines: {news}."
