"""The rules that a policy begins with, held against the past: what it often broke counts less."""

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
from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff
from optimizer.staffing.rules.sequence.forward_rotation import ForwardRotation
from optimizer.staffing.rules.sequence.in_a_row import MostInARow
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekendsInARow

RHYTHM = (RecoveryAfterNights, ForwardRotation, MostInARow, FewestDaysOff, MostWeekendsInARow, CompleteWeekends)
"""The usual wishes for the order of duties: the others are about hours, needs and requests that no roster tells."""
EASED = 50_00
"""Cents for each unit of a usual must that the past did not keep: it is still wished."""


def usual_lessons(parts: tuple[Past, ...]) -> Iterator[RulingLesson]:
    """Yield the usual rules that the past broke in more than a few of its duties: musts at a price, wishes off."""
    judged = {n: ruling for n, ruling in enumerate(default_policy().rulings) if _can_ease(ruling)}
    broken = sum((part.breaches(tuple(judged.values())) for part in parts), Counter[Rule[Unit]]())
    duties = sum(len(part.plan) for part in parts)
    for number, ruling in judged.items():
        if broken[ruling.rule] > (1 - USUAL) * duties:
            yield _eased(usual_about(number, ruling), ruling, broken[ruling.rule], duties)


def _can_ease(ruling: Ruling) -> bool:
    if ruling.mode is Mode.PRICED:
        return isinstance(ruling.rule, RHYTHM)
    return ruling.mode is Mode.MUST and ruling.rule.bends and not ruling.rule.always_must


def _eased(about: About, ruling: Ruling, broken: int, duties: int) -> RulingLesson:
    must, kept = ruling.mode is Mode.MUST, max(0, duties - broken)
    usually = "a must" if must else "wished"
    said = f"'{ruling.rule.title}' is usually {usually}, but was broken {count(broken, 'time')} in {duties} duties."
    eased = Ruling(ruling.rule, Mode.PRICED, EASED) if must else Ruling(ruling.rule, Mode.OFF)
    return Lesson(about, eased, said, Basis.COUNTED, sure(kept, duties))


def usual_about(number: int, ruling: Ruling) -> About:
    """Return what a lesson about one of the rulings of the usual policy, by its place there, is about."""
    return About(Topic.RULE, f"usual {number + 1}: {ruling.rule.title}")
