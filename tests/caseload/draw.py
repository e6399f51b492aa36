"""Panels and plans drawn as pictures, so that a test shows the assignment it is about.

    found = findings(Capacity(), "ann 100: p1 p2", work={"p1": 60, "p2": 41})

A line is a manager, with the minutes that are free for patients and those who are hers. Patients whom nobody has stand
on the line ``-``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import Case, Panel, Work
from optimizer.caseload.patient import Patient
from optimizer.caseload.risk.facts import Override
from optimizer.caseload.risk.rating import Rating
from optimizer.caseload.tier import Tier
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge

DAY = date(2026, 3, 2)
MINUTES = 60


def draw(
    picture: str,
    managers: Mapping[str, Mapping[str, Any]] | None = None,
    patients: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    work: Mapping[str, Any] | None = None,
    tiers: Mapping[str, int] | None = None,
    given: str | None = None,
    **facts: Any,
) -> tuple[Panel, Plan]:
    """Return the panel and the plan of a picture.

    ``managers`` and ``patients`` have facts by id; ``given`` is another picture, of who has whom now.
    """
    rows = _rows(picture)
    everybody = [patient for _, _, theirs in rows for patient in theirs]
    people = [(who, minutes) for who, minutes, _ in rows if who != "-"]
    panel = Panel(
        "Drawn",
        DAY,
        tuple(Manager(who, who.title(), **(managers or {}).get(who, {})) for who, _ in people),
        tuple(Patient(each, **(patients or {}).get(each, {})) for each in dict.fromkeys(everybody)),
        {each: _work((work or {}).get(each, MINUTES)) for each in everybody},
        dict(people),
        {patient: rating(tier) for patient, tier in (tiers or {}).items()},
        given=plan_of(given) if given else frozenset(),
        **facts,
    )
    return panel, plan_of(picture)


def plan_of(picture: str) -> Plan:
    """Return who has whom in a picture."""
    return frozenset(Pair(who, Case(patient)) for who, _, theirs in _rows(picture) for patient in theirs if who != "-")


def rating(tier: int) -> Rating:
    """Return a rating of a tier."""
    return Rating(DAY, (), (), (), Override(Tier(tier), "drawn", DAY))


def findings(rule: Any, picture: str, *args: Any, **facts: Any) -> tuple[Finding, ...]:
    """Return what a rule finds in a picture."""
    panel, plan = draw(picture, *args, **facts)
    judge = Judge(formulate(panel, Policy((Ruling(rule) if rule.always_must else Ruling(rule, Mode.PRICED, 1),))))
    return judge.findings(judge.judge(plan))


def amounts(rule: Any, picture: str, *args: Any, **facts: Any) -> list[int]:
    """Return the amounts of what a rule finds in a picture, by manager and then by patient."""
    found = findings(rule, picture, *args, **facts)
    return [f.amount for f in sorted(found, key=lambda f: (f.place.who, f.place.what))]


def says(rule: Any, picture: str, *args: Any, **facts: Any) -> list[str]:
    """Return the sentences of what a rule finds in a picture."""
    panel, _ = draw(picture, *args, **facts)
    return sorted(finding.rule.say(panel, finding) for finding in findings(rule, picture, *args, **facts))


def _rows(picture: str) -> list[tuple[str, int, list[str]]]:
    rows = []
    for line in picture.strip().splitlines():
        head, _, theirs = line.partition(":")
        who, *minutes = head.split()
        rows.append((who, int(minutes[0]) if minutes else 1000, theirs.split()))
    return rows


def _work(work: Any) -> Work:
    return Work(*work) if isinstance(work, tuple) else Work(work)
