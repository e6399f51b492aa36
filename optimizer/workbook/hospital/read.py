"""Reads a hospital from a folder, or tells every fault of all its workbooks at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from optimizer.planning.currency import speak_in
from optimizer.staffing.hospital.hospital import POOL, Hospital, Member, Orientation
from optimizer.staffing.hospital.names import SIGN
from optimizer.workbook.file.account import take_account
from optimizer.workbook.file.opened import bytes_of, opened
from optimizer.workbook.file.titles import check_titles
from optimizer.workbook.hospital.sheets import (
    CODE,
    FILE,
    FLOAT_POOL,
    HOSPITAL,
    LEAST,
    MOST,
    NAME,
    POOL_FILE,
    SHEETS,
    UNIT,
    UNITS,
    HospitalLine,
    HospitalSource,
    UnitLine,
)
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.table.sheet import Column
from optimizer.workbook.table.table import SheetRow
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read import Contents, look

HOSPITAL_FILE = "hospital.xlsx"
RESERVED = (POOL.casefold(), "pool", "hospital", "report")
"""What files beside the units' are called, whatever the capitals: no unit's workbook may take their place."""
NO_SIGNS = (SIGN, "/", "\\")
"""What a unit's code may not hold: it is written before a shift's, and is the name of a file."""


def read_hospital(folder: Path) -> Hospital:
    """Return the hospital that a folder holds. Raise FaultyWorkbookError with all that is wrong in any workbook."""
    book, unvalued = opened(folder / HOSPITAL_FILE)
    source = HospitalSource(book, unvalued=unvalued)
    line = _hospital(source, folder)
    lines = tuple(_units(source, folder, line.pool if line else ""))
    contents = {each.code: found for each in lines if (found := _contents(source, folder, each.file))}
    pool = _contents(source, folder, line.pool, pool=True) if line else None
    source.people = tuple(pool.unit.people) if pool else ()
    orientations = tuple(_orientations(source)) if pool else ()
    _check_periods(source, [*contents.items(), *([(POOL, pool)] if pool else [])])
    take_account(source)
    check_titles(source, [sheet.title for sheet in SHEETS], ())
    if source.faults or line is None or pool is None:
        raise FaultyWorkbookError(source.faults)
    speak_in(pool.unit.currency)
    members = tuple(_member(each.code, contents[each.code], each.budget) for each in lines)
    return Hospital(
        line.name, members, _member(POOL, pool), orientations, line.budget, line.agency, line.rank_price
    )  # fmt: skip


def _member(code: str, contents: Contents, budget: int | None = None) -> Member:
    return Member(code, contents.unit, contents.policy, contents.plan, budget, contents.notes)


def _hospital(source: HospitalSource, folder: Path) -> HospitalLine | None:
    """Return the line on the hospital, None where there is none in order; it takes note of any other."""
    found: list[HospitalLine] = []
    for row in source.rows(HOSPITAL):
        facts = row.facts()
        _check_file(row, POOL_FILE, folder)
        if found:
            row.fault(NAME, "a folder holds one hospital", "leave one of the rows")
        if row.ok:
            found.append(HospitalLine(**facts))
    source.check_filled(((HOSPITAL, found),))
    return found[0] if found else None


def _units(source: HospitalSource, folder: Path, pool: str) -> Iterator[UnitLine]:
    """Yield the units whose workbooks are there; none has that of another unit, or of the pool."""
    taken = {pool}
    for row, code in source.named_rows(UNITS, CODE, source.units):
        facts = row.facts()
        if code.casefold() in RESERVED or any(sign in code for sign in NO_SIGNS):
            row.fault(CODE, f"'{code}' cannot be a unit's code", "take letters and digits; files are called by it")
        elif any(code != other and code.casefold() == other.casefold() for other in source.units):
            row.fault(CODE, f"'{code}' is another unit's code but for capitals", "files are called by it; change one")
        _check_file(row, FILE, folder)
        if row.ok and facts["file"] in taken:
            row.fault(FILE, f"'{facts['file']}' is another's workbook already", "name the unit's own")
        if row.ok:
            taken.add(facts["file"])
            yield UnitLine(**facts)
    source.check_filled(((UNITS, source.units),))


def _check_file(row: SheetRow, column: Column[str], folder: Path) -> None:
    name = row[column]
    if name and (Path(name).name != name or not (folder / name).is_file()):
        row.fault(column, f"there is no file '{name}' in the folder", "put it there, or mend its name")


def _contents(source: HospitalSource, folder: Path, file: str, *, pool: bool = False) -> Contents | None:
    """Return what one workbook holds; its faults are told with its name."""
    try:
        reading = look(bytes_of(folder / file), file)
    except FaultyWorkbookError as error:
        source.faults.extend(error.faults)
        return None
    faults = [fault for fault in reading.faults if not (pool and _of_no_needs(fault))]
    source.faults.extend(replace(fault, sheet=f"{file}, {fault.sheet}") for fault in faults)
    return reading.contents


def _of_no_needs(fault: Fault) -> bool:
    """Tell whether a workbook lacks needs, of which a pool has none."""
    return fault.sheet == layout.NEEDS.title and fault.cell == "A2"


def _orientations(source: HospitalSource) -> Iterator[Orientation]:
    seen: set[tuple[str, str]] = set()
    for row in source.rows(FLOAT_POOL):
        facts, least, most = row.facts(), row[LEAST], row[MOST]
        if least is not None and most is not None and least > most:
            row.fault(MOST, f"at most {most} and at least {least} cannot both be", "mend one of them")
        if row.ok and (facts["who"], facts["unit"]) in seen:
            row.fault(UNIT, f"{facts['who']} stands twice for {facts['unit']}", "leave one of the rows")
        if row.ok:
            seen.add((facts["who"], facts["unit"]))
            yield Orientation(**facts)


def _check_periods(source: HospitalSource, contents: Iterable[tuple[str, Contents]]) -> None:
    """Take note of workbooks that are not for the first one's period, or not in its currency."""
    first: Contents | None = None
    for code, each in contents:
        first = first or each
        calendar, period = each.unit.calendar, first.unit.calendar
        if (calendar.first, calendar.last) != (period.first, period.last):
            told = f"{code} is planned from {calendar.first} to {calendar.last}"
            remedy = f"make it {period.first} to {period.last}, as the first unit's"
            source.faults.append(Fault(UNITS.title, "", told, remedy))
        if each.unit.currency != first.unit.currency:
            told = f"{code} is paid in {each.unit.currency}, the first unit in {first.unit.currency}"
            source.faults.append(Fault(UNITS.title, "", told, "use one currency"))
