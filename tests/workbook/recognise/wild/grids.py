"""Grids of people by days, as plain as they come and with everything that stands around them."""

from datetime import date
from random import Random
from typing import Any

from tests.workbook.recognise.wild.around import before, behind, legend, notes, titles, totals
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, YEARLESS, drawn
from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import Plan, monday, month_of, plan_of, run

PERIODS = (7, 14, 21, 28, 35, 42)


def said_of(plan: Plan) -> frozenset[Any]:
    """Return every duty of a plan with its date."""
    return frozenset((who, day, code) for (who, day), code in plan.duties.items())


def numbered_of(plan: Plan) -> frozenset[Any]:
    """Return every duty of a plan with its day counted from 1."""
    place = {day: number + 1 for number, day in enumerate(plan.days)}
    return frozenset((who, place[day], code) for (who, day), code in plan.duties.items())


def wanted_of(plan: Plan, kinds: tuple[str, ...], dated: bool = True, **more: Any) -> Wanted:
    """Return what a table of a plan should be understood as; without dates they must be asked for."""
    span = {"first": plan.days[0], "last": plan.days[-1]} if dated else {"asks": "dates"}
    return Wanted(
        kinds, said_of(plan) if dated else numbered_of(plan), plan.people, days=len(plan.days), **{**span, **more}
    )


def month_grid(rng: Random) -> Made:
    """Return a month of days as numbers whose month and year stand in a title or a name."""
    plan = plan_of(rng)
    return _grid(rng, plan, NUMBERED, told=True)


def dated_grid(rng: Random) -> Made:
    """Return days written in full."""
    start = date(rng.choice((2024, 2025, 2026)), rng.randint(1, 12), rng.randint(1, 28))
    plan = plan_of(rng, run(start, rng.choice((*PERIODS, 30, 31))))
    return _grid(rng, plan, FULL, told=False)


def period_grid(rng: Random) -> Made:
    """Return weeks of days and months whose year stands in a title or a name."""
    start = monday(date(rng.choice((2024, 2025, 2026)), rng.randint(1, 11), rng.randint(1, 28)))
    plan = plan_of(rng, run(start, rng.choice(PERIODS)))
    if plan.days[0].year != plan.days[-1].year:
        plan = plan_of(rng, month_of(start))
    return _grid(rng, plan, YEARLESS, told=True)


def undated_grid(rng: Random) -> Made:
    """Return a month of which nobody tells the year."""
    return _grid(rng, plan_of(rng), rng.choice((NUMBERED, YEARLESS)), told=False, dated=False)


def lead_in_grid(rng: Random) -> Made:
    """Return a month with the last days of the month before in front of it."""
    plan = plan_of(rng)
    lead = run(date.fromordinal(plan.first.toordinal() - rng.randint(2, 7)), 40)
    lead = tuple(day for day in lead if day < plan.first)
    longer = Plan(plan.tongue, plan.people, (*lead, *plan.days), plan.duties, plan.off)
    return _grid(rng, longer, NUMBERED, told=True, inside=plan)


def weekday_grid(rng: Random) -> Made:
    """Return one to four weeks under the names of weekdays, from a Monday that a title tells or that nobody tells."""
    told = rng.random() < 0.5
    weeks = rng.choice((1, 1, 2, 4))
    start = monday(date(rng.choice((2024, 2025)), rng.randint(1, 11), rng.randint(1, 28)))
    plan = plan_of(rng, run(start, 7 * weeks))
    form = rng.choice(("EEE", "EEEE"))
    heads = {"weekday": (lambda plan, day: plan.said(day, form),)}
    rows = _grid(rng, plan, heads, told=False, dated=told)
    if not told:
        return rows
    title = rng.choice(
        (
            f"Week commencing {start:%d/%m/%Y}",
            f"{start:%d.%m.%Y} - {plan.days[-1]:%d.%m.%Y}",
            f"Week of {start:%d %B %Y}",
            f"w/c {start.day} {start:%b} {start.year}",
        )
    )
    return Made(
        rows.kind, ((title,), *rows.rows), rows.wanted, rows.title, rows.file, options={**rows.options, "title": title}
    )


def _grid(rng: Random, plan: Plan, heads: Any, told: bool, dated: bool = True, inside: Plan | None = None) -> Made:
    over, sheet, file = titles(rng, inside or plan, told)
    columns, cells = before(rng, plan)
    beyond, after = behind(rng, plan)
    name, head = drawn(rng, heads, plan)
    # the row of days carries the titles, or the first row of two does
    at = rng.randrange(len(head))
    header = [
        [*(columns if place == at else [None] * len(columns)), *row, *(beyond if place == at else [])]
        for place, row in enumerate(head)
    ]
    body = [[*cells[who], *(plan.code(who, day) for day in plan.days), *after[who]] for who in plan.people]
    odd = _oddities(rng, plan, len(columns), body)
    legends, times = legend(rng, plan)
    rows = [*over, *header, *body, *totals(rng, plan, len(columns)), *legends, *notes(rng, plan)]
    text = rng.random() < 0.25 and sheet in ("Sheet1", "Roster", "Tabelle1")
    people = _people(plan, columns)
    wanted = wanted_of(
        _renamed(inside or plan, people), ("grid",), dated, times=times, may_ask="/" in name and not told
    )
    return Made(
        "grid",
        as_csv(rows) if text else tuple(map(tuple, rows)),
        (wanted,),
        None if text else sheet,
        file.replace(".xlsx", ".csv") if text else file,
        options={
            "header": name,
            "columns": columns,
            "odd": odd,
            "times": times,
            "lang": plan.tongue.locale,
            "file": file,
            "sheet": sheet,
        },
    )


def _oddities(rng: Random, plan: Plan, width: int, body: list[list[Any]]) -> list[str]:
    """Put headings, blank rows and places that nobody holds between the people."""
    odd = []
    if rng.random() < 0.3:
        body.insert(rng.randint(1, len(body) - 1), [])
        odd.append("blank")
    if rng.random() < 0.3:
        body.insert(rng.choice((0, 3)), [rng.choice(("Team A", "NIGHTS", "Registered Nurses", plan.tongue.roles[0]))])
        odd.append("heading")
    if rng.random() < 0.2:
        duties = [plan.tongue.codes[0] if day.weekday() < 2 else None for day in plan.days]
        body.append([*([None] * (width - 1)), rng.choice(("Vacant", "VACANT POST"))][::-1][:width] + duties)
        odd.append("vacant")
    return odd


def _people(plan: Plan, columns: list[str]) -> dict[str, str]:
    if columns[0] != "Surname":
        return {who: who for who in plan.people}
    joined = {}
    for who in plan.people:
        first, _, last = who.partition(" ")
        joined[who] = f"{first} {last or first}"
    return joined


def _renamed(plan: Plan, people: dict[str, str]) -> Plan:
    duties = {(people[who], day): code for (who, day), code in plan.duties.items()}
    return Plan(plan.tongue, tuple(people[who] for who in plan.people), plan.days, duties, plan.off)
