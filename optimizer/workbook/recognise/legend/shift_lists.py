"""Lists of shifts that a file holds beside its rosters: they give codes their names and times, too."""

from collections.abc import Iterable

from optimizer.workbook.recognise.legend.entry import LegendEntry, entry_of
from optimizer.workbook.recognise.proposal import Table
from optimizer.workbook.recognise.sheet import RawValue

SAYING = ("shift name", "from", "to", "times", "comment", "description")


def entries_of(tables: Iterable[Table]) -> dict[str, LegendEntry]:
    """Return what the lists of shifts among tables say of each code."""
    cells: dict[str, dict[str, RawValue]] = {}
    for table in tables:
        for fact in table.facts if table.kind == "shifts" else ():
            if fact.who and fact.field:
                cells.setdefault(fact.who, {})[fact.field] = fact.value
    found = {
        code: entry_of(code, [fields[each] for each in SAYING if each in fields]) for code, fields in cells.items()
    }
    return {code: entry for code, entry in found.items() if entry}
