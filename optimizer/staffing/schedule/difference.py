"""What differs between two schedules, by person, in words that can be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on

OFF = "off"


class Change(NamedTuple):
    """One duty of one person that is another in the schedule after, or there in only one of the two."""

    who: str
    day: date
    before: Duty | None
    after: Duty | None


@dataclass(frozen=True, slots=True)
class Notice:
    """All that changes for one person, in the order of days."""

    who: str
    changes: tuple[Change, ...]


def changes_between(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return what differs between two plans, in the order of people and days; a duty in another role differs too."""
    gone, new = before - after, after - before
    cells = sorted({(who, duty.day) for who, duty in gone | new})
    return tuple(
        Change(who, day, had, has)
        for who, day in cells
        for had, has in zip_longest(_duties(gone, who, day), _duties(new, who, day))
    )


def notices(changes: Iterable[Change]) -> tuple[Notice, ...]:
    """Return one notice for every person for whom anything changes, in the changes' order."""
    by_person: dict[str, list[Change]] = {}
    for change in changes:
        by_person.setdefault(change.who, []).append(change)
    return tuple(Notice(who, tuple(theirs)) for who, theirs in by_person.items())


def at_short_notice(changes: Iterable[Change], told: date, days: int) -> tuple[Change, ...]:
    """Return the changes of which people have less than so many days' notice when they are told on a day."""
    return tuple(change for change in changes if (change.day - told).days < days)


def said(unit: Unit, notice: Notice) -> str:
    """Return a notice as people read it: "Thu 24 Dec: N instead of off; Fri 25 Dec: off instead of D"."""
    return "; ".join(f"{on(change.day)}: {change_said(unit, change)}" for change in notice.changes)


def change_said(unit: Unit, change: Change) -> str:
    """Return a change without its day: "N instead of off"."""
    staff = unit.people[change.who]
    return f"{duty_said(staff, change.after)} instead of {duty_said(staff, change.before)}"


def duty_said(staff: Staff, duty: Duty | None) -> str:
    """Return a duty as "D", or "D as Charge" where the role is not the person's main one; "off" for none."""
    if duty is None:
        return OFF
    return duty.shift if duty.role in ("", staff.roles[0]) else f"{duty.shift} as {duty.role}"


def _duties(plan: Plan, who: str, day: date) -> list[Duty]:
    return sorted(duty for person, duty in plan if person == who and duty.day == day)
