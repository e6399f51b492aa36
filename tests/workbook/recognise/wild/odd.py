"""Rosters as programs and habits make them: people by number, codes as times, days in odd words."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.workbook.recognise.wild.grids import wanted_of
from tests.workbook.recognise.wild.headers import FULL, NUMBERED, drawn
from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import Plan, monday, plan_of, run

CALLED: dict[str, Callable[[int, str], Any]] = {
    "N1": lambda number, who: f"N{number}",
    "Nurse 1": lambda number, who: f"Nurse {number}",
    "nurse_1": lambda number, who: f"nurse_{number}",
    "letter": lambda number, who: "ABCDEFGHIJKLMNOP"[number - 1],
    "initials": lambda number, who: "".join(part[0] for part in who.replace(",", "").split()[:2]).upper() + str(number),
    "caps": lambda number, who: who.upper(),
    "with role": lambda number, who: f"{who} (RN)",
    "titled": lambda number, who: f"RN {who.replace(',', '')}",
    "staff no": lambda number, who: 10400 + number,
    "first": lambda number, who: f"{who.split()[0].strip(',')}{'' if number < 3 else ' ' + str(number)}",
    "E-01": lambda number, who: f"E-{number:02d}",
    "short": lambda number, who: f"{who[0]}. {who.split()[-1]}",
}
CODED: dict[str, tuple[str, ...]] = {
    "numbers": ("1", "2", "3"),
    "hours": ("12", "8", "10"),
    "times": ("07:00-15:00", "15:00-23:00", "23:00-07:00"),
    "short times": ("7-15", "15-23", "23-7"),
    "military": ("0700-1500", "1500-2300", "2300-0700"),
    "am pm": ("7a-3p", "3p-11p", "11p-7a"),
    "long": ("Day", "Evening", "Night"),
    "kronos": ("6T14Q", "14T22Q", "18T6Q"),
    "lines": ("07:00\n15:00", "15:00\n23:00", "23:00\n07:00"),
    "with unit": ("D/ICU", "E/ICU", "N/ICU"),
    "12": ("D12", "N12", "E8"),
    "spaced": ("7:00 AM - 3:00 PM", "3:00 PM - 11:00 PM", "11:00 PM - 7:00 AM"),
}


def _recalled(plan: Plan, call: Callable[[int, str], Any]) -> tuple[Plan, dict[str, Any]]:
    """Return a plan in which people are called otherwise, and what is written for each."""
    written = {who: call(number, who) for number, who in enumerate(plan.people, 1)}
    names = {who: str(value) for who, value in written.items()}
    duties = {(names[who], day): code for (who, day), code in plan.duties.items()}
    return Plan(plan.tongue, tuple(names.values()), plan.days, duties, plan.off), {
        names[who]: value for who, value in written.items()
    }


def _recoded(plan: Plan, codes: tuple[str, ...]) -> Plan:
    new = dict(zip(plan.tongue.codes, codes, strict=False))
    return Plan(
        plan.tongue, plan.people, plan.days, {key: new.get(code, code) for key, code in plan.duties.items()}, plan.off
    )


def called_otherwise(rng: Random) -> Made:
    """Return a grid whose people are numbers, letters, initials or names with a role."""
    how = rng.choice([*CALLED])
    plan, written = _recalled(plan_of(rng), CALLED[how])
    name, head = drawn(rng, NUMBERED, plan)
    title = rng.choice(("Nurse", "Staff", "Name", "Employee", ""))
    rows = [
        [f"Roster {plan.month()}"],
        [],
        *([title if place == 0 else None, *row] for place, row in enumerate(head)),
        *([written[who], *(plan.code(who, day) for day in plan.days)] for who in plan.people),
    ]
    return Made(
        "called",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"how": how, "title": title, "header": name, "lang": plan.tongue.locale},
    )


def coded_otherwise(rng: Random) -> Made:
    """Return a grid whose codes are numbers, times or long words."""
    how = rng.choice([*CODED])
    plan = plan_of(rng)
    plan = _recoded(plan, CODED[how])
    name, head = drawn(rng, NUMBERED, plan)
    typed = how in ("numbers", "hours") and rng.random() < 0.7
    rows = [
        [f"Roster {plan.month()}"],
        [],
        *([plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)),
    ]
    for who in plan.people:
        rows.append(
            [
                who,
                *(
                    int(code) if typed and code and code.isdigit() else code
                    for code in (plan.code(who, day) for day in plan.days)
                ),
            ]
        )
    if rng.random() < 0.4:
        rows += [[], [plan.tongue.words[2], *(len(plan.people) - 2 for _ in plan.days)]]
    return Made(
        "coded",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"how": how, "typed": typed, "header": name, "lang": plan.tongue.locale},
    )


def export(rng: Random) -> Made:
    """Return an export as of a payroll system: lines of facts above, days in the eighth row, jobs between."""
    plan = plan_of(rng, run(date(2025, rng.randint(1, 10), 5), 28))
    _, head = drawn(rng, FULL, plan)
    rows: list[list[Any]] = [
        ["Schedule Planner"],
        ["Query:", "Previously Selected Location(s)"],
        ["Time Period:", f"{plan.days[0]:%m/%d/%Y} - {plan.days[-1]:%m/%d/%Y}"],
        ["Executed on:", "2/03/2025 10:41AM"],
        [],
        ["Location: 4 West"],
        [],
    ]
    width = rng.choice((1, 4, 6))
    rows += [
        [*(["Name", "ID", "Hire", "Sen", "FTE", "Job"][:width] if place == 0 else [None] * width), *row]
        for place, row in enumerate(head)
    ]
    for number, who in enumerate(plan.people):
        rows.append(
            [
                *([who, 7000 + number, datetime(2015, 1, 1), number, 0.9, rng.choice(("RN (AM)", "RN (PM)"))][:width]),
                *(plan.code(who, day) for day in plan.days),
            ]
        )
    return Made(
        "export",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("grid",)),),
        options={"width": width, "head": [row[0] for row in head], "lang": plan.tongue.locale},
    )


def three_slots(rng: Random) -> Made:
    """Return three columns a day, one for each shift, with a mark where somebody works."""
    plan = plan_of(rng, run(monday(date(2025, rng.randint(1, 11), 12)), 7))
    subs = rng.choice(
        (("M", "T", "N"), ("AM", "PM", "N"), ("D", "E", "N"), ("Früh", "Spät", "Nacht"), ("早", "中", "晚"))
    )
    name, head = drawn(rng, FULL, plan)
    first: list[Any] = [plan.tongue.words[0]]
    for day in head[0 if name == "dates, weekday" else -1]:
        first += [day, None, None]
    mark = rng.choice(("x", "X", 1, "●"))
    rows, duties = [], set()
    for who in plan.people:
        row: list[Any] = [who]
        for day in plan.days:
            code = plan.code(who, day)
            place = plan.tongue.codes.index(code) if code in plan.tongue.codes else None
            row += [mark if place == slot else None for slot in range(3)]
            if place is not None:
                duties.add((who, day, str(mark)))
        rows.append(row)
    merges = tuple(((0, 1 + 3 * day), (0, 3 + 3 * day)) for day in range(7)) if rng.random() < 0.5 else ()
    wanted = Wanted(("grid",), frozenset(duties), plan.people, plan.days[0], plan.days[-1], 7)
    return Made(
        "three slots",
        tuple(map(tuple, [first, [None, *subs * 7], *rows])),
        (wanted,),
        merges=merges,
        options={"subs": subs, "mark": mark, "head": first[1], "lang": plan.tongue.locale},
    )


def timed_list(rng: Random) -> Made:
    """Return a list whose rows say from when to when, with the dates in these, as calendars export them."""
    plan = plan_of(rng, run(date(2025, rng.randint(1, 11), 20), 21))
    style = rng.choice(("T", "blank", "datetime", "m/d"))
    hours = {0: (7, 15), 1: (15, 23), 2: (23, 31)}
    titles = rng.choice(
        (
            ("Employee", "Start", "End", "Shift"),
            ("Name", "Shift", "Start Time", "End Time"),
            ("Start Date", "End Date", "Name", "Shift"),
            ("Nurse", "Position", "Starts", "Ends"),
        )
    )
    rows, duties = [[*titles]], set()
    for (who, day), code in sorted(plan.duties.items(), key=lambda each: (each[0][1], each[0][0])):
        if code not in plan.tongue.codes:
            continue
        begin, end = (
            datetime.combine(day, time()) + timedelta(hours=hour) for hour in hours[plan.tongue.codes.index(code)]
        )
        said = {
            "T": lambda at: at.isoformat(),
            "blank": lambda at: f"{at:%Y-%m-%d %H:%M}",
            "datetime": lambda at: at,
            "m/d": lambda at: f"{at:%m/%d/%Y %H:%M}",
        }[style]
        values = {"Employee": who, "Name": who, "Nurse": who, "Shift": code, "Position": code}
        rows.append([values.get(title, said(begin) if title.startswith("Start") else said(end)) for title in titles])
        duties.add((who, day, code))
    days = [day for _, day, _ in duties]
    wanted = Wanted(("list",), frozenset(duties), None, min(days), max(days), may_ask=style == "m/d")
    return Made(
        "timed list",
        as_csv(rows) if style != "datetime" else tuple(map(tuple, rows)),
        (wanted,),
        None,
        "shifts_export.csv",
        options={"style": style, "titles": titles, "lang": plan.tongue.locale},
    )


def pattern(rng: Random) -> Made:
    """Return weeks without dates: "Week 1 Mon", "D1", "Mon_AM", "Day 1"."""
    weeks = rng.choice((1, 2, 4))
    plan = plan_of(rng, run(date(2025, 3, 3), 7 * weeks))
    heads = rng.choice(("week day", "D1", "wk/day", "day", "w1d1"))
    said = {
        "week day": lambda place, day: f"Week {place // 7 + 1} {day:%a}",
        "D1": lambda place, day: f"D{place + 1}",
        "wk/day": lambda place, day: f"{day:%a} W{place // 7 + 1}",
        "day": lambda place, day: f"Day{place + 1}",
        "w1d1": lambda place, day: f"W{place // 7 + 1}-{day:%a}",
    }[heads]
    rows = [
        ["Name", *(said(place, day) for place, day in enumerate(plan.days))],
        *([who, *(plan.code(who, day) for day in plan.days)] for who in plan.people),
    ]
    return Made(
        "pattern",
        as_csv(rows),
        (wanted_of(plan, ("grid",), dated=False),),
        None,
        "pattern.csv",
        options={"heads": heads, "weeks": weeks, "lang": plan.tongue.locale},
    )


def several_a_shift(rng: Random) -> Made:
    """Return days down, several columns a shift: "Night 1", "Night 2", or the shift once over both."""
    plan = plan_of(rng)
    while plan.tongue.locale not in ("en", "es", "pl", "nl") or "," in plan.people[0]:
        plan = plan_of(rng)
    _, head = drawn(rng, FULL, plan)
    numbered = rng.random() < 0.5
    names = ("Day", "Night")
    pad = [None] * (len(head) - 1)
    rows: list[list[Any]] = [
        ["Date", *pad, *(f"{name} {n}" if numbered else (name if n == 1 else None) for name in names for n in (1, 2))]
    ]
    duties = set()
    for number, day in enumerate(plan.days):
        row = [each[number] for each in head]
        for name, code in zip(names, (plan.tongue.codes[0], plan.tongue.codes[-1]), strict=True):
            on = [who for who in plan.people if plan.code(who, day) == code][:2]
            row += [*on, None, None][:2]
            duties |= {(who, day, f"{name} {place + 1}" if numbered else name) for place, who in enumerate(on)}
        rows.append(row)
    wanted = Wanted(
        ("transposed", "grid", "calendar"),
        frozenset(duties),
        None,
        plan.days[0],
        plan.days[-1],
        len(plan.days),
        counts=False,
    )
    return Made(
        "several a shift",
        tuple(map(tuple, rows)),
        (wanted,),
        options={"numbered": numbered, "lang": plan.tongue.locale, "days": [row[0] for row in head]},
    )


def posts(rng: Random) -> Made:
    """Return a week across and posts down with a name in each cell: the shift over its posts, or in a column before."""
    plan = plan_of(rng, run(monday(date(2025, rng.randint(1, 11), 12)), 7))
    while plan.tongue.locale not in ("en", "es", "pl", "nl", "de", "it", "fr") or "," in plan.people[0]:
        plan = plan_of(rng, plan.days)
    _, head = drawn(rng, FULL, plan)
    rows: list[list[Any]] = [
        ["Shift" if place == 0 else None, "Post" if place == 0 else None, *row] for place, row in enumerate(head)
    ]
    duties = set()
    for shift, code in (("Day", plan.tongue.codes[0]), ("Night", plan.tongue.codes[-1])):
        for line, post in enumerate(("Charge", "Nurse")):
            on = {day: [who for who in plan.people if plan.code(who, day) == code] for day in plan.days}
            picked = {day: [*each, None, None][line] for day, each in on.items()}
            rows.append([shift if line == 0 else None, post, *picked.values()])
            duties |= {(who, day) for day, who in picked.items() if who}
    wanted = Wanted(
        ("grid", "calendar"),
        frozenset(),
        tuple({who for who, _ in duties}),
        plan.days[0],
        plan.days[-1],
        7,
        counts=False,
    )
    return Made("posts", tuple(map(tuple, rows)), (wanted,), options={"lang": plan.tongue.locale})


def wish_grid(rng: Random) -> Made:
    """Return a month of wishes: few cells, on a sheet that is named for them."""
    plan = plan_of(rng)
    duties = {key: rng.choice(("X", "V", "N", "D")) for key in plan.duties if rng.random() < 0.12}
    plan = Plan(plan.tongue, plan.people, plan.days, duties, "")
    _, head = drawn(rng, NUMBERED, plan)
    rows = [
        [f"{plan.month()}"],
        *([plan.tongue.words[0] if place == 0 else None, *row] for place, row in enumerate(head)),
        *([who, *(plan.code(who, day) for day in plan.days)] for who in plan.people),
    ]
    title = rng.choice(("Requests", "Wishes", "Wunschplan", "Leave requests", "希望", "Solicitudes", "Prośby"))
    return Made(
        "wish grid",
        tuple(map(tuple, rows)),
        (wanted_of(plan, ("requests",), counts=False),),
        title,
        options={"title": title, "lang": plan.tongue.locale},
    )
