"""A ward's own roster of a month, in a layout that is not ours."""

from calendar import monthrange
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import PatternFill

NAMES = (
    "Adams Ruth",
    "Brook Tom",
    "Chen Li",
    "Diaz Eva",
    "Evans Kim",
    "Frost Ned",
    "Green Una",
    "Hall Ben",
    "Ivers Jo",
    "Jones Amy",
)
ROUND = ("E", "E", "L", "L", "", "N", "N", "", "", "")
FIRST = date(2026, 3, 1)
SCRIPT = "<img src=x onerror=alert(1)>"
LEGEND = ("E = Early 07:00-15:00", "L = Late 14:00-22:00", "N = Night 21:30-07:30", "AL = Annual leave")
GREY = PatternFill("solid", fgColor="DDDDDD")
HEAD, TOP = 4, 5
"""The row of the day numbers, and the first row with a person."""


def code_of(place, day):
    """Return what a person does on a day of the month: the round, each beginning a day later; one is on leave."""
    if place == 2 and 9 <= day <= 13:
        return "AL"
    return ROUND[(day + place) % len(ROUND)]


def own_roster(first=FIRST):
    """Return a roster as bytes: a title, weekdays over days, people, totals as formulas, and a legend."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Off duty"
    sheet["A1"] = f"St Luke's, Ward 4: {first:%B %Y}"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = SCRIPT
    days = monthrange(first.year, first.month)[1]
    sheet.cell(HEAD, 1, "Name")
    sheet.cell(HEAD, days + 2, "Nights")
    for day in range(1, days + 1):
        on = first.replace(day=day)
        sheet.cell(HEAD - 1, day + 1, f"{on:%a}")
        sheet.cell(HEAD, day + 1, day)
        if on.weekday() > 4:
            sheet.cell(HEAD, day + 1).fill = GREY
    for place, name in enumerate(NAMES):
        row = TOP + place
        sheet.cell(row, 1, name)
        for day in range(1, days + 1):
            sheet.cell(row, day + 1, code_of(place, day) or None)
        sheet.cell(row, days + 2, f'=COUNTIF(B{row}:AF{row},"N")')
    for line, text in enumerate(LEGEND):
        sheet.cell(TOP + len(NAMES) + 1 + line, 1, text)
    return saved(book)


def staff_list():
    """Return a list of the same people as separated text."""
    return "\n".join(["Name,Job title,FTE", *(f"{name},RN,1.0" for name in NAMES)]).encode()


def saved(book):
    """Return a workbook as bytes."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
