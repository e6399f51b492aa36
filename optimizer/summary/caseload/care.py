"""What care plans, referrals and hand-offs ask for, and how many loops are closed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from optimizer.caseload.care.care_tasks import CareTask, CareWork
from optimizer.caseload.care.community_referral import Loop
from optimizer.caseload.panel import Panel
from optimizer.planning.words import count, hours
from optimizer.summary.facts import Facts

CARE_HEADERS = ["Patient", "Who does it", "Due", "Overdue", "Minutes", "Task", "What"]


def care_facts(panel: Panel, tasks: Sequence[CareTask], until: date, day: date) -> Facts:
    """Return what is due by a day as seen on another, by kind, and how the referrals stand."""
    number, late = Counter(each.work for each in tasks), sum(each.by < day for each in tasks)
    kinds = "; ".join(f"{work} {number[work]}" for work in CareWork if number[work]) or "none"
    minutes = hours(sum(each.minutes for each in tasks))
    return [
        ("Due", f"{count(len(tasks), 'task')} by {until}, {minutes}, {late} of them overdue on {day}"),
        ("By kind", kinds),
        ("Goals", goals_text(panel, day)),
        ("Referrals", loops_text(panel, day)),
    ]


def goals_text(panel: Panel, day: date) -> str:
    """Return how many goals stand on a day, and how many were met by then."""
    goals = [goal for each in panel.patients for goal in each.goals]
    met = sum(each.met is not None and each.met <= day for each in goals)
    return f"{len(goals) - met} standing, {met} met"


def loops_text(panel: Panel, day: date) -> str:
    """Return how far the referrals have come by a day, and how many of them wait longer than was agreed."""
    sent = [each for patient in panel.patients for each in patient.referrals if each.sent <= day]
    number = Counter(each.loop(day) for each in sent)
    late = sum((by := each.due(panel.care, day)) is not None and by < day for each in sent)
    told = ", ".join(f"{number[loop]} {loop}" for loop in Loop)
    return f"{len(sent)}: {told}; {late} overdue"


def care_lines(panel: Panel, tasks: Iterable[CareTask], owners: dict[str, str], day: date) -> list[list[str]]:
    """Return a row for each task; ``owners`` is who has the patients."""
    return [
        [
            each.patient, doer(panel, each, owners), str(each.by), late_text(each, day), str(each.minutes), each.work,
            each.what,
        ]
        for each in tasks
    ]  # fmt: skip


def doer(panel: Panel, task: CareTask, owners: dict[str, str]) -> str:
    """Return the name of who does a task: its owner, else who has the patient; "-" where nobody has."""
    who = task.owner or owners.get(task.patient)
    return panel.name_of(who) if who else "-"


def late_text(task: CareTask, day: date) -> str:
    """Return by how much a task is overdue on a day, "" when it is not."""
    late = (day - task.by).days
    return count(late, "day") if late > 0 else ""


def care_json(tasks: Iterable[CareTask], owners: dict[str, str], day: date) -> list[dict[str, Any]]:
    """Return tasks as plain values."""
    return [
        {
            "by": each.by.isoformat(), "patient": each.patient, "manager": each.owner or owners.get(each.patient),
            "task": each.work.value, "what": each.what, "minutes": each.minutes,
            "overdue_days": max(0, (day - each.by).days),
        }
        for each in tasks
    ]  # fmt: skip
