"""Every public report gives what its note calls right: one table over all folders beside the project.

An entry runs a command on a file of its folder, perhaps with settings that the file did not have when it was written,
and says what must be told, and what must not. ``IN`` names the file of tests for what takes more than one command, and
``MISSING`` what cannot be said yet.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from optimizer.cli import main
from tests.paths import CASES, needs_cases

pytestmark = needs_cases
FILE, OUT = "FILE", "OUT"
"""Stand in a command for the file, and for one that it writes."""
JSON = ("score", FILE, "--json")


@dataclass(frozen=True)
class Entry:
    """One command on one file: ``also`` has cells to change, or rows to add, by sheet; ``then`` is run after it."""

    file: str
    tells: tuple[str, ...]
    untold: tuple[str, ...] = ()
    command: tuple[str, ...] = ("score", FILE)
    also: dict[str, dict[str, Any] | list[list[Any]]] = field(default_factory=dict)
    then: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Return the folder of its file."""
        return self.file.partition("/")[0]


def rule(key: str, *, limit: int | None = None, shifts: str = "", details: str = "") -> list[Any]:
    """Return a row of the sheet of rules: a must for everyone."""
    return [key, "must", None, None, limit, None, None, shifts, details]


TABLE = (
    Entry(
        "blocked-days/unit.xlsx",
        (
            "Block, A has 60 h paid from Sun 29 Nov to Sat 12 Dec; by contract it should be 72 h or more.",
            "Vac, B has 60 h paid from Sun 29 Nov to Sat 12 Dec; by contract it should be 61 h 42 min",
        ),
        also={"Requests": {"B2": "blocked", "G2": None}},
    ),
    Entry(
        "calendar-months/unit.xlsx",
        ("2028-02-01 to 2028-02-29",),
        command=("next", FILE, "-o", OUT),
        then=("check", OUT),
    ),
    Entry(
        "caseload-cover-while-the-coverer-is-away/panel.xlsx",
        ('"manager": "M5"',),
        ('"manager": "M2"', '"manager": "M3"', '"manager": "M4"'),
        command=(
            "caseload",
            "cover",
            FILE,
            "--manager",
            "M1",
            "--from",
            "2027-01-04",
            "--to",
            "2027-01-15",
            "--seconds",
            "30",
            "--json",
        ),
    ),
    Entry(
        "caseload-leaver-in-two-weeks/panel.xlsx",
        ("Mgr, B", "6"),
        ("Mgr, C", "Mgr, E"),
        command=(
            "caseload",
            "handover",
            FILE,
            "--manager",
            "M1",
            "--successor",
            "M2",
            "--from",
            "2027-01-16",
            "-o",
            OUT,
        ),
    ),
    Entry(
        "caseload-referral-to-a-leaver/panel.xlsx",
        ("Mgr, A works here until Fri 8 Jan 2027 only",),
        command=("caseload", "next", FILE, "--patient", "NEW"),
    ),
    Entry(
        "count-mondays-and-weekend-duties/unit.xlsx",
        (
            "Wk, A has 0 duties on Mon in the period; it should be 1 or more.",
            "Wk, B has 1 duty on weekend in the period; it should be 2 or more.",
            "Wk, C has 0 duties on weekend in the period; it should be 2 or more.",
        ),
        ("Wk, A has 2 duties on weekend",),
        also={"Rules": {"H59": None, "I59": "days=Mon", "H60": None, "I60": "days=weekend"}},
    ),
    Entry("export-of-another-system/unit.xlsx", ("Schedule!A1: no row has 'Id' and days",), command=("check", FILE)),
    Entry(
        "half-day-of-leave/unit.xlsx",
        ("Must-fix problems: 0", "152 h paid", "Half, B has 72 h paid"),
        ("Half, A has",),
        also={"Rules": {"I2": "together=D4+PTO4"}, "Schedule": {"H3": "D4+PTO4"}},
    ),
    Entry(
        "half-day-of-leave/two-on-a-day.xlsx",
        ("Faults:         none",),
        command=("check", FILE),
        also={"Rules": {"I2": "together=work+leave"}},
    ),
    Entry(
        "on-call-after-a-day/unit.xlsx",
        ("Must-fix problems: 0", "80 h paid"),
        also={"Rules": {"I2": "together=day+on call"}, "Schedule": {"G4": "D+OC"}},
    ),
    Entry("on-call-after-a-day/unit.xlsx", ("Schedule!G4", "write D+OC"), command=("check", FILE)),
    Entry("files/chart_Staff.xlsx", ("Staff: this is a chart and not a sheet of cells",), command=("check", FILE)),
    Entry("files/special-calendar-0001-01-01.xlsx", ("Calendar!B3: 0001-01-01 is no day to plan",)),
    Entry(
        "five-days-between-nights/unit.xlsx",
        (
            "Nts, A has only 1 day between N duties",
            "Nts, B has only 3 days between N duties",
            "Nts, C has only 4 days between N duties",
        ),
        also={"Rules": [rule("fewest-days-between", limit=5, shifts="N")]},
    ),
    Entry("history-date-as-text/unit.xlsx", ("Sun 29 Nov", "of rest before the duty"), ("Must-fix problems: 0",)),
    Entry(
        "night-weekend/unit.xlsx",
        ("Elm, Bo works only half of the weekend that ends on Sun 6 Dec.", '"pay_cents": 409200'),
        ("Dune, Al works", "Fir, Cy works"),
        command=JSON,
    ),
    Entry(
        "nights-from-midnight/unit.xlsx",
        ("P one has 0 h of rest before the duty on Tue 1 Dec", "P two has 8 h of rest before the duty on Tue 1 Dec"),
    ),
    Entry(
        "on-call-limits/at-most-3.xlsx",
        ("Must-fix problems: 0",),
        command=("solve", FILE, "-o", OUT, "--seconds", "5", "--workers", "1"),
        then=("score", OUT),
    ),
    Entry("on-call-limits/at-most-3-out.xlsx", ("14 OC duties in the period; it should be 3 at most.",)),
    Entry(
        "on-call-then-day/unit.xlsx",
        ("Or, A's duty on Tue 1 Dec begins 15 min before the one before it ends.", "8 h paid"),
    ),
    Entry("overtime-12s/weekly.xlsx", ("10 h of them overtime", "8 h of them overtime"), ("Person 74 has",)),
    Entry(
        "one-person-two-contracts/unit.xlsx",
        (
            "Two, Kim (ward) (131 and 131b) has 72 h at work from Sun 29 Nov to Sat 5 Dec; it should be 60 h at most.",
            "Two, Kim (ward) (131 and 131b) has 2 duties on Mon 30 Nov.",
            "72 h at work from Sun 29 Nov to Sat 5 Dec, 32 h of them overtime.",
        ),
        also={"Staff": {"Q1": "Same person as", "Q3": "131"}},
    ),
    Entry(
        "overtime-12s/8-80.xlsx",
        (
            "Person 71 works 28 h of overtime",
            "Person 72 has 88 h at work from Sun 6 Dec to Sat 19 Dec, 8 h of them",
            "Person 73 works 16 h of overtime",
            "Person 74 works 24 h of overtime",
        ),
    ),
    Entry(
        "overtime-12s/california.xlsx",
        (
            "Person 71 works 12 h of overtime",
            "Person 71 works 16 h of overtime",
            "Person 73 works 10 h of overtime",
            "Person 73 works 6 h of overtime",
            '"overtime_minutes": 4560',
        ),
        command=JSON,
    ),
    Entry(
        "rolling-week/unit.xlsx",
        ("Hol, A has 4 night duties from Wed 2 Dec to Tue 8 Dec; it should be 3 at most.",),
        ("Hol, B has",),
        also={"Rules": {"I54": "span=7 days"}},
    ),
    Entry("row-without-id/unit.xlsx", ("Schedule!A5: the row of 'Cedar, Lu' has duties",), command=("check", FILE)),
    Entry("same-names/unit.xlsx", ("Park, Ji (0041) has", "Park, Ji (0042) has")),
    Entry("same-names/unit.xlsx", ("Park, Ji is 0041 and 0042",), command=("check", FILE)),
    Entry("shift-of-10h43/unit.xlsx", ("75 h 01 min",), ("75.02 h",)),
    Entry("split-shift/unit.xlsx", ("11:00-16:00", "minimum staffing is 1"), ("Must-fix problems: 0",)),
    Entry(
        "split-shift/unit.xlsx",
        ("14 duties below minimum", "112 h paid", "11:00-16:00 on Sun 29 Nov has nobody as RN"),
        ("07:00-11:00", "16:00-20:00"),
        also={"Shifts": {"E2": None, "J1": "Parts", "J2": "07:00-11:00, 16:00-20:00"}},
    ),
    Entry(
        "time-formats/unit.xlsx",
        ("Shifts!C6: '7' may be 07:00 or 19:00",),
        ("Shifts!C2", "Shifts!C3", "Shifts!C4"),
        command=("check", FILE),
    ),
    Entry("unit-without-nights/unit.xlsx", ("Faults:         none",), command=("check", FILE)),
)
IN = {
    "christmas-again": "test_turns.py",
    "clocks-go-back": "test_clocks.py",
    "differential-by-the-clock": "test_clocks.py",
    "fixed-rotation": "test_turns.py",
    "night-into-leave": "test_clocks.py",
    "swap-of-two-duties": "test_swap.py",
}
MISSING: set[str] = set()
"""Nothing for now."""


