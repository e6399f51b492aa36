"""What differs between two versions of a schedule, and whom to tell."""

from datetime import date
from typing import Any

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.shift import Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.words import clock, count, on
from optimizer.staffing.schedule.difference import Change, at_short_notice, change_said, notices, said
from optimizer.staffing.schedule.versions import Versions
from optimizer.summary.facts import Facts


def difference_facts(versions: Versions, shared: Span, told: date, days: int) -> Facts:
    """Return what differs, in short, with what is only in one of the versions."""
    changes, short = versions.changes, at_short_notice(versions.changes, told, days)
    people = count(len(notices(changes)), "person", "people")
    only = (
        ("Only before", _names(versions.gone)),
        ("Only after", _names(versions.new)),
        ("Shifts gone", ", ".join(versions.shifts_gone)),
        ("Shifts new", ", ".join(versions.shifts_new)),
        ("Shifts moved", ", ".join(_moved(had, has) for had, has in versions.shifts_moved)),
    )
    return [
        ("Unit", versions.after.name),
        ("Days compared", f"{shared.first} to {shared.last}, {count(len(shared.days), 'day')}"),
        ("Changes", f"{count(len(changes), 'duty', 'duties')} of {people}"),
        ("Short notice", f"{len(short)} of them with less than {count(days, 'day')} from {on(told)}"),
        *((name, value) for name, value in only if value),
    ]


def notice_lines(versions: Versions) -> list[str]:
    """Return one line for every person for whom anything changes."""
    unit = versions.after
    return [f"  {unit.name_of(notice.who)}: {said(unit, notice)}" for notice in notices(versions.changes)]


def difference_json(versions: Versions, shared: Span, told: date, days: int) -> dict[str, Any]:
    """Return what differs as plain values."""
    unit, short = versions.after, frozenset(at_short_notice(versions.changes, told, days))
    return {
        "first": shared.first.isoformat(),
        "last": shared.last.isoformat(),
        "changes": [_change_json(versions, change, change in short) for change in versions.changes],
        "short_notice": len(short),
        "notices": [
            {"who": notice.who, "name": unit.name_of(notice.who), "text": said(unit, notice)}
            for notice in notices(versions.changes)
        ],
        "people_only_before": [staff.id for staff in versions.gone],
        "people_only_after": [staff.id for staff in versions.new],
        "shifts_only_before": [*versions.shifts_gone],
        "shifts_only_after": [*versions.shifts_new],
        "shifts_moved": [had.code for had, _ in versions.shifts_moved],
    }


def _change_json(versions: Versions, change: Change, short: bool) -> dict[str, Any]:
    had, has = change.before, change.after
    return {
        "who": change.who,
        "day": change.day.isoformat(),
        "before": had and {"shift": had.shift, "role": had.role or None},
        "after": has and {"shift": has.shift, "role": has.role or None},
        "short_notice": short,
        "text": change_said(versions.after, change),
    }


def _names(people: tuple[Staff, ...]) -> str:
    return ", ".join(f"{staff.name} ({staff.id})" for staff in people)


def _moved(had: Shift, has: Shift) -> str:
    before, after = (f"{clock(shift.start)} to {clock(shift.end)}" for shift in (had, has))
    return f"{has.code} is {after} instead of {before}"
