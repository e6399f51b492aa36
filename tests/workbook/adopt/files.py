"""Made files: a month of a small ward, a list of its staff, its requests, its needs and its shifts."""

from calendar import monthrange
from datetime import date

from optimizer.workbook.recognise.recognise import recognise

PEOPLE = ("Joan Adams", "Tia Brown", "Mo Clark", "Una Diaz", "Ed Evans", "Flo Ford", "Gus Grant", "Hal Hill")
PATTERN = "DDLLNN....DDDLL..NNN..."
CODES = "DLN"
TITLES = {1: "January", 2: "February", 3: "March", 4: "April"}


def codes_of(person, day):
    """Return what somebody has on a day: each goes through the pattern, three days after the one before."""
    return PATTERN[(day.toordinal() + 3 * PEOPLE.index(person)) % len(PATTERN)].replace(".", "")


def month(number, year=2026, people=PEOPLE, titled=True):
    """Return a month as a roster: a title, a header of days, a row for each person and a row of totals."""
    days = [date(year, number, day + 1) for day in range(monthrange(year, number)[1])]
    rows = [",".join((name, *(codes_of(name, day) for day in days))) for name in people]
    title = [f"{TITLES[number]} {year}"] if titled else []
    header, totals = ",".join(("Name", *(str(day.day) for day in days))), ",".join(("Total", *("5" for _ in days)))
    return "\n".join((*title, header, *rows, totals)) + "\n"


def understood(**files):
    """Return what is understood of texts, by the names of their files without the ending."""
    return [recognise(f"{name}.csv", text.encode()) for name, text in files.items()]


STAFF = "Id,Name,Role,FTE,Team,Phone,Shoe size\n" + "".join(
    f"E{number},{name},{'LPN' if number > 5 else 'RN'},{1 if number % 2 else 0.8},{'AB'[number % 2]},555,{number}\n"
    for number, name in enumerate(PEOPLE)
)
SHIFTS = "Shift,Name,From,To\nD,Day,07:00,15:00\nL,Late,15:00,23:00\nN,Night,23:00,07:00\n"
REQUESTS = (
    "Name,Date,Request\nJoan Adams,2026-04-06,Leave\nJoan Adams,2026-04-07,Leave\nTia Brown,2026-04-10,Off\n"
    "Mo Clark,2026-02-01,Off\nUna Diaz,2026-04-12,Helicopter\nZoe Zed,2026-04-12,Off\n"
)
NEEDS = "Date,Shift,Role,Required\n" + "".join(
    f"2026-04-{day:02d},{shift},{role},{number}\n"
    for day in (1, 2)
    for shift in "DLN"
    for role, number in (("RN", 1), ("LPN", 0))
)
