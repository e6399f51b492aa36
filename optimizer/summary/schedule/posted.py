"""A posted schedule as everybody may read it."""

from typing import Any

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import clock, on
from optimizer.staffing.schedule.difference import OFF, Change
from optimizer.staffing.schedule.posting import Posting
from optimizer.summary.facts import Facts


def day_facts(posting: Posting, plan: Plan) -> Facts:
    """Return a line for every duty of a plan, in the order of days: when, what, and from when to when."""
    return [(on(pair.what.day), duty_line(posting, pair)) for pair in in_order(plan)]


def duty_line(posting: Posting, pair: Pair) -> str:
    """Return a duty as "N Night, 19:00 to 07:30 as Charge"."""
    shift, role = posting.shift_by_code[pair.what.shift], pair.what.role
    named = f" as {role}" if role not in ("", posting.main_role(pair.who)) else ""
    return f"{shift.code} {shift.name}, {clock(shift.start)} to {clock(shift.end)}{named}"


def change_line(posting: Posting, change: Change) -> str:
    """Return what changes for somebody as "Thu 24 Dec: N instead of off"."""
    had, has = (_short(posting, change.who, duty) for duty in (change.before, change.after))
    return f"{on(change.day)}: {has} instead of {had}"


def _short(posting: Posting, who: str, duty: Duty | None) -> str:
    if duty is None:
        return OFF
    return duty.shift if duty.role in ("", posting.main_role(who)) else f"{duty.shift} as {duty.role}"


def days_json(posting: Posting, plan: Plan) -> list[dict[str, Any]]:
    """Return the duties of a plan as plain values."""
    return [
        {
            "who": pair.who,
            "name": posting.names[pair.who],
            "day": pair.what.day.isoformat(),
            "shift": pair.what.shift,
            "role": pair.what.role or None,
        }
        for pair in in_order(plan)
    ]


def posted_headers(posting: Posting) -> tuple[str, ...]:
    """Return the headers of the schedule as a table: a name, then the days of the months."""
    return ("Name", *(str(day.day) for day in posting.span.days))


def posted_rows(posting: Posting, plan: Plan) -> list[tuple[str, ...]]:
    """Return a row for every person: the name, then the codes of what they have on each day."""
    codes: dict[tuple[str, Any], str] = {}
    for who, duty in in_order(plan):
        codes[who, duty.day] = f"{codes.get((who, duty.day), '')} {duty.shift}".lstrip()
    names, days = posting.names, posting.span.days
    return [(names[each.id], *(codes.get((each.id, day), ".") for day in days)) for each in posting.people]


def in_order(plan: Plan) -> list[Pair]:
    """Return the duties of a plan by day, then by shift and person."""
    return sorted(plan, key=lambda pair: (pair.what, pair.who))
