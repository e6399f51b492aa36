"""What stands around a grid: titles over it, columns before and behind it, rows between and below."""

from collections import Counter
from random import Random
from typing import Any

from tests.workbook.recognise.wild.plan import Plan

SIGNED = {
    "en": ("Prepared by: ____________", "Please speak to the ward manager about swaps."),
    "de": ("Erstellt: Stationsleitung", "Änderungen vorbehalten"),
    "fr": ("Signature du cadre :", "Bonne lecture"),
    "es": ("Elaborado por: Supervisora", "Firma"),
    "pl": ("Sporządziła: Oddziałowa", "Zatwierdził: Dyrektor"),
    "ja": ("作成 師長", "備考"),
    "zh": ("制表 护士长",),
    "ko": ("작성자 수간호사",),
    "th": ("หมายเหตุ",),
    "nl": ("Opgesteld door: teamleider",),
    "it": ("Firma coordinatore",),
    "pt": ("Elaborado por: chefia",),
    "sv": ("Upprättad av: chefen",),
    "cs": ("Vypracovala: vrchní sestra",),
}


def titles(rng: Random, plan: Plan, told: bool) -> tuple[list[list[Any]], str | None, str]:
    """Return rows over a grid, the sheet's name and the file's; the month is told in one of them where it must be."""
    month, name = plan.month(), plan.tongue.title
    place = rng.choice(("title", "pieces", "sheet", "file", "cell")) if told else "nowhere"
    rows: list[list[Any]] = {
        "title": [[f"{name} {rng.choice(('', '- ', '– '))}{month}"]],
        "pieces": [[name, None, None, plan.said(plan.first, "LLLL"), None, plan.first.year]],
        "cell": [[name], [None, month]],
    }.get(place, [[name]] if rng.random() < 0.6 else [])
    rows = [*rows, *([[]] if rng.random() < 0.4 else [])]
    if rng.random() < 0.2:
        rows = [["St Anne's Hospital"], *rows]
    sheet = month if place == "sheet" else rng.choice(("Sheet1", "Roster", "Tabelle1"))
    file = (
        f"rota_{plan.first:%Y-%m}.xlsx" if place == "file" else rng.choice(("roster.xlsx", "Book1.xlsx", "unit 4.xlsx"))
    )
    return rows, sheet, file


def before(rng: Random, plan: Plan) -> tuple[list[str], dict[str, list[Any]]]:
    """Return titles of columns before the days, and what stands in them for each person."""
    name, role, _, _ = plan.tongue.words
    columns = rng.choice(
        (
            [name],
            [name],
            [name, role],
            ["No.", name],
            [name, role, "FTE"],
            ["ID", name, role],
            [role, name],
            [""],
            ["last first", "first"],
            ["Nr", name, role, "%"],
            [name, "Band", "Hrs"],
        )
    )
    cells: dict[str, list[Any]] = {}
    for place, who in enumerate(plan.people):
        values = {
            name: who,
            "": who,
            role: plan.tongue.roles[place % len(plan.tongue.roles)],
            "No.": place + 1,
            "Nr": place + 1,
            "ID": 10234 + 17 * place,
            "FTE": rng.choice((1, 0.8, 0.5)),
            "%": rng.choice((100, 75, 50)),
            "Band": rng.choice((5, 6)),
            "Hrs": rng.choice((37.5, 30)),
        }
        if columns[0] == "last first":
            first, _, last = who.partition(" ")
            values |= {"last first": last or first, "first": first}
        cells[who] = [values[column] for column in columns]
    shown = ["Surname", "First name"] if columns[0] == "last first" else columns
    return shown, cells


def totals(rng: Random, plan: Plan, width: int) -> list[list[Any]]:
    """Return rows of counts and needs below a grid."""
    _, _, total, need = plan.tongue.words
    counts = {
        code: [sum(1 for who in plan.people if plan.code(who, day) == code) for day in plan.days]
        for code in plan.tongue.codes
    }
    pad = [None] * (width - 1)
    rows: list[list[Any]] = []
    sort = rng.choice(("none", "total", "by code", "need", "both"))
    if sort in ("total", "both"):
        rows.append([total, *pad, *map(sum, zip(*counts.values(), strict=True))])
    if sort == "by code":
        rows += [[f"{total} {code}", *pad, *numbers] for code, numbers in counts.items()]
    if sort in ("need", "both"):
        rows.append([need, *pad, *([len(plan.people) // 2] * len(plan.days))])
    return [*([[]] if rng.random() < 0.5 else []), *rows]


def behind(rng: Random, plan: Plan) -> tuple[list[str], dict[str, list[Any]]]:
    """Return titles of columns behind the days and what stands in them: counts of codes, or hours."""
    total = plan.tongue.words[2]
    sort = rng.choice(("none", "none", "codes", "hours", "gap"))
    if sort == "none":
        return [], {who: [] for who in plan.people}
    counted = {who: Counter(plan.code(who, day) for day in plan.days) for who in plan.people}
    if sort == "codes":
        return [*plan.tongue.codes, total], {
            who: [*(counts[code] for code in plan.tongue.codes), sum(counts[code] for code in plan.tongue.codes)]
            for who, counts in counted.items()
        }
    hours = {who: [sum(8 * counts[code] for code in plan.tongue.codes)] for who, counts in counted.items()}
    return (["", total], {who: [None, *each] for who, each in hours.items()}) if sort == "gap" else ([total], hours)


def legend(rng: Random, plan: Plan) -> tuple[list[list[Any]], tuple[tuple[str, str], ...]]:
    """Return rows that give codes their times, and these times; nothing in half of all cases."""
    starts = (7, 14, 22) if len(plan.tongue.codes) == 3 else (7, 19)
    ends = (*starts[1:], starts[0])
    times = tuple((code, f"{a:02d}:00-{b:02d}:00") for code, a, b in zip(plan.tongue.codes, starts, ends, strict=True))
    sort = rng.choice(("none", "equals", "two", "three", "four"))
    if sort == "none":
        return [], ()
    rows: list[list[Any]] = [["Legend"]] if rng.random() < 0.5 else [[]]
    for code, window in times:
        start, end = window.split("-")
        rows.append(
            {
                "equals": [f"{code} = {window}"],
                "two": [code, f"{start} - {end}"],
                "three": [code, "Shift", window],
                "four": [code, None, start, end],
            }[sort]
        )
    return rows, times


def notes(rng: Random, plan: Plan) -> list[list[Any]]:
    """Return signatures and notes below a grid."""
    said = SIGNED.get(plan.tongue.locale, ("Note",))
    return [[], *([[rng.choice(said)]] if rng.random() < 0.6 else [])]
