"""The policy for the period after: the usual one as the past keeps it, and the rules that the past obeys."""

from collections.abc import Iterator

from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.learn.learned import Learned
from optimizer.staffing.learn.lesson import Basis
from optimizer.staffing.learn.rules.usual_rules import usual_about
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.coverage.skill_on_shift import SkillOnShift

SKILL_PRICE = 100_00
"""Cents for everybody missing of a group that was always there, until that is confirmed."""


def learned_policy(learned: Learned) -> Policy:
    """Return the usual policy as the past keeps it, with the rules learned in place of those that are off there."""
    learned_rules = {lesson.about: lesson.value for lesson in learned.rules}
    rulings: list[Ruling] = []
    for number, usual in enumerate(default_policy().rulings):
        ruling = learned_rules.pop(usual_about(number, usual), usual)
        if ruling:
            rulings.append(_skill_ruling(learned, ruling))
    return Policy(tuple(_merged(rulings, [ruling for ruling in learned_rules.values() if ruling])))


def _skill_ruling(learned: Learned, ruling: Ruling) -> Ruling:
    """Return a ruling, that of skills at a price where some are only learned."""
    if isinstance(ruling.rule, SkillOnShift) and any(lesson.basis is Basis.COUNTED for lesson in learned.skills):
        return Ruling(ruling.rule, Mode.PRICED, SKILL_PRICE)
    return ruling


def _merged(usual: list[Ruling], learned: list[Ruling]) -> Iterator[Ruling]:
    """Yield the usual rulings, those learned in the places of the same rules that are off, and the rest behind."""
    left = list(learned)
    for ruling in usual:
        mine = [each for each in left if _same(each.rule, ruling.rule)] if ruling.mode is Mode.OFF else []
        yield from mine or [ruling]
        left = [each for each in left if each not in mine]
    yield from left


def _same(one: Rule[Unit], other: Rule[Unit]) -> bool:
    """Tell whether two rules count the same, whatever their limits."""
    scopes = ("shifts", "to")
    return type(one) is type(other) and all(getattr(one, name, ()) == getattr(other, name, ()) for name in scopes)
