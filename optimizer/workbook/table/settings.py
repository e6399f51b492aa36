"""Lists of settings: every row is a setting, declared as a column is, and its value."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from optimizer.workbook.table.codecs import ANYTHING, TEXT
from optimizer.workbook.table.faults import meant
from optimizer.workbook.table.sheet import CellValues, Column, Sheet
from optimizer.workbook.table.sheets import Sheets
from optimizer.workbook.table.table import SheetRow, SheetTable

T = TypeVar("T")
SETTING = Column("Setting", "What is set.", TEXT, required=True, width=34)
VALUE = Column("Value", "What it is set to.", ANYTHING, required=True, width=22)
SETTING_ABOUT: Column[str] = Column("About", "What the setting means.", width=70)


def settings_sheet(
    title: str, about: str, settings: tuple[Column[Any], ...], *, of: type | None = None, needed: bool = False
) -> Sheet:
    """Return a sheet that lists settings; ``of`` is the class whose fields they fill."""
    return Sheet(title, about, (SETTING, VALUE, SETTING_ABOUT), needed, of, settings)


class SettingsRead:
    """The settings of a sheet, read when they are asked for: ``read[FIRST_DAY]`` is None when empty or unreadable."""

    def __init__(self, source: Sheets, sheet: Sheet) -> None:
        self.sheet, self.table = sheet, source.table(sheet)
        self.rows = setting_rows(self.table, sheet.settings) if self.table else {}
        self.values = {setting: self._value(setting) for setting in sheet.settings}

    def __getitem__(self, setting: Column[T]) -> T | None:
        """Return what a setting is set to."""
        return self.values[setting]

    def facts(self) -> dict[str, Any]:
        """Return what is set, by the fields that the settings fill; what is empty is left out."""
        return {each.field: value for each, value in self.values.items() if each.field and value is not None}

    @property
    def header(self) -> SheetRow | None:
        """Return the row of the header, for what is missing below it; None where the sheet is."""
        return SheetRow(self.table, self.table.header_row) if self.table else None

    def _value(self, setting: Column[T]) -> T | None:
        row = self.rows.get(setting)
        if row is None or setting.codec is None or (row.raw(VALUE) is None and not setting.required):
            return None
        return row.read(VALUE, setting.codec)


def setting_rows(table: SheetTable, settings: tuple[Column[Any], ...]) -> dict[Column[Any], SheetRow]:
    """Return the row of every known setting; take note of the others."""
    rows, known = dict[Column[Any], SheetRow](), {each.header.casefold(): each for each in settings}
    for row in table.rows():
        name = str(row.raw(SETTING) or "")
        found = known.get(name.casefold())
        if found is None:
            row.fault(SETTING, f"'{name}' is not a setting", meant(name, (each.header for each in settings)))
        elif found in rows:
            row.fault(SETTING, f"'{name}' stands twice", "leave one of them")
        else:
            rows[found] = row
    return rows


def setting_lines(sheet: Sheet, values: Mapping[Column[Any], Any]) -> Iterator[CellValues]:
    """Yield a line for every setting of a sheet, without a value where none is given."""
    for each in sheet.settings:
        yield each.header, each.written(values.get(each)), each.about
