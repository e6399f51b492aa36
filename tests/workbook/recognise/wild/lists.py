"""Long lists: a row for each duty, and requests in their many forms."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import plan_of, run

FORMS = {
    "date": lambda day: datetime.combine(day, time()),
    "iso": lambda day: day.isoformat(),
    "d.m.y": lambda day: f"{day:%d.%m.%Y}",
    "d/m/y": lambda day: f"{day:%d/%m/%Y}",
    "m/d/y": lambda day: f"{day:%m/%d/%Y}",
    "words": lambda day: f"{day.day} {day:%b} {day.year}",
    "weekday": lambda day: f"{day:%a %d %b %Y}",
    "timed": lambda day: f"{day.isoformat()} 00:00:00",
    "y/m/d": lambda day: f"{day:%Y/%m/%d}",
}
LIST_TITLES = (
    ("Date", "Name", "Shift", "Start", "End"),
    ("Employee", "Date", "Shift"),
    ("Shift Date", "Staff Name", "Shift Code", "Start Time", "End Time", "Hours"),
    ("Datum", "Mitarbeiter", "Dienst", "Von", "Bis"),
    ("Fecha", "Enfermera", "Turno"),
    ("Date", "Nom", "Poste"),
    ("日付", "氏名", "シフト"),
    ("日期", "姓名", "班次"),
    ("Data", "Pracownik", "Zmiana"),
    ("날짜", "이름", "근무"),
    ("Unit", "Date", "Day", "Employee Name", "Shift"),
    ("Datum", "Naam", "Dienst"),
    ("Data", "Nome", "Turno"),
)
NAMES = {
    "Name",
    "Employee",
    "Staff Name",
    "Mitarbeiter",
    "Enfermera",
    "Nom",
    "氏名",
    "姓名",
    "Pracownik",
    "이름",
    "Employee Name",
    "Naam",
    "Nome",
}
DATES = {"Date", "Shift Date", "Datum", "Fecha", "日付", "日期", "Data", "날짜"}
CODES = {"Shift", "Shift Code", "Dienst", "Turno", "Poste", "シフト", "班次", "Zmiana", "근무"}
STARTS = {"Start", "Start Time", "Von"}
ENDS = {"End", "End Time", "Bis"}


def duty_list(rng: Random) -> Made:
    """Return a row for each duty: date, name, shift and perhaps its times."""
    plan = plan_of(
        rng, run(date(rng.choice((2024, 2025)), rng.randint(1, 12), rng.randint(1, 28)), rng.choice((7, 14, 30)))
    )
    titles, form = rng.choice(LIST_TITLES), rng.choice([*FORMS])
    entries = sorted((day, who, code) for (who, day), code in plan.duties.items())
    hours = (("07:00", "15:00"), ("15:00", "23:00"), ("23:00", "07:00"))
    rows: list[list[Any]] = [[*titles]]
    for day, who, code in entries:
        begin, end = hours[plan.tongue.codes.index(code)] if code in plan.tongue.codes else ("08:00", "16:00")
        row = []
        for title in titles:
            row.append(
                FORMS[form](day)
                if title in DATES
                else who
                if title in NAMES
                else code
                if title in CODES
                else begin
                if title in STARTS
                else end
                if title in ENDS
                else 8
                if title == "Hours"
                else "Ward 3"
                if title == "Unit"
                else f"{day:%A}"
            )
        rows.append(row)
    over = [["Roster export"], []] if rng.random() < 0.3 else []
    days = [day for day, _, _ in entries]
    wanted = Wanted(
        ("list",),
        frozenset((who, day, code) for day, who, code in entries),
        None,
        min(days),
        max(days),
        may_ask=form in ("d/m/y", "m/d/y"),
    )
    rows = [*over, *rows]
    return Made(
        "duty list",
        as_csv(rows) if rng.random() < 0.5 else tuple(map(tuple, rows)),
        (wanted,),
        rng.choice((None, "Sheet1", "Export")),
        "export.csv",
        options={"titles": titles, "form": form},
    )


def unavailability(rng: Random) -> Made:
    """Return requests with a first and a last day, or several dates in columns beside each person."""
    plan = plan_of(rng)
    form = rng.choice([*FORMS][:6])
    sort = rng.choice(("from to", "from to", "dates across", "dates in a cell", "one a row"))
    duties, rows = set(), []
    if sort == "from to":
        titles = rng.choice(
            (
                ("Name", "From", "To", "Reason"),
                ("Staff", "Start date", "End date", "Type"),
                ("Name", "Von", "Bis", "Art"),
                ("Employee", "Leave type", "Start Date", "End Date"),
                ("Nom", "Du", "Au", "Motif"),
                ("Nombre", "Desde", "Hasta", "Motivo"),
                ("氏名", "開始日", "終了日", "種別"),
            )
        )
        rows.append([*titles])
        for who in plan.people:
            begin = rng.choice(plan.days[:20])
            end = begin + timedelta(days=rng.randint(0, 6))
            kind = rng.choice(("Annual leave", "Study", "Sick"))
            said = iter((FORMS[form](begin), FORMS[form](end)))
            rows.append(
                [
                    who
                    if title in ("Name", "Staff", "Employee", "Nom", "Nombre", "氏名")
                    else kind
                    if title in ("Reason", "Type", "Art", "Leave type", "Motif", "Motivo", "種別")
                    else next(said)
                    for title in titles
                ]
            )
            duties |= {(who, begin + timedelta(days=step), kind) for step in range((end - begin).days + 1)}
    else:
        for who in plan.people:
            days = sorted(rng.sample(plan.days, rng.randint(1, 4)))
            said = [FORMS[form](day) for day in days]
            duties |= {(who, day, None) for day in days}
            if sort == "dates across":
                rows.append([who, *said])
            elif sort == "dates in a cell":
                rows.append([who, ", ".join(str(FORMS["iso" if form == "date" else form](day)) for day in days)])
            else:
                rows += [[who, each] for each in said]
        titles = {
            "dates across": ["Name", "Date 1", "Date 2", "Date 3", "Date 4"],
            "dates in a cell": ["Name", "Unavailable dates"],
            "one a row": ["Name", "Unavailable"],
        }[sort]
        rows = [[*titles], *rows]
    name = rng.choice(("Leave requests", "Unavailability", "Requests", "Urlaub", "Availability"))
    days = [day for _, day, _ in duties]
    duties = frozenset(duties) if sort == "from to" else frozenset()
    wanted = Wanted(
        ("requests",), duties, plan.people, min(days), max(days), counts=False, may_ask=form in ("d/m/y", "m/d/y")
    )
    return Made(
        "unavailability",
        tuple(map(tuple, rows)),
        (wanted,),
        name,
        "leave.xlsx",
        options={"sort": sort, "form": form, "titles": titles, "lang": plan.tongue.locale},
    )
