"""What the next period begins with, and what it leaves behind."""

from optimizer.staffing.facts.setting_aside import with_aside
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.summary.facts import Facts


def next_facts(before: Unit, after: Unit) -> Facts:
    """Return the next period, its history, and how much of what was for single days is left behind."""
    before, after = with_aside(before), with_aside(after)
    calendar = after.calendar
    holidays = [name for day, name in sorted(calendar.holidays.items()) if day in calendar.days]
    return [
        ("Unit", after.name),
        ("Next period", f"{calendar.first} to {calendar.last}, {count(len(after.days), 'day')}"),
        ("History", f"{count(len(after.history_days), 'day')}, {count(len(after.history), 'duty', 'duties')}"),
        ("Holidays", ", ".join(holidays) or "none known; add them on the sheet Holidays"),
        ("Ledger", f"{count(len({row.period for row in after.ledger}), 'period')}"),
        *_in_turn(after),
        ("Left behind", _left_behind(before, after)),
    ]


def _in_turn(after: Unit) -> Facts:
    """Return what goes on of rotations and turns, where there are any."""
    following = sum(bool(staff.rotation) for staff in after.staff)
    told = (
        ("Rotations", len(after.rotations), f"{len(after.rotations)}; {count(following, 'person', 'people')} on them"),
        ("Turns", len(after.turns), f"{count(len(after.turns), 'turn')} had"),
    )
    return [(name, said) for name, number, said in told if number]


def _left_behind(before: Unit, after: Unit) -> str:
    left = (
        (len(before.requests) - len(after.requests), "request", "requests"),
        (len(before.locked) - len(after.locked), "locked duty", "locked duties"),
        (_given(before) - _given(after), "need for a date", "needs for dates"),
        (len(before.skill_needs) - len(after.skill_needs), "skill for a date", "skills for dates"),
        (_census(before) - _census(after), "row of census", "rows of census"),
        (len(before.budget) - len(after.budget), "row of budget", "rows of budget"),
    )
    return ", ".join(count(number, thing, things) for number, thing, things in left if number) or "nothing"


def _given(unit: Unit) -> int:
    return sum(not need.computed for need in unit.needs)


def _census(unit: Unit) -> int:
    return len(unit.care.census) if unit.care else 0
