"""What patients' medicines ask somebody to do, and how far they were looked at at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from optimizer.caseload.medication.adherence import LABEL
from optimizer.caseload.medication.extent import SHOWN, Extent, UnreadFills, looked_at
from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE, UNREAD
from optimizer.caseload.medication.review import Review
from optimizer.caseload.medication.worklist import MedicationTask, MedicationWork
from optimizer.planning.words import count, hours
from optimizer.summary.facts import Facts


def medication_facts(
    tasks: Sequence[MedicationTask], found: Sequence[Extent], reviews: Iterable[Review], unknown: int
) -> Facts:
    """Return how far medicines were looked at, before anything else; then the work by kind, and what all outputs say.

    ``unknown`` counts the patients whose conditions are not known.
    """
    number = Counter(task.work for task in tasks)
    minutes: Counter[MedicationWork] = Counter()
    for task in tasks:
        minutes[task.work] += task.minutes
    kinds = [f"{work} {number[work]} ({hours(minutes[work])})" for work in MedicationWork if number[work]]
    total = f"{count(len(tasks), 'task')}, {hours(sum(minutes.values()))}"
    work = [("Work", total), ("By kind", "; ".join(kinds) or "none"), ("Adherence", _adherence_text([*reviews]))]
    beside = [("Conditions", f"of {count(unknown, 'patient')} not known: nothing is looked at beside them")] * bool(
        unknown
    )
    return [*looked_at(found), *work, *beside, ("Note", f"{NOTICE} {INTERACTIONS} {UNREAD}")]


def _adherence_text(reviews: Sequence[Review]) -> str:
    """Return over which year adherence is measured, of how many classes, and why the others are not."""
    measured = [each for review in reviews for each in review.adherence]
    why = Counter(each.why for review in reviews for each in review.unmeasured)
    said = f"{LABEL}: {count(len(measured), 'class', 'classes')} measured"
    year = f" over the {measured[0].year}" if measured else ""
    most = "; ".join(f"{reason} ({often})" for reason, often in why.most_common(SHOWN))
    return f"{said}{year}, {why.total()} not{f', as {most}' if most else ''}"


def medication_json(
    tasks: Iterable[MedicationTask], found: Sequence[Extent], unread: Iterable[UnreadFills]
) -> dict[str, Any]:
    """Return the work as plain values, with how far it was looked and what every output about medicines says."""
    return {
        "notice": f"{NOTICE} {INTERACTIONS} {UNREAD}",
        "tasks": [
            {
                "patient": task.patient, "work": task.work.value, "due": task.due and task.due.isoformat(),
                "minutes": task.minutes, "why": task.why,
            }
            for task in tasks
        ],
        **extent_json(found, unread),
    }  # fmt: skip


def extent_json(found: Sequence[Extent], unread: Iterable[UnreadFills]) -> dict[str, Any]:
    """Return how many fills were recognised, which were not and where they stand, and of whom nothing is known."""
    fills, missed = sum(each.fills for each in found), sum(each.missed for each in found)
    return {
        "fills": fills,
        "recognised": fills - missed,
        "zeros_put_back": sum(each.restored for each in found),
        "unrecognised": [
            {"text": e.text, "why": e.why, "fills": e.fills, "patients": [*e.patients], "cells": [*e.places]}
            for e in unread
        ],
        "not_looked_at": [{"patient": each.patient, "why": each.sentence} for each in found if each.unread],
        "no_data": [each.patient for each in found if not each.lately],
    }


def not_looked_at(found: Iterable[Extent]) -> list[str]:
    """Return in sentences who has fills that are not looked at."""
    return [f"{each.patient}: {each.sentence}" for each in found if each.unread]
