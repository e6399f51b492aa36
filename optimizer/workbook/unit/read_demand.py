"""Reads what the unit needs, what people asked for, and what is settled already."""

from typing import Any

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.request import Bond, Request, Tie, Wish
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import window_of
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.table import UnreadableError, one_of, text, whole, words, yes
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read_calendar import WEEKDAYS

MANY = 999


def read_needs(source: UnitSource) -> tuple[Need, ...]:
    """Return the needs."""
    table, needs = source.table(layout.NEEDS), []
    for row in table.rows() if table else ():
        days = row.get("When", lambda value: when(value, source))
        label, role = row.get("Shift", lambda value: label_of(value, source)), row.get("Role", source.role)
        least = row.get("Minimum", whole(0, MANY))
        wished, most = row.get("Target", whole(0, MANY)), row.get("Maximum", whole(0, MANY))
        if least is not None and wished is not None and wished < least:
            row.fault("Target", f"the target {wished} is below the minimum {least}", "raise it or leave it empty")
        if most is not None and most < max(least or 0, wished or 0):
            row.fault("Maximum", f"the maximum {most} is below what is needed", "raise it or leave it empty")
        if row.ok and days is not None and label and role and least is not None:
            needs.append(Need(days, label, role, least, least if wished is None else wished, most))
    return tuple(needs)


def read_skills(source: UnitSource, staff: tuple[Staff, ...]) -> tuple[SkillNeed, ...]:
    """Return the skills needed; a skill that nobody holds is a fault."""
    held = sorted({name for person in staff for name in person.credentials})
    table, needs = source.table(layout.SKILLS), []
    for row in table.rows() if table else ():
        days = row.get("When", lambda value: when(value, source))
        label = row.get("Shift", lambda value: label_of(value, source))
        credential = row.get("Credential", one_of(held, "credential that anybody holds"))
        least = row.get("At least", whole(1, MANY))
        if row.ok and days is not None and label and credential:
            needs.append(SkillNeed(days, label, credential, least or 1))
    return tuple(needs)


def read_requests(source: UnitSource) -> tuple[Request, ...]:
    """Return the requests and the approved leave."""
    table, requests = source.table(layout.REQUESTS), []
    for row in table.rows() if table else ():
        who, wish = row.get("Staff", source.person), row.get("Wish", one_of([*Wish], "wish"))
        first, last = row.get("From", source.near), row.get("To", source.near)
        shift, weight = row.get("Shift", source.shift), row.get("Weight", whole(1, 100))
        approved = row.get("Approved", yes) or False
        if first and last and last < first:
            row.fault("To", f"{last} is before the first day {first}", "swap or mend the dates")
        if approved and wish == Wish.ON:
            row.fault("Approved", "only days off can be approved leave", "lock a duty on the sheet Locked instead")
        if row.ok and who and wish and first:
            requests.append(Request(who, Wish(wish), first, last or first, shift or "", weight or 1, approved))
    return tuple(requests)


def read_ties(source: UnitSource) -> tuple[Tie, ...]:
    """Return who belongs together or apart."""
    table, ties = source.table(layout.TIES), []
    for row in table.rows() if table else ():
        who, other = row.get("Staff", source.person), row.get("With", source.person)
        bond = row.get("Bond", one_of([*Bond], "bond"))
        if who is not None and who == other:
            row.fault("With", f"'{who}' is tied to themselves", "name two people")
        if row.ok and who and other and bond:
            ties.append(Tie(who, other, Bond(bond)))
    return tuple(ties)


def read_locked(source: UnitSource) -> Plan:
    """Return the duties that must stay."""
    table, locked = source.table(layout.LOCKED), set()
    taken: dict[tuple[str, object], str] = {}
    for row in table.rows() if table else ():
        who = row.get("Staff", source.person)
        date = row.get("Date", source.near)
        code, role = row.get("Shift", source.shift), row.get("Role", source.role)
        if not (row.ok and who and date and code):
            continue
        if (who, date) in taken:
            row.fault("Shift", f"'{who}' has {taken[who, date]} on {date} already", "lock one duty a day")
            continue
        taken[who, date] = code
        try:
            duty = source.duty(who, date, code, role)
        except UnreadableError as error:
            row.fault("Role", error.problem, error.remedy)
            continue
        if duty:
            locked.add(Pair(who, duty))
    return frozenset(locked)


def when(value: Any, source: UnitSource) -> When:
    """Read the days that a need is for."""
    if not isinstance(value, str):
        return When(day=source.near(value))
    word = value.casefold().strip()
    known = {
        "every day": When(),
        "weekdays": When(weekdays=frozenset(range(5))),
        "weekend": When(weekdays=frozenset({5, 6})),
        "holidays": When(holidays=True),
    }
    if word in known:
        return known[word]
    if word[:1].isdecimal():
        return When(day=source.near(value))
    return When(weekdays=frozenset(number for part in words(value) for number in _weekdays(part)))


def _weekdays(part: str) -> tuple[int, ...]:
    """Read a weekday, or some in a row such as Mon-Thu."""
    ends = [_weekday(word.strip()) for word in part.replace("–", "-").split("-")]
    length = (ends[-1] - ends[0]) % 7 + 1
    return tuple((ends[0] + number) % 7 for number in range(length))


def _weekday(word: str) -> int:
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and name.casefold().startswith(word.casefold()):
            return number
    raise UnreadableError(f"'{word}' says no day", "write every day, weekdays, weekend, holidays, Mon, Tue or a date")


def label_of(value: Any, source: UnitSource) -> str:
    """Read the code of a shift, or a window such as 07:00-15:00."""
    label = text(value)
    return label if window_of(label) else source.shift(value)
