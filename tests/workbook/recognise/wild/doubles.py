"""Grids in which a day has two columns, or a person two rows; turned grids, blocks below and beside each other."""

from datetime import datetime, time
from random import Random
from typing import Any

from tests.workbook.recognise.wild.grids import numbered_of, said_of, wanted_of
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, drawn
from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import Plan, month_of, plan_of, run, monday
from datetime import date

HOURS = {0: ("07:00", "15:00"), 1: ("15:00", "23:00"), 2: ("23:00", "07:00")}


def _start(rng: Random) -> date:
    return monday(date(rng.choice((2024, 2025, 2026)), rng.randint(1, 11), rng.randint(1, 28)))


def _title(rng: Random, plan: Plan) -> list[list[Any]]:
    return [[f"{plan.tongue.title} {plan.month()}"], *([[]] if rng.random() < 0.5 else [])]


def in_out(rng: Random) -> Made:
    """Return a grid with two columns a day: when somebody comes and goes."""
    plan = plan_of(rng, run(_start(rng), rng.choice((7, 7, 14))))
    subs = rng.choice((("In", "Out"), ("Start", "End"), ("Von", "Bis"), ("from", "to"), ("Entrada", "Salida"), ("Début", "Fin")))
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
    wanted = Wanted(("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days), counts=False)
    return Made("in out", tuple(map(tuple, [[plan.tongue.title], [], head, sub, *rows])), (wanted,), merges=merges,
                options={"subs": subs, "style": style, "lang": plan.tongue.locale, "head": head[1:4]})  # fmt: skip


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
    plan = plan_of(rng, run(_start(rng), rng.choice((7, 14, 28))))
    subs = rng.choice((("Shift", "Hrs"), ("Duty", "Hours"), ("Dienst", "Std"), ("Turno", "Horas"), ("勤務", "時間")))
    head, sub = _two_wide(rng, plan, subs)
    rows = []
    for who in plan.people:
        row: list[Any] = [who]
        for day in plan.days:
            code = plan.code(who, day)
            row += [code, (8 if code in plan.tongue.codes else 0 if rng.random() < 0.3 else None) if code else None]
        rows.append(row)
    return Made("duty hours", tuple(map(tuple, [[plan.tongue.title], head, sub, *rows])), (wanted_of(plan, ("grid",)),),
                merges=_merges(rng, len(plan.days), 2, 1), options={"subs": subs, "lang": plan.tongue.locale, "head": head[1:4]})  # fmt: skip


def day_night(rng: Random) -> Made:
    """Return a grid with two columns a day, one for the day and one for the night, in which a mark is a duty."""
    plan = plan_of(rng, run(_start(rng), rng.choice((7, 14))))
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
    return Made("day night", tuple(map(tuple, [[plan.tongue.title], head, sub, *rows])), (wanted,),
                merges=_merges(rng, len(plan.days), 2, 1), options={"subs": subs, "mark": mark, "lang": plan.tongue.locale})  # fmt: skip


def two_rows(rng: Random) -> Made:
    """Return a grid with two rows a person: the duty and the hours, planned and actual, or a second duty."""
    plan = plan_of(rng)
    sort = rng.choice(("hours", "actual", "second"))
    _, head = drawn(rng, NUMBERED, plan)
    labels = {"hours": rng.choice((("Shift", "Hours"), ("Dienst", "Std."))), "actual": rng.choice((("Plan", "Ist"), ("Planned", "Actual"), ("P", "A"))), "second": None}[sort]
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
    wanted = Wanted(("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days), counts=False)
    return Made("two rows", tuple(map(tuple, [*_title(rng, plan), *rows])), (wanted,), options={"sort": sort, "labels": labels, "lang": plan.tongue.locale})


def turned_grid(rng: Random) -> Made:
    """Return days down and people across."""
    plan = plan_of(rng)
    name, head = drawn(rng, {**FULL, **NUMBERED}, plan)
    corner = rng.choice(("", "Date", "Datum", "Day"))
    rows: list[list[Any]] = [[*([corner] + [None] * (len(head) - 1)), *plan.people]]
    rows += [[*(row[place] for row in head), *(plan.code(who, day) for who in plan.people)] for place, day in enumerate(plan.days)]
    if rng.random() < 0.4:
        rows.append([plan.tongue.words[2], *[None] * (len(head) - 1), *(sum(1 for day in plan.days if plan.code(who, day)) for who in plan.people)])
    rows = [*_title(rng, plan), *rows]
    text = rng.random() < 0.3
    return Made("turned", as_csv(rows) if text else tuple(map(tuple, rows)), (wanted_of(plan, ("transposed",), may_ask="/" in name),), None if text else "Sheet1",
                options={"header": name, "corner": corner, "lang": plan.tongue.locale})  # fmt: skip


def stacked(rng: Random) -> Made:
    """Return weeks below each other, the same people again in each."""
    weeks = rng.choice((2, 3, 4, 5))
    plan = plan_of(rng, run(_start(rng), 7 * weeks))
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
    return Made("stacked", tuple(map(tuple, rows)), (wanted_of(plan, ("grid",), dated),), options={"header": heads, "weeks": weeks, "lang": plan.tongue.locale})


def stacked_people(rng: Random) -> Made:
    """Return groups of people below each other, each under the same days again."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    half = len(plan.people) // 2
    rows = _title(rng, plan)
    for group, people in enumerate((plan.people[:half], plan.people[half:])):
        rows.append([rng.choice(("Days", "Nights", "RNs", "Team 1"))] if group == 0 else [rng.choice(("HCA", "Team 2", "Nights staff"))])
        rows += [[plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)]
        rows += [[who, *(plan.code(who, day) for day in plan.days)] for who in people]
        rows.append([])
    return Made("stacked people", tuple(map(tuple, rows)), (wanted_of(plan, ("grid",)),), options={"header": name, "lang": plan.tongue.locale})


def side_by_side(rng: Random) -> Made:
    """Return two weeks or two groups beside each other, each with its own names."""
    weeks = rng.random() < 0.6
    gap = rng.choice((0, 1, 2))
    if weeks:
        plan = plan_of(rng, run(_start(rng), 14))
        sides = [(plan.people, plan.days[:7]), (plan.people, plan.days[7:])]
        wanted = (wanted_of(plan, ("grid",)),)
    else:
        plan = plan_of(rng, run(_start(rng), 7))
        half = len(plan.people) // 2
        sides = [(plan.people[:half], plan.days), (plan.people[half:], plan.days)]
        wanted = tuple(wanted_of(_only(plan, people), ("grid",)) for people, _ in sides)
    _, heads = drawn(rng, FULL, plan)
    at = {day: [row[place] for row in heads] for place, day in enumerate(plan.days)}
    rows: list[list[Any]] = [[] for _ in range(len(heads) + max(len(people) for people, _ in sides))]
    for people, days in sides:
        for place in range(len(heads)):
            rows[place] += [plan.tongue.words[0] if place == 0 else None, *(at[day][place] for day in days), *[None] * gap]
        for place in range(len(rows) - len(heads)):
            who = people[place] if place < len(people) else None
            rows[len(heads) + place] += [who, *(plan.code(who, day) if who else None for day in days), *[None] * gap]
    return Made("side by side", tuple(map(tuple, [[plan.tongue.title], [], *rows])), wanted, options={"weeks": weeks, "gap": gap, "lang": plan.tongue.locale})


def _only(plan: Plan, people: tuple[str, ...]) -> Plan:
    return Plan(plan.tongue, people, plan.days, {key: code for key, code in plan.duties.items() if key[0] in people}, plan.off)


def legend_beside(rng: Random) -> Made:
    """Return a grid with its legend to the right, in two, three or four columns."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    starts = ("07:00", "14:00", "22:00") if len(plan.tongue.codes) == 3 else ("07:00", "19:00")
    ends = (*starts[1:], starts[0])
    times = tuple((code, f"{a}-{b}") for code, a, b in zip(plan.tongue.codes, starts, ends, strict=True))
    sort = rng.choice(("window", "from to", "named", "written", "times"))
    legend: list[list[Any]] = [[rng.choice(("Legend", "Key", "Shift codes"))]] if rng.random() < 0.7 else [["Code", "Name", "Time"]]
    for code, a, b in zip(plan.tongue.codes, starts, ends, strict=True):
        legend.append({"window": [code, f"{a}-{b}"], "from to": [code, a, b], "named": [code, "Some shift", f"{a} - {b}"], "written": [f"{code} = Shift {a}-{b}"],
                       "times": [code, time.fromisoformat(a), time.fromisoformat(b)]}[sort])  # fmt: skip
    rows = [[plan.tongue.words[0], *head[0]], *[[None, *row] for row in head[1:]], *([who, *(plan.code(who, day) for day in plan.days)] for who in plan.people)]
    begin = rng.choice((0, len(head)))
    for place, line in enumerate(legend):
        if begin + place < len(rows):
            rows[begin + place] = [*rows[begin + place], None, *line]
        else:
            rows.append([*[None] * (len(plan.days) + 2), *line])
    return Made("legend beside", tuple(map(tuple, [*_title(rng, plan), *rows])), (wanted_of(plan, ("grid",), times=times),), options={"header": name, "sort": sort, "begin": begin, "lang": plan.tongue.locale})


def merged_leave(rng: Random) -> Made:
    """Return a grid in which leave is written once over merged cells."""
    plan = plan_of(rng)
    _, head = drawn(rng, NUMBERED, plan)
    rows = [*_title(rng, plan), [plan.tongue.words[0], *head[0]], *[[None, *row] for row in head[1:]]]
    merges, duties = [], set(said_of(plan))
    for who in plan.people:
        begin, long = rng.randrange(len(plan.days) - 5), rng.randint(3, 5)
        codes = [plan.code(who, day) for day in plan.days]
        duties -= {(who, day, plan.code(who, day)) for day in plan.days[begin : begin + long]}
        codes[begin : begin + long] = ["Annual leave", *[None] * (long - 1)]
        duties.add((who, plan.days[begin], "Annual leave"))
        merges.append(((len(rows), 1 + begin), (len(rows), begin + long)))
        rows.append([who, *codes])
    wanted = Wanted(("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], len(plan.days))
    return Made("merged leave", tuple(map(tuple, rows)), (wanted,), merges=tuple(merges), options={"lang": plan.tongue.locale})


def sheet_a_week(rng: Random) -> Made:
    """Return a sheet a week, with the same people, or a sheet a month."""
    start = _start(rng)
    plan = plan_of(rng, run(start, 21))
    _, head = drawn(rng, FULL, plan)
    sheets, wanted = [], []
    for week in range(3):
        days = plan.days[7 * week : 7 * week + 7]
        part = Plan(plan.tongue, plan.people, days, {key: code for key, code in plan.duties.items() if key[1] in days}, plan.off)
        rows = [[plan.tongue.words[0] if place == 0 else None, *row[7 * week : 7 * week + 7]] for place, row in enumerate(head)]
        rows += [[who, *(plan.code(who, day) for day in days)] for who in plan.people]
        sheets.append((f"Week {week + 1}", tuple(map(tuple, rows))))
        wanted.append(wanted_of(part, ("grid",)))
    return Made("sheet a week", sheets[0][1], tuple(wanted), sheets[0][0], more=tuple(sheets[1:]), options={"lang": plan.tongue.locale})


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
    return Made("month sheets", sheets[0][1], tuple(wanted), sheets[0][0], f"Rota {year}.xlsx", more=tuple(sheets[1:]), options={"titles": [title for title, _ in sheets]})
