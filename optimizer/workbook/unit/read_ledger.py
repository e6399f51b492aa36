"""Reads what everyone bore and got in earlier periods."""

from datetime import date

from optimizer.staffing.facts.ledger import Ledger, LedgerRow
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.table import Row, number, text, whole
from optimizer.workbook.unit.layout_ledger import LEDGER

MOST = 10_000
COUNTS = {
    "Nights": "nights",
    "Weekends": "weekends",
    "Holidays": "holidays",
    "Asked": "asked",
    "Granted": "granted",
    "Moved": "moved",
    "Denied in a row": "denied_in_a_row",
}


def read_ledger(source: UnitSource) -> Ledger:
    """Return the rows of the ledger, those of people who left too; none when the workbook has no such sheet."""
    table, found = source.table(LEDGER), dict[tuple[str, date], LedgerRow]()
    for row in table.rows() if table else ():
        who = row.get("Staff", text)
        first, last = row.get("From", source.within_ten_years), row.get("To", source.within_ten_years)
        fte, present = row.get("FTE", number(0, 2)), row.get("Days present", whole(0, 366))
        counts = {field: row.get(header, whole(0, MOST)) or 0 for header, field in COUNTS.items()}
        if who is None or first is None or last is None or fte is None or present is None or not row.ok:
            continue
        entry = LedgerRow(who, first, last, fte, present, **counts)
        _check(row, entry)
        if (who, first) in found:
            row.fault("From", f"'{who}' has a row from {first} already", "leave one of them")
        found[who, first] = entry
    return tuple(found.values())


def _check(row: Row, entry: LedgerRow) -> None:
    """Take note of a row that contradicts itself."""
    if entry.last < entry.first:
        row.fault("To", f"{entry.last} is before the first day {entry.first}", "swap or mend the dates")
    elif entry.present > len(entry.period.days):
        row.fault("Days present", "there are more than the period has", f"write at most {len(entry.period.days)}")
    if entry.granted > entry.asked:
        row.fault("Granted", "more is granted than was asked for", f"write at most {entry.asked}")
