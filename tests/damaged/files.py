"""Invented rosters as files: workbooks of two kinds and texts, and workbooks and texts of random cells."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook

from tests.workbook.recognise.wild.kinds import KINDS
from tests.workbook.recognise.wild.made import Made, as_csv

Sheets = Sequence[tuple[str | None, Sequence[Sequence[Any]]]]
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "cp1252",
    "cp1250",
    "shift_jis",
    "gb18030",
    "euc_kr",
    "tis-620",
    "utf-16-le",
)
WORDS = (
    "D",
    "N",
    "AL",
    "Name",
    "Date",
    "Total",
    "Mon",
    "Monday",
    "March 2026",
    "01/02/2026",
    "31.12.",
    "07:00",
    "07:00-15:00",
    "夜",
    "=1+1",
    "x" * 300,
    "Legend",
    "E = Early",
    "\t",
    "0",
    "1e999",
    "nan",
    "-",
    "Jan",
    "\u202e",
    "📅",
)


def roster(rng: Random) -> Made:
    """Return an invented roster of any kind."""
    return KINDS[rng.choice([*KINDS])](rng)


def sheets_of(made: Made) -> Sheets:
    """Return the sheets of a roster."""
    return ((made.title, made.rows), *made.more)


def random_sheets(rng: Random) -> Sheets:
    """Return sheets with anything anywhere."""
    return [(f"S{number}", _random_rows(rng)) for number in range(rng.randint(1, 3))]


def _random_rows(rng: Random) -> list[list[Any]]:
    height, width, filled = rng.choice((1, 5, 40, 200)), rng.choice((1, 3, 35, 120)), rng.random()
    return [[random_value(rng) if rng.random() < filled else None for _ in range(width)] for _ in range(height)]


def random_value(rng: Random) -> Any:
    """Return a value of any type that a cell can have."""
    day = date(1900, 3, 1) + timedelta(days=rng.randint(0, 70_000))
    return rng.choice(
        (
            rng.choice(WORDS),
            rng.randint(-5, 40),
            rng.randint(-(10**12), 10**12),
            rng.random() * 1e6,
            day,
            datetime.combine(day, time(7)),
            time(rng.randint(0, 23), 30),
            rng.random() < 0.5,
            "".join(
                chr(rng.choice((rng.randint(32, 126), rng.randint(160, 0x9FFF)))) for _ in range(rng.randint(1, 12))
            ),
        )
    )


def as_xlsx(rng: Random, sheets: Sheets) -> bytes:
    """Return sheets as a workbook, some with merges and hidden rows."""
    book = Workbook()
    book.remove(book.active)
    for number, (title, rows) in enumerate(sheets):
        sheet = book.create_sheet((title or f"Sheet{number}")[:31])
        for row, values in enumerate(rows, 1):
            for column, value in enumerate(values, 1):
                if value not in (None, ""):
                    sheet.cell(row, column, _storable(value))
        if rng.random() < 0.3:
            row, column = rng.randint(1, 20), rng.randint(1, 20)
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + rng.randint(0, 3),
                end_column=column + rng.randint(0, 5),
            )
            sheet.row_dimensions[rng.randint(1, 20)].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _storable(value: Any) -> Any:
    return "".join(letter for letter in value if letter >= " " or letter in "\n\t") if isinstance(value, str) else value


def as_ods(sheets: Sheets) -> bytes:
    """Return sheets as an OpenDocument workbook of texts."""
    tables = "".join(_ods_table(title or "S", rows) for title, rows in sheets)
    spaces = " ".join(f'xmlns:{each}="{OASIS}:{each}:1.0"' for each in ("office", "table", "text"))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return out.getvalue()


def _ods_table(title: str, rows: Sequence[Sequence[Any]]) -> str:
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in as_csv(rows))
    return f'<table:table table:name="{escape(title, {chr(34): "&quot;"})}">{lines}</table:table>'


def _ods_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{escape(_storable(text))}</text:p></table:table-cell>'


def as_text_file(rng: Random, sheets: Sheets) -> bytes:
    """Return the first sheet as text, with any separator and in any encoding."""
    out = io.StringIO()
    csv.writer(out, delimiter=rng.choice(",;\t|")).writerows(as_csv(sheets[0][1]))
    return out.getvalue().encode(rng.choice(ENCODINGS), "replace")
