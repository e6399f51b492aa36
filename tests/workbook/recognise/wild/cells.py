"""Rosters with names in their cells: calendars, columns of roles, lines of shifts; and one sheet a shift."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.workbook.recognise.wild.headers import FULL, drawn
from tests.workbook.recognise.wild.made import Made, Wanted
from tests.workbook.recognise.wild.plan import Plan, monday, month_of, plan_of, run

SHIFT_NAMES = {
    "en": ("Day", "Evening", "Night"),
    "de": ("Früh", "Spät", "Nacht"),
    "fr": ("Matin", "Soir", "Nuit"),
    "es": ("Mañana", "Tarde", "Noche"),
}
WESTERN = ("en", "de", "fr", "es", "pt", "pl", "it", "nl", "sv", "cs")


def _western(rng: Random, days: Any = None) -> Plan:
    plan = plan_of(rng, days)
    while plan.tongue.locale not in WESTERN or "," in plan.people[0]:
        plan = plan_of(rng, days)
    return plan


def _on(plan: Plan, day: date, place: int) -> list[str]:
    """Return who has the first, second or third shift of a day; two at most."""
    code = plan.tongue.codes[min(place, len(plan.tongue.codes) - 1)]
    return [who for who in plan.people if plan.code(who, day) == code][:2]


def calendar(rng: Random) -> Made:
    """Return a month calendar: weekdays across, weeks down, who is on in the cells."""
    plan = _western(rng, month_of(date(rng.choice((2024, 2025, 2026)), rng.randint(1, 12), 1)))
    start = (
        monday(plan.first)
        if (mondays := rng.random() < 0.5)
        else monday(plan.first + timedelta(days=1)) - timedelta(days=1)
    )
    sign, style = rng.choice((" / ", ", ", "\n")), rng.choice(("below", "with number", "shift lines", "several rows"))
    form = rng.choice(("EEE", "EEEE"))
    head = [plan.said(start + timedelta(days=step), form) for step in range(7)]
    names = SHIFT_NAMES.get(plan.tongue.locale, ("D", "E", "N"))[: len(plan.tongue.codes)]
    rows: list[list[Any]] = [[f"{plan.tongue.title} {plan.month()}"], head]
    duties = set()
    week = start
    while week <= plan.days[-1]:
        days = [week + timedelta(days=step) for step in range(7)]
        inside = [day if day.month == plan.first.month else None for day in days]
        cells = {day: _on(plan, day, 0) for day in inside if day}
        if style == "with number":
            rows.append([f"{day.day} {sign.join(cells[day])}" if day else None for day in inside])
            duties |= {(who, day, "on call") for day, on in cells.items() for who in on}
        elif style == "shift lines":
            rows.append([day.day if day else None for day in inside])
            rows.append(
                [
                    "\n".join(
                        f"{name}: {', '.join(_on(plan, day, place))}"
                        for place, name in enumerate(names)
                        if _on(plan, day, place)
                    )
                    if day
                    else None
                    for day in inside
                ]
            )
            duties |= {
                (who, day, name) for day in cells for place, name in enumerate(names) for who in _on(plan, day, place)
            }
        elif style == "several rows":
            rows.append([day.day if day else None for day in inside])
            for place in range(2):
                rows.append([(cells[day] + [None, None])[place] if day else None for day in inside])
            duties |= {(who, day, "on call") for day, on in cells.items() for who in on}
        else:
            rows.append([day.day if day else None for day in inside])
            rows.append([sign.join(cells[day]) if day else None for day in inside])
            duties |= {(who, day, "on call") for day, on in cells.items() for who in on}
        week += timedelta(days=7)
    wanted = Wanted(
        ("calendar",),
        frozenset(duties),
        tuple(dict.fromkeys(who for who, _, _ in duties)),
        plan.days[0],
        plan.days[-1],
        len(plan.days),
        counts=False,
    )
    return Made(
        "calendar",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"style": style, "sign": sign, "monday": mondays, "lang": plan.tongue.locale},
    )


def roles_down(rng: Random) -> Made:
    """Return days down, shifts or roles across, names in the cells."""
    plan = _western(rng)
    _, head = drawn(rng, FULL, plan)
    titles = rng.choice(
        (
            SHIFT_NAMES.get(plan.tongue.locale, ("Day", "Evening", "Night")),
            ("Consultant", "Registrar", "SHO"),
            ("Charge nurse", "Bay 1", "Bay 2"),
            ("07-15", "15-23", "23-07"),
        )
    )
    titles = titles[: len(plan.tongue.codes)]
    sign = rng.choice((", ", " / ", "\n", " + "))
    rows: list[list[Any]] = [["Date", *[None] * (len(head) - 1), *titles]]
    duties = set()
    for number, day in enumerate(plan.days):
        on = [_on(plan, day, place) for place in range(len(titles))]
        rows.append([*(row[number] for row in head), *(sign.join(each) or None for each in on)])
        duties |= {(who, day, title) for title, each in zip(titles, on, strict=True) for who in each}
    wanted = Wanted(
        ("transposed", "calendar", "grid"),
        frozenset(duties),
        None,
        plan.days[0],
        plan.days[-1],
        len(plan.days),
        counts=False,
    )
    return Made(
        "roles down",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"titles": titles, "sign": sign, "lang": plan.tongue.locale},
    )


def shifts_across(rng: Random) -> Made:
    """Return a week of days across, shifts down, names in the cells, a row or several a shift."""
    plan = _western(rng, run(monday(date(2025, rng.randint(1, 11), 15)), 7))
    _, head = drawn(rng, FULL, plan)
    names = SHIFT_NAMES.get(plan.tongue.locale, ("Day", "Evening", "Night"))[: len(plan.tongue.codes)]
    rows: list[list[Any]] = [
        [plan.tongue.title],
        *[[rng.choice(("Shift", "")) if place == 0 else None, *row] for place, row in enumerate(head)],
    ]
    several = rng.random() < 0.4
    duties = set()
    for place, name in enumerate(names):
        on = {day: _on(plan, day, place) for day in plan.days}
        if several:
            rows += [
                [name if line == 0 else None, *((on[day] + [None, None])[line] for day in plan.days)]
                for line in range(2)
            ]
        else:
            rows.append([name, *(", ".join(on[day]) or None for day in plan.days)])
        duties |= {(who, day, name) for day in plan.days for who in on[day]}
    wanted = Wanted(("grid", "calendar"), frozenset(duties), None, plan.days[0], plan.days[-1], 7, counts=False)
    return Made(
        "shifts across",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"several": several, "names": names, "lang": plan.tongue.locale},
    )


def sheet_a_shift(rng: Random) -> Made:
    """Return a sheet for each shift in which a mark is a duty."""
    plan = plan_of(rng)
    _, head = drawn(rng, FULL, plan)
    mark = rng.choice((1, "x", "X"))
    sheets, wanted = [], []
    for title, code in zip(("Days", "Nights"), (plan.tongue.codes[0], plan.tongue.codes[-1]), strict=True):
        rows = [[plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)]
        rows += [[who, *(mark if plan.code(who, day) == code else None for day in plan.days)] for who in plan.people]
        duties = frozenset((who, day, str(mark)) for (who, day), each in plan.duties.items() if each == code)
        sheets.append((title, tuple(map(tuple, rows))))
        wanted.append(Wanted(("grid",), duties, None, plan.days[0], plan.days[-1], len(plan.days)))
    return Made(
        "sheet a shift",
        sheets[0][1],
        tuple(wanted),
        sheets[0][0],
        more=tuple(sheets[1:]),
        options={"mark": mark, "lang": plan.tongue.locale},
    )
