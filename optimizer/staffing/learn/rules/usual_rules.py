"""The musts that a policy begins with, held against the past: what it often broke is no must until somebody says so."""

from collections import Counter
from collections.abc import Iterator

from optimizer.planning.policy import Mode, Ruling
from optimizer.planning.rule import Rule
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.learn.evidence import sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson
from optimizer.staffing.learn.rules.runs import USUAL
from optimizer.staffing.policy import default_policy

EASED = 50_00
"""Cents for each unit of a usual must that the past did not keep: it is still wished."""


def usual_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield the usual musts that the past broke in more than a few of its duties, at a price."""
    musts = {n: ruling for n, ruling in enumerate(default_policy().rulings) if _can_ease(ruling)}
    broken = sum((part.breaches(tuple(musts.values())) for part in parts), Counter[Rule[Unit]]())
    duties = sum(len(part.plan) for part in parts)
    for number, ruling in musts.items():
        if broken[ruling.rule] > (1 - USUAL) * duties:
            yield _eased(usual_about(number, ruling), ruling, broken[ruling.rule], duties)


def _can_ease(ruling: Ruling) -> bool:
    return ruling.mode is Mode.MUST and not ruling.rule.always_must


def _eased(about: About, ruling: Ruling, broken: int, duties: int) -> RulingLesson:
    said = f"'{ruling.rule.title}' is usually a must, but was broken {count(broken, 'time')} in {duties} duties."
    eased, kept = Ruling(ruling.rule, Mode.PRICED, EASED), max(0, duties - broken)
    return Lesson(about, eased, said, Basis.COUNTED, sure(kept, duties))


def usual_about(number: int, ruling: Ruling) -> About:
    """Return what a lesson about one of the rulings of the usual policy, by its place there, is about."""
    return About(Topic.RULE, f"usual {number + 1}: {ruling.rule.title}")
