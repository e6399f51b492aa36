"""Breaches of limits on working time and of credentials, judged by the very rules that a solver keeps."""

from collections.abc import Iterator
from datetime import timedelta

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.law.citation import Citation, Hours
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.lawful import limits_on
from optimizer.staffing.law.statute import Preset
from optimizer.staffing.rules.rule import UnitRule

UNLESS_WILLING = "It binds only hours that are required; those who volunteered may."
UNLESS_WAIVED = "Whom it protects may waive it."


def limit_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...]) -> Iterator[Breach]:
    """Yield every breach of a limit on a day on which it is in force."""
    laws: dict[UnitRule, list[Citation]] = {}
    for limit in limits_on(presets, unit.days):
        laws.setdefault(limit.rule, []).append(limit.citation)
    judge = Judge(formulate(unit, Policy(tuple(Ruling(rule) for rule in laws))))
    for finding in judge.findings(judge.judge(plan)):
        for law in laws[finding.rule]:  # type: ignore[index]
            if _touches(law, finding):
                yield _breach(unit, plan, finding, law)


def _touches(law: Citation, finding: Finding) -> bool:
    last = finding.place.until or finding.day
    return any(law.in_force(finding.day + timedelta(days=n)) for n in range((last - finding.day).days + 1))


def _breach(unit: Unit, plan: Plan, finding: Finding, law: Citation) -> Breach:
    who, day = finding.place.who, finding.day
    shift = ", ".join(duty.shift for other, duty in sorted(plan) if (other, duty.day) == (who, day))
    sentence = " ".join((finding.rule.say(unit, finding), *_unless(law)))
    return Breach(day, "" if finding.place.until else shift, who, law, sentence)


def _unless(law: Citation) -> Iterator[str]:
    """Yield why a breach only warns."""
    if law.hours is Hours.REQUIRED:
        yield UNLESS_WILLING
    if law.waivable:
        yield UNLESS_WAIVED
    if law.instead:
        yield f"The employer may do so instead: {law.instead}."
    if law.weeks:
        yield f"It holds on average over {count(law.weeks, 'week')}, so other weeks can still make up for it."
