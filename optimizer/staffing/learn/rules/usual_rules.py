"""The musts that a policy begins with, held against the past: what it often broke is no must until somebody says so."""

from collections.abc import Iterator

from optimizer.planning.policy import Mode, Ruling
from optimizer.staffing.facts.words import count
from optimizer.staffing.learn.evidence import sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.rules.past import Past, breaches
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson
from optimizer.staffing.learn.rules.runs import USUAL
from optimizer.staffing.policy import default_policy

EASED = 50_00
"""Cents for each unit of a usual must that the past did not keep: it is still wished."""


def usual_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield the usual musts that the past broke in more than a few of its duties, at a price."""
    duties = sum(len(part.plan) for part in parts)
    for number, ruling in enumerate(default_policy().rulings):
        if ruling.mode is not Mode.MUST or ruling.rule.always_must:
            continue
        broken = breaches(parts, ruling.rule)
        if broken > (1 - USUAL) * duties:
            said = f"'{ruling.rule.title}' is usually a must; it was broken {count(broken, 'time')} in {duties} duties."
            certain = sure(duties - min(broken, duties), duties)
            yield Lesson(
                usual_about(number, ruling), Ruling(ruling.rule, Mode.PRICED, EASED), said, Basis.COUNTED, certain
            )


def usual_about(number: int, ruling: Ruling) -> About:
    """Return what a lesson about one of the rulings of the usual policy, by its place there, is about."""
    return About(Topic.RULE, f"usual {number + 1}: {ruling.rule.title}")
