"""Workbooks to change by hand, and what is told of a cell."""

import pickle
import zipfile
from functools import lru_cache
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

MANY_DIGITS = 9_876_543_219
"""Stands for a number of 400 digits, which openpyxl reads and does not write."""


def book_of(content):
    """Return a workbook of bytes that are read once, however many tests change its cells: nothing but cells."""
    return pickle.loads(_read(content))


@lru_cache(maxsize=16)
def _read(content):
    return pickle.dumps(load_workbook(BytesIO(content)))


def changed(content, cells):
    """Return the bytes of a workbook with some cells changed: {(sheet, cell): value}; text is never a formula."""
    book = book_of(content)
    for (sheet, place), value in cells.items():
        cell = book[sheet][place]
        cell.value = value
        if isinstance(value, str) and not value.startswith("#"):
            cell.data_type = "s"
    return saved(book)


def set_calendar(book, settings):
    """Change settings on the sheet Calendar of a workbook: {setting: value}; those that it lacks are added."""
    rows = {row[0].value: row for row in book["Calendar"].iter_rows(min_row=2)}
    for name, value in settings.items():
        if name in rows:
            rows[name][1].value = value
        else:
            book["Calendar"].append([name, value])


def saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_many_digits(content):
    """Return a workbook in which every number that stands for one of 400 digits is one."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(str(MANY_DIGITS).encode(), b"9" * 400))
    return file.getvalue()


def with_cached(content, values):
    """Return a workbook whose formulas came to these values, by their text, as Excel would have saved it."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            for formula, value in values.items():
                part = part.replace(f"<f>{formula}</f><v />".encode(), f"<f>{formula}</f><v>{value}</v>".encode())
                part = part.replace(f"<f>{formula}</f><v></v>".encode(), f"<f>{formula}</f><v>{value}</v>".encode())
            new.writestr(name, part)
    return file.getvalue()


def names(told, sheet, cell):
    """Tell whether any fault or unread range is at a cell."""
    return any(each.sheet == sheet and each.cell and _within(each.cell, cell) for each in told)


def in_row(told, sheet, cell):
    """Tell whether any fault is in a cell's row, or at the sheet's header."""
    row = coordinate_to_tuple(cell)[0]
    return any(each.sheet == sheet and each.cell and range_boundaries(each.cell)[1] in (1, row) for each in told)


def _within(reach, cell):
    left, top, right, bottom = range_boundaries(reach)
    row, column = coordinate_to_tuple(cell)
    return left <= column <= right and top <= row <= bottom
