"""What patients' medicines ask somebody to do, and how far they were looked at at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from optimizer.caseload.medication.extent import Extent, UnreadFills, looked_at
from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE, UNREAD
from optimizer.caseload.medication.worklist import MedicationTask, MedicationWork
from optimizer.planning.words import count, hours
from optimizer.summary.facts import Facts


def medication_facts(tasks: Sequence[MedicationTask], found: Sequence[Extent]) -> Facts:
    """Return how much work of each kind there is, how far it was looked, and what every such output says."""
    number = Counter(task.work for task in tasks)
    minutes: Counter[MedicationWork] = Counter()
    for task in tasks:
        minutes[task.work] += task.minutes
    kinds = [f"{work} {number[work]} ({hours(minutes[work])})" for work in MedicationWork if number[work]]
    total = f"{count(len(tasks), 'task')}, {hours(sum(minutes.values()))}"
    facts = [("Work", total), ("By kind", "; ".join(kinds) or "none"), *looked_at(found)]
    return [*facts, ("Note", f"{NOTICE} {INTERACTIONS} {UNREAD}")]


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
