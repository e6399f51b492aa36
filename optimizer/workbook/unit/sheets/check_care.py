"""Finds what cannot be right between the sheets that needs are computed from."""

from collections.abc import Iterator

from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.care import Care, Census, CensusFrom
from optimizer.staffing.facts.demand import most_particular
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import on
from optimizer.staffing.need.acuity import part_of
from optimizer.staffing.need.computed_need import fillers_on, ratio_carrier
from optimizer.staffing.need.forecast import census_in_force
from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.sheet import Sheet
from optimizer.workbook.unit.sheets.care import CARE
from optimizer.workbook.unit.sheets.census import CENSUS, CENSUS_HISTORY
from optimizer.workbook.unit.sheets.mix import MIX


def care_faults(unit: Unit, care: Care) -> Iterator[Fault]:
    """Yield what is missing, or does not add up, before needs can be computed."""
    source = CENSUS if care.census_from is CensusFrom.SHEET else CENSUS_HISTORY
    empty = [*_empty(care, source)]
    yield from empty
    if empty:
        return
    census = census_in_force(care)
    labels = tuple(dict.fromkeys(row.shift for row in census))
    yield from _missing_days(unit.calendar, census, source)
    yield from _part_shares(unit, care, labels)
    for label in labels:
        yield from _mix_faults(unit, care, label)


def _empty(care: Care, source: Sheet) -> Iterator[Fault]:
    problem = "there is nothing below the header"
    if not (care.census if source is CENSUS else care.history):
        yield Fault(source.title, "A2", problem, "add the patients of every shift")
    if not care.mix:
        yield Fault(MIX.title, "A2", problem, "add the roles that care for the patients")


def _missing_days(calendar: Calendar, census: tuple[Census, ...], source: Sheet) -> Iterator[Fault]:
    """Yield a fault for every shift that has patients on some days and is not spoken of on others."""
    for label in dict.fromkeys(row.shift for row in census):
        held = [row for row in census if row.shift == label]
        missing = [day for day in calendar.days if not most_particular(day, held, calendar)]
        if missing:
            problem = f"no row tells the patients of {label} on {on(missing[0])}"
            yield Fault(source.title, "A1", problem, "add a row for such a day, with 0 where there are none")


def _part_shares(unit: Unit, care: Care, labels: tuple[str, ...]) -> Iterator[Fault]:
    shares = care.times.shares
    parts = {part_of(unit, label) for label in labels}
    total = sum(shares.get(part, 0) for part in parts)
    if shares and labels and total != 100:
        problem = f"the shares of care of {', '.join(sorted(parts))} come to {total} %"
        yield Fault(CARE.title, "A1", problem, "write shares that come to 100 %, or none at all")


def _mix_faults(unit: Unit, care: Care, label: str) -> Iterator[Fault]:
    fillers = fillers_on(unit, care, label)
    total = sum(filler.share for filler in fillers)
    if total != 100:
        problem = f"the shares of care on {label} come to {total} %"
        yield Fault(MIX.title, "C1", problem, "write shares that come to 100 % on every shift")
    if ratio_carrier(fillers) is None and any(level.most for level in care.levels):
        problem = f"nobody on {label} counts to the ratio, though the sheet Acuity has patients per nurse"
        yield Fault(MIX.title, "D1", problem, "write yes for the role that holds the patients")
