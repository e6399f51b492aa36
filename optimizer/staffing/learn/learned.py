"""All that was learned of a unit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from optimizer.staffing.facts.demand import Need, SkillNeed
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.codes.shifts import ShiftLesson
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Settled, values
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson
from optimizer.staffing.learn.worked_days import WorkedDays


@dataclass(frozen=True)
class Learned:
    """What rosters tell of a unit, each a proposal with its evidence; ``settled`` is what somebody confirmed of it."""

    roster: WorkedDays
    shifts: tuple[ShiftLesson, ...]
    jobs: tuple[Lesson[str], ...]
    leaders: tuple[Lesson[bool], ...]
    full_time: Lesson[int]
    ftes: tuple[Lesson[float], ...]
    own_shifts: tuple[Lesson[tuple[str, ...]], ...]
    needs: tuple[Lesson[Need | None], ...]
    skills: tuple[Lesson[SkillNeed | None], ...]
    rules: tuple[RulingLesson, ...]
    settled: Settled = field(default_factory=dict)

    @cached_property
    def lessons(self) -> tuple[Lesson[Any], ...]:
        """Return everything learned, in the order in which one thing follows from another."""
        people: tuple[Lesson[Any], ...] = (*self.jobs, *self.leaders, self.full_time, *self.ftes, *self.own_shifts)
        return (*self.shifts, *people, *self.needs, *self.skills, *self.rules)

    @cached_property
    def by_about(self) -> Mapping[About, Lesson[Any]]:
        """Return what was learned by what it is about."""
        return {lesson.about: lesson for lesson in self.lessons}

    @property
    def guesses(self) -> tuple[Lesson[Any], ...]:
        """Return what is no more than a guess, the least sure first."""
        guesses = (lesson for lesson in self.lessons if lesson.basis is Basis.GUESSED)
        return tuple(sorted(guesses, key=lambda lesson: lesson.sure))

    @cached_property
    def attendance(self) -> Attendance:
        """Return who was on which shift in which role, by what was learned."""
        return Attendance(self.roster, values(self.shifts), values(self.jobs))
