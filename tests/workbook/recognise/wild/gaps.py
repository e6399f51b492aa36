"""Grids and calendars with something between their days: sums of weeks, no weekends, months below each other."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.workbook.recognise.wild.cells import WESTERN
from tests.workbook.recognise.wild.grids import wanted_of
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, YEARLESS, drawn
from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import Plan, monday, month_of, plan_of, run


def weeks_summed(rng: Random) -> Made:
    """Return weeks across with a column between them: hours of the week, a blank or the number of the week."""
    plan = plan_of(rng, run(monday(date(2025, rng.randint(1, 10), 12)), 28))
    name, head = drawn(rng, {**FULL, **NUMBERED} if rng.random() < 0.6 else YEARLESS, plan)
    told = name not in FULL
    between = rng.choice(("hours", "blank", "week"))
    rows: list[list[Any]] = [[f"{plan.tongue.title} {plan.month()}" if told else plan.tongue.title], []]
    for place, each in enumerate(head):
        row: list[Any] = [plan.tongue.words[0] if place == 0 else None]
        for week in range(4):
            row += [
                *each[7 * week : 7 * week + 7],
                {"hours": "Hrs", "blank": None, "week": f"Week {week + 1}"}[between] if place == 0 else None,
            ]
        rows.append(row)
    for who in plan.people:
        row = [who]
        for week in range(4):
            codes = [plan.code(who, day) for day in plan.days[7 * week : 7 * week + 7]]
            row += [*codes, sum(8 for code in codes if code in plan.tongue.codes) if between == "hours" else None]
        rows.append(row)
    wanted = wanted_of(plan, ("grid",), may_ask=name in NUMBERED or "/" in name)
    return Made(
        "weeks summed",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"header": name, "between": between, "lang": plan.tongue.locale},
    )


def working_days(rng: Random) -> Made:
    """Return weeks of Monday to Friday alone."""
    days = tuple(day for day in run(monday(date(2025, rng.randint(1, 10), 12)), 26) if day.weekday() < 5)
    plan = plan_of(rng, days)
    name, head = drawn(rng, FULL, plan)
    rows = [
        [plan.tongue.title],
        *([plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)),
        *([who, *(plan.code(who, day) for day in days)] for who in plan.people),
    ]
    return Made(
        "working days",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"header": name, "lang": plan.tongue.locale},
    )


def mondays_dated(rng: Random) -> Made:
    """Return weekdays under the dates of their Mondays, which stand over merged cells."""
    plan = plan_of(rng, run(monday(date(2025, rng.randint(1, 10), 12)), 7 * rng.choice((1, 2, 4))))
    form = rng.choice(("EEE", "EEEE", "EEEEE"))
    said = rng.choice(
        (
            lambda day: datetime.combine(day, time()),
            lambda day: f"W/C {day:%d/%m/%Y}",
            lambda day: f"{day:%d.%m.%Y}",
            lambda day: f"Week of {day.day} {day:%b} {day.year}",
        )
    )
    over: list[Any] = [None]
    for week in range(len(plan.days) // 7):
        over += [said(plan.days[7 * week]), *[None] * 6]
    rows = [
        [plan.tongue.title],
        over,
        [plan.tongue.words[0], *(plan.said(day, form) for day in plan.days)],
        *([who, *(plan.code(who, day) for day in plan.days)] for who in plan.people),
    ]
    merges = tuple(((1, 1 + 7 * week), (1, 7 + 7 * week)) for week in range(len(plan.days) // 7))
    return Made(
        "mondays dated",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",), may_ask=len(plan.days) < 0),),
        merges=merges,
        options={"form": form, "over": over[1], "lang": plan.tongue.locale},
    )


def months_below(rng: Random) -> Made:
    """Return three months below each other on one sheet, each under its own title."""
    first = plan_of(rng, month_of(date(2025, rng.randint(1, 9), 1)))
    plans = [first]
    for _ in range(rng.choice((1, 2))):
        plan = plan_of(rng, month_of(plans[-1].days[-1] + timedelta(days=1)), first.tongue)
        plans.append(
            Plan(
                plan.tongue,
                first.people,
                plan.days,
                {(who, day): code for (who, day), code in plan.duties.items() if who in first.people},
                plan.off,
            )
        )
    rows: list[list[Any]] = []
    for plan in plans:
        rows += [
            [plan.month()],
            *(
                [plan.tongue.words[0] if place == 0 else None, *row]
                for place, row in enumerate(
                    drawn(rng, {"1, weekday": NUMBERED["1, weekday"], "1": NUMBERED["1"]}, plan)[1]
                )
            ),
        ]
        rows += [
            [who, *(plan.code(who, day) for day in plan.days)]
            for who in plan.people
            if any(plan.code(who, day) for day in plan.days)
        ]
        rows.append([])
    duties = frozenset((who, day, code) for plan in plans for (who, day), code in plan.duties.items())
    wanted = Wanted(
        ("grid",), duties, None, plans[0].days[0], plans[-1].days[-1], sum(len(plan.days) for plan in plans)
    )
    return Made(
        "months below",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"lang": first.tongue.locale, "months": [plan.month() for plan in plans]},
    )


def calendars(rng: Random) -> Made:
    """Return a calendar with dates for numbers, weeks numbered in front, or lines for each shift named in front."""
    plan = plan_of(rng, month_of(date(rng.choice((2024, 2025)), rng.randint(1, 12), 1)))
    while plan.tongue.locale not in WESTERN or "," in plan.people[0]:
        plan = plan_of(rng, plan.days)
    style = rng.choice(("dates", "week numbers", "lines in front", "one cell", "number behind"))
    start = monday(plan.first)
    front = style in ("week numbers", "lines in front")
    head = [plan.said(start + timedelta(days=step), "EEEE") for step in range(7)]
    rows: list[list[Any]] = [[plan.month()], [*([None] if front else []), *head]]
    shifts = (("Day", plan.tongue.codes[0]), ("Night", plan.tongue.codes[-1]))
    duties, week = set(), start
    while week <= plan.days[-1]:
        days = [day if (day := week + timedelta(days=step)).month == plan.first.month else None for step in range(7)]
        on = {
            (day, name): [who for who in plan.people if plan.code(who, day) == code][:2]
            for day in days
            if day
            for name, code in shifts
        }
        one = {day: on[day, "Day"] for day in days if day}
        if style == "dates":
            rows += [
                [datetime.combine(day, time()) if day else None for day in days],
                [" / ".join(one[day]) if day else None for day in days],
            ]
        elif style == "week numbers":
            rows += [
                [week.isocalendar().week, *(day.day if day else None for day in days)],
                [None, *(", ".join(one[day]) if day else None for day in days)],
            ]
        elif style == "lines in front":
            rows.append([None, *(day.day if day else None for day in days)])
            rows += [[name, *(", ".join(on[day, name]) if day else None for day in days)] for name, _ in shifts]
        elif style == "one cell":
            rows.append(["\n".join((str(day.day), *one[day])) if day else None for day in days])
        else:
            rows += [
                [f"{day:%d/%m}" if day else None for day in days],
                [" & ".join(one[day]) if day else None for day in days],
            ]
        duties |= {
            (who, day, name if style == "lines in front" else "on call")
            for (day, name), each in on.items()
            if style == "lines in front" or name == "Day"
            for who in each
        }
        week += timedelta(days=7)
    wanted = Wanted(("calendar",), frozenset(duties), None, plan.days[0], plan.days[-1], len(plan.days), counts=False)
    return Made(
        "calendars",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"style": style, "lang": plan.tongue.locale, "month": plan.month()},
    )


def turned_more(rng: Random) -> Made:
    """Return days down and people across, with columns of totals, notes, weekdays and names in two rows."""
    plan = plan_of(rng)
    name, head = drawn(rng, {**FULL, "1, weekday": NUMBERED["1, weekday"], "weekday, 1": NUMBERED["weekday, 1"]}, plan)
    total = plan.tongue.words[2]
    more = rng.choice(
        (
            ([], lambda day: []),
            ([total], lambda day: [sum(1 for who in plan.people if plan.code(who, day) in plan.tongue.codes)]),
            (["Notes"], lambda day: ["Training 14:00" if day.day == 12 else None]),
        )
    )
    rows = [[plan.month()], ["Date", *[None] * (len(head) - 1), *plan.people, *more[0]]]
    rows += [
        [*(each[place] for each in head), *(plan.code(who, day) for who in plan.people), *more[1](day)]
        for place, day in enumerate(plan.days)
    ]
    return Made(
        "turned more",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("transposed",), may_ask="/" in name),),
        options={"header": name, "more": more[0], "lang": plan.tongue.locale},
    )


def spaced_out(rng: Random) -> Made:
    """Return a grid far from the corner, with blank rows between the people and a blank column behind the names."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    left, gap = rng.randint(1, 5), rng.choice((0, 1, 2))
    rows: list[list[Any]] = [[] for _ in range(rng.randint(0, 8))]
    rows += [[None] * left + [f"{plan.tongue.title} {plan.month()}"], []]
    rows += [
        [None] * left + [plan.tongue.words[0] if place == 0 else None, *[None] * gap, *row]
        for place, row in enumerate(head)
    ]
    every = rng.random() < 0.5
    for who in plan.people:
        rows.append([None] * left + [who, *[None] * gap, *(plan.code(who, day) for day in plan.days)])
        if every:
            rows.append([])
    text = rng.random() < 0.3
    return Made(
        "spaced out",
        as_csv(rows) if text else tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        None if text else "Sheet1",
        options={"header": name, "left": left, "gap": gap, "every": every, "lang": plan.tongue.locale},
    )


