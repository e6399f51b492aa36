"""Grids with a legend beside them, and with leave written over merged cells."""

from datetime import time
from random import Random
from typing import Any

from tests.workbook.recognise.wild.doubles import titled
from tests.workbook.recognise.wild.grids import said_of, wanted_of
from tests.workbook.recognise.wild.headers import NUMBERED, drawn
from tests.workbook.recognise.wild.made import Made, Wanted
from tests.workbook.recognise.wild.plan import plan_of


def legend_beside(rng: Random) -> Made:
    """Return a grid with its legend to the right, in two, three or four columns."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    starts = ("07:00", "14:00", "22:00") if len(plan.tongue.codes) == 3 else ("07:00", "19:00")
    ends = (*starts[1:], starts[0])
    times = tuple((code, f"{a}-{b}") for code, a, b in zip(plan.tongue.codes, starts, ends, strict=True))
    sort = rng.choice(("window", "from to", "named", "written", "times"))
    legend: list[list[Any]] = (
        [[rng.choice(("Legend", "Key", "Shift codes"))]] if rng.random() < 0.7 else [["Code", "Name", "Time"]]
    )
    for code, a, b in zip(plan.tongue.codes, starts, ends, strict=True):
        legend.append(
            {
                "window": [code, f"{a}-{b}"],
                "from to": [code, a, b],
                "named": [code, "Some shift", f"{a} - {b}"],
                "written": [f"{code} = Shift {a}-{b}"],
                "times": [code, time.fromisoformat(a), time.fromisoformat(b)],
            }[sort]
        )
    rows = [
        [plan.tongue.words[0], *head[0]],
        *[[None, *row] for row in head[1:]],
        *([who, *(plan.code(who, day) for day in plan.days)] for who in plan.people),
    ]
    begin = rng.choice((0, len(head)))
    for place, line in enumerate(legend):
        if begin + place < len(rows):
            rows[begin + place] = [*rows[begin + place], None, *line]
        else:
            rows.append([*[None] * (len(plan.days) + 2), *line])
    return Made(
        "legend beside",
        tuple(map(tuple, [*titled(rng, plan), *rows])),
        (wanted_of(plan, ("grid",), times=times),),
        options={"header": name, "sort": sort, "begin": begin, "lang": plan.tongue.locale},
    )


def merged_leave(rng: Random) -> Made:
    """Return a grid in which leave is written once over merged cells."""
    plan = plan_of(rng)
    _, head = drawn(rng, NUMBERED, plan)
    rows = [*titled(rng, plan), [plan.tongue.words[0], *head[0]], *[[None, *row] for row in head[1:]]]
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
    return Made(
        "merged leave", tuple(map(tuple, rows)), (wanted,), merges=tuple(merges), options={"lang": plan.tongue.locale}
    )
