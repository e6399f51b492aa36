"""Who leads a shift: by the marks in the roster, and the groups of which one was always there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from math import prod

from optimizer.staffing.facts.demand import SkillNeed, When
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.evidence import RARE, by_chance, chance_of_none, of_all, sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.people.lead_marks import LEAD

ALWAYS = 0.95
"""From which share of days on one of a group is always there."""
Teams = Mapping[date, frozenset[str]]


def leader_lessons(attendance: Attendance) -> Iterator[Lesson[bool]]:
    """Yield who leads shifts, where the roster says who led."""
    led = Counter(who for who, duty in attendance.plan if duty.role == LEAD)
    for person in attendance.roster.people:
        staffing = sum(shift.staffs for _, shift in attendance.rows[person.id])
        if led[person.id] or LEAD in person.roles:
            said = f"{person.name} led on {of_all(led[person.id], staffing, 'duties')}."
            basis = Basis.STATED if LEAD in person.roles else Basis.COUNTED
            yield Lesson(About(Topic.LEADER, person.id), True, said, basis, 1.0)


def skill_lessons(attendance: Attendance) -> Iterator[Lesson[SkillNeed | None]]:
    """Yield for every shift the groups of which one was there nearly always, more often than chance would have it."""
    for group, members in _groups(attendance).items():
        for shift in attendance.shifts:
            if shift.kind is Kind.WORK and (lesson := _presence(attendance, shift.code, group, members)):
                yield lesson


def _groups(attendance: Attendance) -> Mapping[str, frozenset[str]]:
    """Return the stated groups of people, not of everybody, that might lead."""
    groups: dict[str, set[str]] = {}
    for person in attendance.roster.people:
        for group in person.groups:
            groups.setdefault(group, set()).add(person.id)
    return {name: frozenset(who) for name, who in groups.items() if len(who) < len(attendance.people)}


def _presence(
    attendance: Attendance, shift: str, group: str, members: frozenset[str]
) -> Lesson[SkillNeed | None] | None:
    """Return that one of a group is on a shift every day, None where it is not so or may be chance."""
    teams = _teams(attendance, shift)
    kept, seen, chance = sum(bool(team & members) for team in teams.values()), len(teams), _chance(teams, members)
    if not seen or kept < ALWAYS * seen or chance >= RARE:
        return None
    said = f"One of {group} was on {shift} on {of_all(kept, seen, 'days')}; by chance that happens {by_chance(chance)}."
    need = SkillNeed(_when(teams), shift, group)
    return Lesson(About(Topic.SKILL, f"{shift}, {group}"), need, said, Basis.COUNTED, sure(kept, seen))


def _chance(teams: Teams, members: frozenset[str]) -> float:
    """Return the chance that one of some people is in every team, were teams as large drawn from all in any."""
    everybody = frozenset().union(*teams.values())
    there = (1 - chance_of_none(len(everybody), len(everybody & members), len(team)) for team in teams.values())
    return prod(there)


def _when(teams: Teams) -> When:
    weekdays = frozenset(day.weekday() for day in teams)
    return When(weekdays=weekdays if len(weekdays) < 7 else frozenset())


def _teams(attendance: Attendance, shift: str) -> Teams:
    teams: dict[date, set[str]] = {}
    for who, duty in attendance.plan:
        if duty.shift == shift and duty.role:
            teams.setdefault(duty.day, set()).add(who)
    return {day: frozenset(team) for day, team in teams.items()}