def groups_summed(rng: Random) -> Made:
    """Return groups of people under headings, each with its own sums and needs, and vacancies and agency staff."""
    plan = plan_of(rng)
    name, head = drawn(rng, NUMBERED, plan)
    _, _, total, need = plan.tongue.words
    rows: list[list[Any]] = [
        [f"{plan.tongue.title} {plan.month()}"],
        *([plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)),
    ]
    half = len(plan.people) // 2
    for heading, people in (("Registered", plan.people[:half]), ("Support", plan.people[half:])):
        rows.append([heading])
        rows += [[who, *(plan.code(who, day) for day in plan.days)] for who in people]
        if rng.random() < 0.5:
            rows.append(
                [
                    rng.choice(("Vacant", "VACANCY 1", "Vacant post")),
                    *(plan.tongue.codes[0] if day.day % 3 == 0 else None for day in plan.days),
                ]
            )
        rows.append(
            [total, *(sum(1 for who in people if plan.code(who, day) in plan.tongue.codes) for day in plan.days)]
        )
        if rng.random() < 0.5:
            rows.append([need, *(2 for _ in plan.days)])
            rows.append([rng.choice(("Difference", "+/-", "Variance")), *(rng.randint(-1, 1) for _ in plan.days)])
    return Made(
        "groups summed",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"header": name, "lang": plan.tongue.locale},
    )
