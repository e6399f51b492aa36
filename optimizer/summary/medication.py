"""What patients' medicines ask somebody to do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from optimizer.caseload.medication.notice import INTERACTIONS, NOTICE
from optimizer.caseload.medication.worklist import Task, Work
from optimizer.planning.words import count, hours
from optimizer.summary.facts import Facts


def medication_facts(tasks: Sequence[Task], patients: int) -> Facts:
    """Return how much work of each kind there is, and what every output about medicines says."""
    number = Counter(task.work for task in tasks)
    minutes: Counter[Work] = Counter()
    for task in tasks:
        minutes[task.work] += task.minutes
    kinds = [f"{work} {number[work]} ({hours(minutes[work])})" for work in Work if number[work]]
    total = f"{count(len(tasks), 'task')}, {hours(sum(minutes.values()))}, from {count(patients, 'patient')}"
    return [("Work", total), ("By kind", "; ".join(kinds) or "none"), ("Note", f"{NOTICE} {INTERACTIONS}")]


def medication_json(tasks: Iterable[Task]) -> dict[str, Any]:
    """Return the work as plain values, with what every output about medicines says."""
    return {
        "notice": f"{NOTICE} {INTERACTIONS}",
        "tasks": [
            {
                "patient": task.patient, "work": task.work.value, "due": task.due and task.due.isoformat(),
                "minutes": task.minutes, "why": task.why,
            }
            for task in tasks
        ],
    }  # fmt: skip
