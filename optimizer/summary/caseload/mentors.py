"""Mentors and mentees of a panel: hours beside each other, and how many cases a mentee has and may have."""

from collections.abc import Iterable
from typing import Any

from optimizer.caseload.careers.mentoring_pair import MentoringPair
from optimizer.caseload.panel import Panel
from optimizer.caseload.rules.cases.mentee_cases import MenteeCases
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.planning.words import count, hours

MENTOR_HEADERS = ["Mentee", "Mentor", "Case work", "Both there", "Beside at most", "Cases", "May have", "In a month"]


def mentor_rows(panel: Panel, policy: Policy, plan: Plan, pairs: Iterable[MentoringPair]) -> list[list[str]]:
    """Return a row for every mentee; without the rule of a mentee's cases nobody knows how many there may be."""
    rule = mentee_rule(policy)
    return [_row(panel, rule, plan, each) for each in pairs]


def mentee_rule(policy: Policy) -> MenteeCases | None:
    """Return the rule of a mentee's cases that is in force, None when there is none."""
    there = (each.rule for each in policy.rulings if each.mode is not Mode.OFF)
    return next((rule for rule in there if isinstance(rule, MenteeCases)), None)


def mentors_json(panel: Panel, policy: Policy, plan: Plan, pairs: Iterable[MentoringPair]) -> list[dict[str, Any]]:
    """Return the same as plain values."""
    rule = mentee_rule(policy)
    return [
        {
            **each._asdict(),
            "cases": cases_of(plan, each.mentee),
            "may_have": rule.most(panel.manager_by_id[each.mentee]) if rule else None,
        }
        for each in pairs
    ]


def cases_of(plan: Plan, manager: str) -> int:
    """Return how many cases a manager has in a plan."""
    return sum(pair.who == manager for pair in plan)


def _row(panel: Panel, rule: MenteeCases | None, plan: Plan, pair: MentoringPair) -> list[str]:
    mentee = panel.manager_by_id[pair.mentee]
    caps = [str(rule.most(mentee, later)) if rule else "-" for later in (0, 1)]
    names = [panel.name_of(pair.mentee), panel.name_of(pair.mentor)]
    days = f"{pair.beside} of {count(pair.there, 'day')}"
    return [
        *names, count(mentee.experience, "month"), days, hours(pair.minutes), str(cases_of(plan, mentee.id)), *caps
    ]  # fmt: skip
