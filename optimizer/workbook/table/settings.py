"""Reads lists of settings and values."""

from optimizer.workbook.table.faults import meant
from optimizer.workbook.table.sheet import SETTING
from optimizer.workbook.table.table import Row, Table


def setting_rows(table: Table, settings: tuple[tuple[str, str], ...]) -> dict[str, Row]:
    """Return the row of every known setting; take note of the others."""
    rows, known = {}, {name.casefold(): name for name, _ in settings}
    for row in table.rows():
        name = str(row.raw(SETTING.header) or "")
        if known.get(name.casefold()) in rows:
            row.fault(SETTING.header, f"'{name}' stands twice", "leave one of them")
        elif name.casefold() in known:
            rows[known[name.casefold()]] = row
        else:
            row.fault(SETTING.header, f"'{name}' is not a setting", meant(name, known.values()))
    return rows
