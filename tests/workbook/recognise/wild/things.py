"""Lists of things: staff, needs, counts of patients, shifts, patients and what they are given."""

from datetime import date, datetime
from random import Random
from typing import Any

from tests.workbook.recognise.wild.made import Made, Wanted, as_csv
from tests.workbook.recognise.wild.plan import plan_of, run


def staff_list(rng: Random) -> Made:
    """Return people with what is known of each."""
    plan = plan_of(rng)
    titles = rng.choice(
        (
            ("Name", "Role", "FTE", "Start date"),
            ("Employee ID", "First Name", "Last Name", "Job Title", "Contract Hours"),
            ("Name", "Qualifikation", "Stellenanteil"),
            ("Nombre", "Categoría", "Jornada"),
            ("氏名", "職種", "雇用形態"),
            ("姓名", "职称", "工号"),
            ("Imię i nazwisko", "Stanowisko", "Etat"),
            ("이름", "직급", "경력"),
            ("Staff Name", "Band", "WTE", "Email", "Phone"),
        )
    )
    rows: list[list[Any]] = [[*titles]]
    for place, who in enumerate(plan.people):
        first, _, last = who.partition(" ")
        values = {
            "First Name": first,
            "Last Name": last or first,
            "Employee ID": 100 + place,
            "工号": 2000 + place,
            "FTE": 0.8,
            "WTE": 1,
            "Stellenanteil": "75%",
            "Etat": 1,
            "경력": 3,
            "Start date": datetime(2019, 5, 1),
            "Contract Hours": 37.5,
            "Band": 5,
            "Email": f"n{place}@example.org",
            "Phone": f"0700 90{place:04d}",
        }
        rows.append(
            [
                values.get(
                    title,
                    who
                    if title in ("Name", "Nombre", "氏名", "姓名", "Imię i nazwisko", "이름", "Staff Name")
                    else rng.choice(plan.tongue.roles),
                )
                for title in titles
            ]
        )
    named = tuple(
        f"{who.partition(' ')[0]} {who.partition(' ')[2] or who.partition(' ')[0]}" if "First Name" in titles else who
        for who in plan.people
    )
    return Made(
        "staff list",
        tuple(map(tuple, rows)),
        (Wanted(("staff",), people=named),),
        rng.choice(("Staff", "Sheet1", None)),
        "staff.xlsx",
        options={"titles": titles},
    )


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
        rows = [
            ["Date", "Shift", "Required"],
            *([day.isoformat(), shift, rng.randint(2, 5)] for day in days for shift in shifts),
        ]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    elif sort == "dates across":
        rows = [["Shift", *days], *([shift, *(rng.randint(2, 5) for _ in days)] for shift in shifts)]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    else:
        rows = [["Date", *shifts], *([day, *(rng.randint(2, 5) for _ in shifts)] for day in days)]
        wanted = Wanted(kinds, first=days[0], last=days[-1], days=14)
    return Made(
        "demand",
        tuple(map(tuple, rows)),
        (wanted,),
        rng.choice(("Demand", "Requirements", "Staffing needs", "Bedarf", "Sheet1")),
        rng.choice(("demand.xlsx", "requirements.xlsx")),
        options={"sort": sort, "shifts": shifts},
    )


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
    return Made(
        "census",
        tuple(map(tuple, rows)),
        (Wanted(("census",), first=days[0], last=days[-1], days=28),),
        rng.choice(("Census", "Sheet1")),
        "census.xlsx",
        options={"sort": sort, "title": title},
    )


def shift_list(rng: Random) -> Made:
    """Return shifts with their times."""
    titles = rng.choice(
        (
            ("Code", "Name", "Start", "End"),
            ("Shift", "Start time", "End time", "Hours"),
            ("Kürzel", "Dienst", "Beginn", "Ende", "Pause"),
            ("Code", "Description", "Time"),
            ("Turno", "Inicio", "Fin"),
            ("シフト", "開始", "終了"),
            ("Shift code", "From", "To"),
            ("Code", "Libellé", "Début", "Fin"),
        )
    )
    rows: list[list[Any]] = [[*titles]]
    for code, name, begin, end in (
        ("E", "Early", "07:00", "15:00"),
        ("L", "Late", "15:00", "23:00"),
        ("N", "Night", "23:00", "07:00"),
    ):
        values = {
            "Name": name,
            "Description": name,
            "Libellé": name,
            "Start": begin,
            "Start time": begin,
            "Beginn": begin,
            "Inicio": begin,
            "開始": begin,
            "From": begin,
            "Début": begin,
            "End": end,
            "End time": end,
            "Ende": end,
            "Fin": end,
            "終了": end,
            "To": end,
            "Hours": 8,
            "Pause": 30,
            "Time": f"{begin}-{end}",
        }
        rows.append([values.get(title, name if title == "Dienst" and "Kürzel" in titles else code) for title in titles])
    return Made(
        "shift list",
        tuple(map(tuple, rows)),
        (Wanted(("shifts",)),),
        rng.choice(("Shifts", "Sheet1", "Codes")),
        "shifts.xlsx",
        options={"titles": titles},
    )


def panel(rng: Random) -> Made:
    """Return patients, drugs that were dispensed, or claims."""
    kind, titles = rng.choice(
        (
            ("patients", ("Patient ID", "Name", "DOB", "Gender", "Diagnosis", "Risk score")),
            ("patients", ("MRN", "Last Name", "First Name", "Date of Birth", "Phone", "PCP")),
            ("patients", ("Member ID", "Member Name", "Age", "Sex", "ICD-10", "Care manager", "Last contact")),
            ("dispensing", ("Patient ID", "Drug", "Fill Date", "Days Supply", "Quantity")),
            ("dispensing", ("Member ID", "NDC", "Date filled", "Days supply")),
            ("claims", ("Claim ID", "Patient ID", "Service Date", "Diagnosis", "CPT", "Paid amount")),
            ("claims", ("Claim Number", "Member ID", "From Date", "Thru Date", "DX1", "Allowed amount")),
        )
    )
    rows: list[list[Any]] = [[*titles]]
    for place in range(12):
        values = {
            "Name": f"Pat {place}",
            "Member Name": f"Ann Miller{place}",
            "Last Name": "Hill",
            "First Name": f"Jo{place}",
            "DOB": date(1950, 1, 1 + place),
            "Date of Birth": "03/04/1950",
            "Gender": "F",
            "Sex": "M",
            "Diagnosis": "E11.9",
            "ICD-10": "I10",
            "DX1": "J44.9",
            "Risk score": 1.2,
            "Phone": "555-0100",
            "PCP": "Dr Roe",
            "Age": 60 + place,
            "Care manager": "N. Smith",
            "Last contact": date(2025, 3, 1),
            "Drug": "Metformin 500 mg",
            "NDC": "00093-1048-01",
            "Fill Date": date(2025, 1, 1 + place),
            "Date filled": date(2025, 1, 1 + place),
            "Days Supply": 30,
            "Days supply": 90,
            "Quantity": 60,
            "Service Date": date(2025, 2, 1 + place),
            "From Date": date(2025, 2, 1 + place),
            "Thru Date": date(2025, 2, 2 + place),
            "CPT": "99213",
            "Paid amount": 80.5,
            "Allowed amount": 120,
        }
        rows.append([values.get(title, f"P{1000 + place}") for title in titles])
    return Made("panel", as_csv(rows), (Wanted((kind,)),), None, "extract.csv", options={"titles": titles})