def changed(entry: Entry, folder: Path) -> Path:
    """Return the file of an entry, or a copy with its cells changed and its rows added."""
    source, copy = CASES / entry.file, folder / "changed.xlsx"
    if not entry.also:
        return source
    book = load_workbook(source)
    for title, change in entry.also.items():
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        for cell, value in change.items() if isinstance(change, dict) else ():
            sheet[cell] = value
        for row in change if isinstance(change, list) else ():
            sheet.append(row)
    book.save(copy)
    return copy


def told(command: tuple[str, ...], file: Path, out: Path) -> str:
    """Return what a command prints."""
    places = {FILE: str(file), OUT: str(out)}
    result = CliRunner().invoke(main, [places.get(word, word) for word in command])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


@pytest.mark.parametrize("entry", TABLE, ids=lambda entry: entry.file.removesuffix(".xlsx"))
def test_a_case_gives_what_its_note_calls_right(entry: Entry, tmp_path: Path) -> None:
    file, out = changed(entry, tmp_path), tmp_path / "out.xlsx"
    output = told(entry.command, file, out)
    if entry.then:
        output = told(entry.then, file, out)
    assert [words for words in entry.tells if words not in output] == []
    assert [words for words in entry.untold if words in output] == []


def test_every_folder_is_in_the_table_or_in_a_file_of_its_own_or_missing() -> None:
    folders = {path.name for path in CASES.iterdir() if path.is_dir()}
    here = {entry.folder for entry in TABLE}
    assert [*here & IN.keys(), *(here | IN.keys()) & MISSING] == []
    assert here | IN.keys() | MISSING == folders
    tests = Path(__file__).parent
    assert [folder for folder, file in IN.items() if folder not in (tests / file).read_text("utf-8")] == []
