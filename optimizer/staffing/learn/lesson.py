"""One thing learned: what it is about, what it is, and why we think so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

V = TypeVar("V")


class Topic(StrEnum):
    """What can be learned."""

    SHIFT = "shift"
    JOB = "job"
    LEADER = "leader"
    FULL_TIME = "full time"
    FTE = "FTE"
    OWN_SHIFTS = "own shifts"
    NEED = "need"
    SKILL = "skill"
    RULE = "rule"


class Basis(StrEnum):
    """What something learned rests on, from what is sure to what is not."""

    CONFIRMED = "confirmed"
    STATED = "stated"
    COUNTED = "counted"
    GUESSED = "guessed"


class About(NamedTuple):
    """What a lesson is about: a topic, and in it a shift, a person, a need, a rule."""

    topic: Topic
    what: str = ""


Settled = Mapping[About, Any]
"""What a manager confirmed or changed: the value by what it is about."""


@dataclass(frozen=True, slots=True)
class Lesson(Generic[V]):
    """One proposal: a value with its evidence in words.

    ``sure`` is from 0 to 1: what is confirmed or stated is 1; what was counted has the share that its numbers leave
    beyond doubt; a guess has how often its convention is right, by our judgement.
    """

    about: About
    value: V
    evidence: str
    basis: Basis
    sure: float


def settle(lessons: Iterable[Lesson[V]], topic: Topic, settled: Settled) -> tuple[Lesson[V], ...]:
    """Return the lessons of a topic with the values that a manager settled; one that was not learned is added."""
    learned = {lesson.about: lesson for lesson in lessons}
    for about, value in settled.items():
        if about.topic is topic:
            learned[about] = _settled(learned.get(about), about, value)
    return tuple(learned.values())


def _settled(lesson: Lesson[V] | None, about: About, value: V) -> Lesson[V]:
    if lesson is None:
        return Lesson(about, value, "You said so.", Basis.CONFIRMED, 1.0)
    return replace(lesson, value=value, basis=Basis.CONFIRMED, sure=1.0)


def values(lessons: Iterable[Lesson[V]]) -> dict[str, V]:
    """Return the values of lessons of one topic by what they are about."""
    return {lesson.about.what: lesson.value for lesson in lessons}
