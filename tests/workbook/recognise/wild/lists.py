"""Long lists: a row for each duty, request or need; staff, shifts, patients and what they are given."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import plan_of, run

FORMS = {
    "date": lambda day: datetime.combine(day, time()), "iso": lambda day: day.isoformat(), "d.m.y": lambda day: f"{day:%d.%m.%Y}",
    "d/m/y": lambda day: f"{day:%d/%m/%Y}", "m/d/y": lambda day: f"{day:%m/%d/%Y}", "words": lambda day: f"{day.day} {day:%b} {day.year}",
    "weekday": lambda day: f"{day:%a %d %b %Y}", "timed": lambda day: f"{day.isoformat()} 00:00:00", "y/m/d": lambda day: f"{day:%Y/%m/%d}",
}  # fmt: skip
LIST_TITLES = (
    ("Date", "Name", "Shift", "Start", "End"), ("Employee", "Date", "Shift"), ("Shift Date", "Staff Name", "Shift Code", "Start Time", "End Time", "Hours"),
    ("Datum", "Mitarbeiter", "Dienst", "Von", "Bis"), ("Fecha", "Enfermera", "Turno"), ("Date", "Nom", "Poste"), ("日付", "氏名", "シフト"),
    ("日期", "姓名", "班次"), ("Data", "Pracownik", "Zmiana"), ("날짜", "이름", "근무"), ("Unit", "Date", "Day", "Employee Name", "Shift"),
    ("Datum", "Naam", "Dienst"), ("Data", "Nome", "Turno"),
)  # fmt: skip
NAMES = {"Name", "Employee", "Staff Name", "Mitarbeiter", "Enfermera", "Nom", "氏名", "姓名", "Pracownik", "이름", "Employee Name", "Naam", "Nome"}
DATES = {"Date", "Shift Date", "Datum", "Fecha", "日付", "日期", "Data", "날짜"}
CODES = {"Shift", "Shift Code", "Dienst", "Turno", "Poste", "シフト", "班次", "Zmiana", "근무"}
STARTS = {"Start", "Start Time", "Von"}
ENDS = {"End", "End Time", "Bis"}


def duty_list(rng: Random) -> Made:
    """Return a row for each duty: date, name, shift and perhaps its times."""
    plan = plan_of(rng, run(date(rng.choice((2024, 2025)), rng.randint(1, 12), rng.randint(1, 28)), rng.choice((7, 14, 30))))
    titles, form = rng.choice(LIST_TITLES), rng.choice([*FORMS])
    entries = sorted((day, who, code) for (who, day), code in plan.duties.items())
    hours = (("07:00", "15:00"), ("15:00", "23:00"), ("23:00", "07:00"))
    rows: list[list[Any]] = [[*titles]]
    for day, who, code in entries:
        begin, end = hours[plan.tongue.codes.index(code)] if code in plan.tongue.codes else ("08:00", "16:00")
        row = []
        for title in titles:
            row.append(FORMS[form](day) if title in DATES else who if title in NAMES else code if title in CODES else begin if title in STARTS else end if title in ENDS
                       else 8 if title == "Hours" else "Ward 3" if title == "Unit" else f"{day:%A}")  # fmt: skip
        rows.append(row)
    over = [["Roster export"], []] if rng.random() < 0.3 else []
    days = [day for day, _, _ in entries]
    wanted = Wanted(("list",), frozenset((who, day, code) for day, who, code in entries), None, min(days), max(days), may_ask=form in ("d/m/y", "m/d/y"))
    rows = [*over, *rows]
    return Made("duty list", as_csv(rows) if rng.random() < 0.5 else tuple(map(tuple, rows)), (wanted,), rng.choice((None, "Sheet1", "Export")), "export.csv", options={"titles": titles, "form": form})


def unavailability(rng: Random) -> Made:
    """Return requests with a first and a last day, or several dates in columns beside each person."""
    plan = plan_of(rng)
    form = rng.choice([*FORMS][:6])
    sort = rng.choice(("from to", "from to", "dates across", "dates in a cell", "one a row"))
    duties, rows = set(), []
    if sort == "from to":
        titles = rng.choice((("Name", "From", "To", "Reason"), ("Staff", "Start date", "End date", "Type"), ("Name", "Von", "Bis", "Art"), ("Employee", "Leave type", "Start Date", "End Date"),
                             ("Nom", "Du", "Au", "Motif"), ("Nombre", "Desde", "Hasta", "Motivo"), ("氏名", "開始日", "終了日", "種別")))  # fmt: skip
        rows.append([*titles])
        for who in plan.people:
            begin = rng.choice(plan.days[:20])
            end = begin + timedelta(days=rng.randint(0, 6))
            kind = rng.choice(("Annual leave", "Study", "Sick"))
            said = iter((FORMS[form](begin), FORMS[form](end)))
            rows.append([who if title in ("Name", "Staff", "Employee", "Nom", "Nombre", "氏名") else kind if title in ("Reason", "Type", "Art", "Leave type", "Motif", "Motivo", "種別") else next(said) for title in titles])
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
        titles = {"dates across": ["Name", "Date 1", "Date 2", "Date 3", "Date 4"], "dates in a cell": ["Name", "Unavailable dates"], "one a row": ["Name", "Unavailable"]}[sort]
        rows = [[*titles], *rows]
    name = rng.choice(("Leave requests", "Unavailability", "Requests", "Urlaub", "Availability"))
    days = [day for _, day, _ in duties]
    duties = frozenset(duties) if sort == "from to" else frozenset()
    wanted = Wanted(("requests",), duties, plan.people, min(days), max(days), counts=False, may_ask=form in ("d/m/y", "m/d/y"))
    return Made("unavailability", tuple(map(tuple, rows)), (wanted,), name, "leave.xlsx", options={"sort": sort, "form": form, "titles": titles, "lang": plan.tongue.locale})


def staff_list(rng: Random) -> Made:
    """Return people with what is known of each."""
    plan = plan_of(rng)
    titles = rng.choice((("Name", "Role", "FTE", "Start date"), ("Employee ID", "First Name", "Last Name", "Job Title", "Contract Hours"), ("Name", "Qualifikation", "Stellenanteil"),
                         ("Nombre", "Categoría", "Jornada"), ("氏名", "職種", "雇用形態"), ("姓名", "职称", "工号"), ("Imię i nazwisko", "Stanowisko", "Etat"), ("이름", "직급", "경력"),
                         ("Staff Name", "Band", "WTE", "Email", "Phone")))  # fmt: skip
    rows: list[list[Any]] = [[*titles]]
    for place, who in enumerate(plan.people):
        first, _, last = who.partition(" ")
        values = {"First Name": first, "Last Name": last or first, "Employee ID": 100 + place, "工号": 2000 + place, "FTE": 0.8, "WTE": 1, "Stellenanteil": "75%", "Etat": 1, "경력": 3,
                  "Start date": datetime(2019, 5, 1), "Contract Hours": 37.5, "Band": 5, "Email": f"n{place}@example.org", "Phone": f"0700 90{place:04d}"}  # fmt: skip
        rows.append([values.get(title, who if title in ("Name", "Nombre", "氏名", "姓名", "Imię i nazwisko", "이름", "Staff Name") else rng.choice(plan.tongue.roles)) for title in titles])
    named = tuple(f"{who.partition(' ')[0]} {who.partition(' ')[2] or who.partition(' ')[0]}" if "First Name" in titles else who for who in plan.people)
    return Made("staff list", tuple(map(tuple, rows)), (Wanted(("staff",), people=named),), rng.choice(("Staff", "Sheet1", None)), "staff.xlsx", options={"titles": titles})


def demand(rng: Random) -> Made:
    """Return needs: by weekday in a matrix, or by date in a list."""
    start = date(2025, rng.randint(1, 12), 1)
    shifts = rng.choice((("Early", "Late", "Night"), ("Früh", "Spät", "Nacht"), ("Day", "Night"), ("M", "T", "N")))
    sort = rng.choice(("weekdays across", "weekdays down", "dates list", "dates across", "dates down"))
    days = run(start, 14)
    week = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    kinds = ("demand",)
    if sort == "weekdays across":
        rows = [["Shift", *week], *([shift, *(rng.randint(2, 5) for _ in week)] for shift in shifts)]
        wanted = Wanted(kinds)
    elif sort == "weekdays down":
        rows = [["Day", *shifts], *([day, *(rng.randint(2, 5) for _ in shifts)] for day in week)]
        wanted = Wanted(kinds)
    elif sort == "dates list":
        rows = [["Date", "Shift", "Required"], *([day.isoformat(), shift, rng.randint(2, 5)] for day in days for shift in shifts)]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    elif sort == "dates across":
        rows = [["Shift", *days], *([shift, *(rng.randint(2, 5) for _ in days)] for shift in shifts)]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    else:
        rows = [["Date", *shifts], *([day, *(rng.randint(2, 5) for _ in shifts)] for day in days)]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    return Made("demand", tuple(map(tuple, rows)), (wanted,), rng.choice(("Demand", "Requirements", "Staffing needs", "Bedarf", "Sheet1")), rng.choice(("demand.xlsx", "requirements.xlsx")), options={"sort": sort, "shifts": shifts})


def census(rng: Random) -> Made:
    """Return counts of patients by day."""
    days = run(date(2025, rng.randint(1, 12), 1), 28)
    sort = rng.choice(("down", "across", "units"))
    title = rng.choice(("Census", "Patients", "Midnight census", "Occupied beds", "Belegung", "患者数"))
    if sort == "down":
        rows = [["Date", title], *([day, rng.randint(15, 30)] for day in days)]
    elif sort == "units":
        rows = [["Date", "Unit", title], *([day, unit, rng.randint(15, 30)] for day in days for unit in ("3A", "3B"))]
    else:
        rows = [["", *days], [title, *(rng.randint(15, 30) for _ in days)]]
    return Made("census", tuple(map(tuple, rows)), (Wanted(("census",), first=days[0], last=days[-1], days=28),), rng.choice(("Census", "Sheet1")), "census.xlsx", options={"sort": sort, "title": title})


def shift_list(rng: Random) -> Made:
    """Return shifts with their times."""
    titles = rng.choice((("Code", "Name", "Start", "End"), ("Shift", "Start time", "End time", "Hours"), ("Kürzel", "Dienst", "Beginn", "Ende", "Pause"), ("Code", "Description", "Time"),
                         ("Turno", "Inicio", "Fin"), ("シフト", "開始", "終了"), ("Shift code", "From", "To"), ("Code", "Libellé", "Début", "Fin")))  # fmt: skip
    rows: list[list[Any]] = [[*titles]]
    for code, name, begin, end in (("E", "Early", "07:00", "15:00"), ("L", "Late", "15:00", "23:00"), ("N", "Night", "23:00", "07:00")):
        values = {"Name": name, "Description": name, "Libellé": name, "Start": begin, "Start time": begin, "Beginn": begin, "Inicio": begin, "開始": begin, "From": begin, "Début": begin,
                  "End": end, "End time": end, "Ende": end, "Fin": end, "終了": end, "To": end, "Hours": 8, "Pause": 30, "Time": f"{begin}-{end}"}  # fmt: skip
        rows.append([values.get(title, name if title == "Dienst" and "Kürzel" in titles else code) for title in titles])
    return Made("shift list", tuple(map(tuple, rows)), (Wanted(("shifts",)),), rng.choice(("Shifts", "Sheet1", "Codes")), "shifts.xlsx", options={"titles": titles})


def panel(rng: Random) -> Made:
    """Return patients, drugs that were dispensed, or claims."""
    kind, titles = rng.choice((
        ("patients", ("Patient ID", "Name", "DOB", "Gender", "Diagnosis", "Risk score")), ("patients", ("MRN", "Last Name", "First Name", "Date of Birth", "Phone", "PCP")),
        ("patients", ("Member ID", "Member Name", "Age", "Sex", "ICD-10", "Care manager", "Last contact")),
        ("dispensing", ("Patient ID", "Drug", "Fill Date", "Days Supply", "Quantity")), ("dispensing", ("Member ID", "NDC", "Date filled", "Days supply")),
        ("claims", ("Claim ID", "Patient ID", "Service Date", "Diagnosis", "CPT", "Paid amount")), ("claims", ("Claim Number", "Member ID", "From Date", "Thru Date", "DX1", "Allowed amount")),
    ))  # fmt: skip
    rows: list[list[Any]] = [[*titles]]
    for place in range(12):
        values = {"Name": f"Pat {place}", "Member Name": f"Ann Miller{place}", "Last Name": "Hill", "First Name": f"Jo{place}", "DOB": date(1950, 1, 1 + place), "Date of Birth": "03/04/1950", "Gender": "F", "Sex": "M",
                  "Diagnosis": "E11.9", "ICD-10": "I10", "DX1": "J44.9", "Risk score": 1.2, "Phone": "555-0100", "PCP": "Dr Roe", "Age": 60 + place, "Care manager": "N. Smith", "Last contact": date(2025, 3, 1),
                  "Drug": "Metformin 500 mg", "NDC": "00093-1048-01", "Fill Date": date(2025, 1, 1 + place), "Date filled": date(2025, 1, 1 + place), "Days Supply": 30, "Days supply": 90, "Quantity": 60,
                  "Service Date": date(2025, 2, 1 + place), "From Date": date(2025, 2, 1 + place), "Thru Date": date(2025, 2, 2 + place), "CPT": "99213", "Paid amount": 80.5, "Allowed amount": 120}  # fmt: skip
        rows.append([values.get(title, f"P{1000 + place}") for title in titles])
    return Made("panel", as_csv(rows), (Wanted((kind,)),), None, "extract.csv", options={"titles": titles})
