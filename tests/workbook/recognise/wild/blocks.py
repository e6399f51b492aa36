"""Turned grids, and grids in several blocks: below each other, beside each other, a sheet each."""

from datetime import date
from random import Random
from typing import Any

from tests.workbook.recognise.wild.doubles import start_of, titled
from tests.workbook.recognise.wild.grids import wanted_of
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, drawn
from tests.workbook.recognise.wild.made import Made, as_csv
from tests.workbook.recognise.wild.plan import Plan, month_of, plan_of, run


def turned_grid(rng: Random) -> Made:
    """Return days down and people across."""
    plan = plan_of(rng)
    name, head = drawn(rng, {**FULL, **NUMBERED}, plan)
    corner = rng.choice(("", "Date", "Datum", "Day"))
    rows: list[list[Any]] = [[*([corner] + [None] * (len(head) - 1)), *plan.people]]
    rows += [
        [*(row[place] for row in head), *(plan.code(who, day) for who in plan.people)]
        for place, day in enumerate(plan.days)
    ]
    if rng.random() < 0.4:
        rows.append(
            [
                plan.tongue.words[2],
                *[None] * (len(head) - 1),
                *(sum(1 for day in plan.days if plan.code(who, day)) for who in plan.people),
            ]
        )
    rows = [*titled(rng, plan), *rows]
    text = rng.random() < 0.3
    return Made(
        "turned",
        as_csv(rows) if text else tuple(map(tuple, rows)),
        (wanted_of(plan, ("transposed",), may_ask="/" in name),),
        None if text else "Sheet1",
        options={"header": name, "corner": corner, "lang": plan.tongue.locale},
    )


def stacked(rng: Random) -> Made:
    """Return weeks below each other, the same people again in each."""
    weeks = rng.choice((2, 3, 4, 5))
    plan = plan_of(rng, run(start_of(rng), 7 * weeks))
    sort = FULL if rng.random() < 0.7 else {"weekday": (lambda plan, day: plan.said(day, "EEE"),)}
    dated = sort is FULL
    heads = rng.choice([*sort])
    rows: list[list[Any]] = [[plan.tongue.title], []]
    for week in range(weeks):
        days = plan.days[7 * week : 7 * week + 7]
        if rng.random() < 0.5:
            rows.append([f"Week {week + 1}"])
        for place, each in enumerate(sort[heads]):
            rows.append([plan.tongue.words[0] if place == 0 else None, *(each(plan, day) for day in days)])
        rows += [[who, *(plan.code(who, day) for day in days)] for who in plan.people]
        rows += [[] for _ in range(rng.randint(0, 2))]
    return Made(
        "stacked",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",), dated),),
        options={"header": heads, "weeks": weeks, "lang": plan.tongue.locale},
    )


def stacked_people(rng: Random) -> Made:
    """Return groups of people below each other, each under the same days again."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    half = len(plan.people) // 2
    rows = titled(rng, plan)
    for group, people in enumerate((plan.people[:half], plan.people[half:])):
        rows.append(
            [rng.choice(("Days", "Nights", "RNs", "Team 1"))]
            if group == 0
            else [rng.choice(("HCA", "Team 2", "Nights staff"))]
        )
        rows += [[plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)]
        rows += [[who, *(plan.code(who, day) for day in plan.days)] for who in people]
        rows.append([])
    return Made(
        "stacked people",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"header": name, "lang": plan.tongue.locale},
    )


def side_by_side(rng: Random) -> Made:
    """Return two weeks or two groups beside each other, each with its own names."""
    weeks = rng.random() < 0.6
    gap = rng.choice((0, 1, 2))
    if weeks:
        plan = plan_of(rng, run(start_of(rng), 14))
        sides = [(plan.people, plan.days[:7]), (plan.people, plan.days[7:])]
        wanted = (wanted_of(plan, ("grid",)),)
    else:
        plan = plan_of(rng, run(start_of(rng), 7))
        half = len(plan.people) // 2
        sides = [(plan.people[:half], plan.days), (plan.people[half:], plan.days)]
        wanted = tuple(wanted_of(_only(plan, people), ("grid",)) for people, _ in sides)
    _, heads = drawn(rng, FULL, plan)
    at = {day: [row[place] for row in heads] for place, day in enumerate(plan.days)}
    rows: list[list[Any]] = [[] for _ in range(len(heads) + max(len(people) for people, _ in sides))]
    for people, days in sides:
        for place in range(len(heads)):
            rows[place] += [
                plan.tongue.words[0] if place == 0 else None,
                *(at[day][place] for day in days),
                *[None] * gap,
            ]
        for place in range(len(rows) - len(heads)):
            who = people[place] if place < len(people) else None
            rows[len(heads) + place] += [who, *(plan.code(who, day) if who else None for day in days), *[None] * gap]
    return Made(
        "side by side",
        tuple(map(tuple, [[plan.tongue.title], [], *rows])),
        wanted,
        options={"weeks": weeks, "gap": gap, "lang": plan.tongue.locale},
    )


def _only(plan: Plan, people: tuple[str, ...]) -> Plan:
    return Plan(
        plan.tongue, people, plan.days, {key: code for key, code in plan.duties.items() if key[0] in people}, plan.off
    )


def sheet_a_week(rng: Random) -> Made:
    """Return a sheet a week, with the same people, or a sheet a month."""
    start = start_of(rng)
    plan = plan_of(rng, run(start, 21))
    _, head = drawn(rng, FULL, plan)
    sheets, wanted = [], []
    for week in range(3):
        days = plan.days[7 * week : 7 * week + 7]
        part = Plan(
            plan.tongue, plan.people, days, {key: code for key, code in plan.duties.items() if key[1] in days}, plan.off
        )
        rows = [
            [plan.tongue.words[0] if place == 0 else None, *row[7 * week : 7 * week + 7]]
            for place, row in enumerate(head)
        ]
        rows += [[who, *(plan.code(who, day) for day in days)] for who in plan.people]
        sheets.append((f"Week {week + 1}", tuple(map(tuple, rows))))
        wanted.append(wanted_of(part, ("grid",)))
    return Made(
        "sheet a week",
        sheets[0][1],
        tuple(wanted),
        sheets[0][0],
        more=tuple(sheets[1:]),
        options={"lang": plan.tongue.locale},
    )


def month_sheets(rng: Random) -> Made:
    """Return a sheet a month, the sheets named after them, the year in the file's name."""
    year = rng.choice((2024, 2025, 2026))
    sheets, wanted = [], []
    tongue = None
    for month in range(1, 4):
        plan = plan_of(rng, month_of(date(year, month, 1)), tongue)
        tongue = plan.tongue
        _, head = drawn(rng, NUMBERED, plan)
        rows = [[tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)]
        rows += [[who, *(plan.code(who, day) for day in plan.days)] for who in plan.people]
        sheets.append((plan.said(plan.first, rng.choice(("LLLL", "LLL"))), tuple(map(tuple, rows))))
        wanted.append(wanted_of(plan, ("grid",)))
    return Made(
        "month sheets",
        sheets[0][1],
        tuple(wanted),
        sheets[0][0],
        f"Rota {year}.xlsx",
        more=tuple(sheets[1:]),
        options={"titles": [title for title, _ in sheets]},
    )
