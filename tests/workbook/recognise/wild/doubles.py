"""Grids in which a day has two columns, or a person two rows."""

from datetime import date, time
from random import Random
from typing import Any

from tests.workbook.recognise.wild.grids import wanted_of
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, drawn
from tests.workbook.recognise.wild.made import Made, Wanted
from tests.workbook.recognise.wild.plan import Plan, monday, plan_of, run

HOURS = {0: ("07:00", "15:00"), 1: ("15:00", "23:00"), 2: ("23:00", "07:00")}


def start_of(rng: Random) -> date:
    """Return a Monday."""
    return monday(date(rng.choice((2024, 2025, 2026)), rng.randint(1, 11), rng.randint(1, 28)))


def titled(rng: Random, plan: Plan) -> list[list[Any]]:
    """Return the row of a title with the month in it, and perhaps a blank one."""
    return [[f"{plan.tongue.title} {plan.month()}"], *([[]] if rng.random() < 0.5 else [])]


def in_out(rng: Random) -> Made:
    """Return a grid with two columns a day: when somebody comes and goes."""
    plan = plan_of(rng, run(start_of(rng), rng.choice((7, 7, 14))))
    subs = rng.choice(
        (("In", "Out"), ("Start", "End"), ("Von", "Bis"), ("from", "to"), ("Entrada", "Salida"), ("Début", "Fin"))
    )
    head, sub = _two_wide(rng, plan, subs)
    style = rng.choice(("text", "time", "dotted"))
    rows, duties = [], set()
    for who in plan.people:
        row: list[Any] = [who]
        for day in plan.days:
            code = plan.code(who, day)
            if code in plan.tongue.codes:
                pair = HOURS[plan.tongue.codes.index(code)]
                row += [_clock(each, style) for each in pair]
                duties |= {(who, day, _shown(each, style)) for each in pair}
            elif code:
                row += [code, None]
                duties.add((who, day, code))
            else:
                row += [None, None]
        rows.append(row)
    merges = _merges(rng, len(plan.days), 2, 2)
    wanted = Wanted(
        ("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days), counts=False
    )
    return Made(
        "in out",
        tuple(map(tuple, [[plan.tongue.title], [], head, sub, *rows])),
        (wanted,),
        merges=merges,
        options={"subs": subs, "style": style, "lang": plan.tongue.locale, "head": head[1:4]},
    )


def _clock(said: str, style: str) -> Any:
    return {"text": said, "time": time.fromisoformat(said), "dotted": said.replace(":", ".")}[style]


def _shown(said: str, style: str) -> str:
    return said.replace(":", ".") if style == "dotted" else said


def _two_wide(rng: Random, plan: Plan, subs: tuple[str, ...]) -> tuple[list[Any], list[Any]]:
    name, days = drawn(rng, FULL, plan)
    head: list[Any] = [plan.tongue.words[0]]
    for day in days[-1 if name != "dates, weekday" else 0]:
        head += [day, *[None] * (len(subs) - 1)]
    return head, [None, *subs * len(plan.days)]


def _merges(rng: Random, days: int, wide: int, row: int) -> tuple[Any, ...]:
    if rng.random() < 0.5:
        return ()
    return tuple(((row, 1 + wide * place), (row, wide * (place + 1))) for place in range(days))


def duty_hours(rng: Random) -> Made:
    """Return a grid with two columns a day: the duty and its hours."""
    plan = plan_of(rng, run(start_of(rng), rng.choice((7, 14, 28))))
    subs = rng.choice((("Shift", "Hrs"), ("Duty", "Hours"), ("Dienst", "Std"), ("Turno", "Horas"), ("勤務", "時間")))
    head, sub = _two_wide(rng, plan, subs)
    rows = []
    for who in plan.people:
        row: list[Any] = [who]
        for day in plan.days:
            code = plan.code(who, day)
            row += [code, (8 if code in plan.tongue.codes else 0 if rng.random() < 0.3 else None) if code else None]
        rows.append(row)
    return Made(
        "duty hours",
        tuple(map(tuple, [[plan.tongue.title], head, sub, *rows])),
        (wanted_of(plan, ("grid",)),),
        merges=_merges(rng, len(plan.days), 2, 1),
        options={"subs": subs, "lang": plan.tongue.locale, "head": head[1:4]},
    )


def day_night(rng: Random) -> Made:
    """Return a grid with two columns a day, one for the day and one for the night, in which a mark is a duty."""
    plan = plan_of(rng, run(start_of(rng), rng.choice((7, 14))))
    subs = rng.choice((("D", "N"), ("Day", "Night"), ("AM", "PM"), ("Tag", "Nacht"), ("M", "T"), ("日", "夜")))
    mark = rng.choice(("x", "X", "1", 1, "✓", "○"))
    head, sub = _two_wide(rng, plan, subs)
    rows, duties = [], set()
    for who in plan.people:
        row: list[Any] = [who]
        for day in plan.days:
            code = plan.code(who, day)
            place = plan.tongue.codes.index(code) if code in plan.tongue.codes else None
            row += [mark if place == 0 else None, mark if place == len(plan.tongue.codes) - 1 else None]
            if place in (0, len(plan.tongue.codes) - 1):
                duties.add((who, day, str(mark)))
        rows.append(row)
    wanted = Wanted(("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days))
    return Made(
        "day night",
        tuple(map(tuple, [[plan.tongue.title], head, sub, *rows])),
        (wanted,),
        merges=_merges(rng, len(plan.days), 2, 1),
        options={"subs": subs, "mark": mark, "lang": plan.tongue.locale},
    )


def two_rows(rng: Random) -> Made:
    """Return a grid with two rows a person: the duty and the hours, planned and actual, or a second duty."""
    plan = plan_of(rng)
    sort = rng.choice(("hours", "actual", "second"))
    _, head = drawn(rng, NUMBERED, plan)
    labels = {
        "hours": rng.choice((("Shift", "Hours"), ("Dienst", "Std."))),
        "actual": rng.choice((("Plan", "Ist"), ("Planned", "Actual"), ("P", "A"))),
        "second": None,
    }[sort]
    width = 2 if labels else 1
    rows: list[list[Any]] = [[*([plan.tongue.words[0], None][:width]), *row] for row in head[:1]]
    rows += [[*[None] * width, *row] for row in head[1:]]
    duties = set()
    for who in plan.people:
        first = [plan.code(who, day) for day in plan.days]
        second: list[Any] = {
            "hours": [8 if code in plan.tongue.codes else None for code in first],
            "actual": [rng.choice(plan.tongue.codes) if code and rng.random() < 0.1 else code for code in first],
            "second": [rng.choice(plan.tongue.codes) if rng.random() < 0.1 else None for _ in first],
        }[sort]
        rows.append([who, *([labels[0]] if labels else []), *first])
        rows.append([None, *([labels[1]] if labels else []), *second])
        duties |= {(who, day, code) for day, code in zip(plan.days, first, strict=True) if code}
        if sort != "hours":
            duties |= {(who, day, code) for day, code in zip(plan.days, second, strict=True) if code}
    wanted = Wanted(
        ("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days), counts=False
    )
    return Made(
        "two rows",
        tuple(map(tuple, [*titled(rng, plan), *rows])),
        (wanted,),
        options={"sort": sort, "labels": labels, "lang": plan.tongue.locale},
    )
