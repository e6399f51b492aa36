"""A rule that the past obeys, as a ruling to confirm: priced where the past is clear about it, else off."""

from optimizer.planning.policy import Mode, Ruling
from optimizer.staffing.learn.evidence import sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.policy import off, priced
from optimizer.staffing.rules.rule import UnitRule

RulingLesson = Lesson[Ruling | None]
CLEAR = 0.8
"""How sure the past must make us for a rule to count before it is confirmed."""


def ruling_lesson(rule: UnitRule, what: str, said: str, kept: int, seen: int, dollars: int) -> RulingLesson:
    """Return that a rule was kept so often, at a price in dollars where that is clear."""
    certain = sure(kept, seen)
    return lesson_at(rule, what, said, certain, dollars)


def lesson_at(rule: UnitRule, what: str, said: str, certain: float, dollars: int) -> RulingLesson:
    """Return a rule of which we are so sure."""
    ruling = priced(rule, dollars) if certain >= CLEAR else off(rule)
    return Lesson(About(Topic.RULE, what), ruling, said, Basis.COUNTED, certain)


def as_must(ruling: Ruling) -> Ruling:
    """Return a ruling as it counts when a manager confirms it: a must."""
    return Ruling(ruling.rule, Mode.MUST)
