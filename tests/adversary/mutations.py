"""Sample workbooks with something done to them at random: to cells, rows, sheets, parts or bytes."""

import random
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.panel import layout as panel_layout
from optimizer.workbook.unit import layout as unit_layout
from tests.adversary.trial import Case
from tests.paths import SAMPLES
from tests.workbook.books import saved, with_many_digits
from tests.workbook.parts import names, with_part
from tests.workbook.values import OF_ANY_TYPE, SPOILT, TYPED

FROM = (
    ("unit-small", "unit", 10), ("unit-clash", "unit", 2), ("unit-shortage", "unit", 2), ("unit-faulty", "unit", 1),
    ("unit-medsurg", "unit", 3), ("unit-icu", "unit", 2), ("panel-small", "panel", 3),
)  # fmt: skip
"""Samples to begin with, the kind of each, and how often it is taken."""
VALUES = (*OF_ANY_TYPE, *TYPED, *SPOILT)
TITLES = (*unit_layout.READ, *panel_layout.READ, "Sheet1", "staff ", "x" * 31)
Draw = random.Random


def random_cases(number: int, seed: int) -> list[Case]:
    """Return cases that are the same ones for the same seed, however many are asked for."""
    draw = Draw(seed)
    found = []
    for index in range(number):
        sample, kind, _ = draw.choices(FROM, [often for *_, often in FROM])[0]
        found.append(
            Case(
                f"random {index} of {sample}", kind, partial(_mutated, SAMPLES / f"{sample}.xlsx"), draw.getrandbits(32)
            )
        )
    return found


def _mutated(path: Path, draw: Draw) -> bytes:
    content = path.read_bytes()
    if draw.random() < 0.75:
        return _in_the_book(content, draw)
    return draw.choice((_in_a_part, _in_the_bytes))(content, draw)


def _in_the_book(content: bytes, draw: Draw) -> bytes:
    """Change what openpyxl can change, mostly cells."""
    book = load_workbook(BytesIO(content))
    for _ in range(draw.choice((1, 1, 1, 1, 2, 4, 6))):
        draw.choices((_cells, _move, _insert, _delete, _sheets, _merge), (12, 2, 2, 2, 2, 1))[0](book, draw)
    return with_many_digits(saved(book))


def _some_sheet(book: Workbook, draw: Draw) -> Worksheet:
    return draw.choice(book.worksheets)


def _cells(book: Workbook, draw: Draw) -> None:
    """Write one or several cells of a sheet, most often near its beginning, where columns are named."""
    sheet = _some_sheet(book, draw)
    far = draw.random() < 0.3
    for _ in range(draw.choice((1, 1, 2, 5, 40))):
        row = draw.randint(1, (sheet.max_row if far else min(sheet.max_row, 12)) + 1)
        cell = sheet.cell(row, draw.randint(1, sheet.max_column + 1))
        if cell.__class__.__name__ != "MergedCell":
            cell.value = _value(sheet, cell.column, draw)


def _value(sheet: Worksheet, column: int, draw: Draw) -> object:
    """Return something for a cell: from its own column or another, odd, typed, or letters of any script."""
    chance = draw.random()
    if chance < 0.5:
        row = draw.randint(1, sheet.max_row)
        return sheet.cell(row, column if chance < 0.4 else draw.randint(1, sheet.max_column)).value
    if chance < 0.6:
        return "".join(chr(draw.choice((draw.randint(33, 126), draw.randint(161, 0x2FFF)))) for _ in range(6))
    return draw.choice(VALUES)


def _move(book: Workbook, draw: Draw) -> None:
    sheet = _some_sheet(book, draw)
    reach = f"A{draw.randint(1, 5)}:{draw.choice('CFP')}{draw.randint(6, 30)}"
    sheet.move_range(reach, rows=draw.randint(0, 4), cols=draw.randint(0, 3))


def _insert(book: Workbook, draw: Draw) -> None:
    sheet = _some_sheet(book, draw)
    draw.choice((sheet.insert_rows, sheet.insert_cols))(draw.randint(1, 6), draw.randint(1, 3))


def _delete(book: Workbook, draw: Draw) -> None:
    sheet = _some_sheet(book, draw)
    draw.choice((sheet.delete_rows, sheet.delete_cols))(draw.randint(1, 6), draw.randint(1, 3))


def _sheets(book: Workbook, draw: Draw) -> None:
    """Rename, copy, hide, empty, remove or reorder a sheet."""
    sheet = _some_sheet(book, draw)
    match draw.randrange(6):
        case 0:
            sheet.title = draw.choice(TITLES)
        case 1:
            book.copy_worksheet(sheet)
        case 2:
            sheet.sheet_state = draw.choice(("hidden", "veryHidden"))
        case 3:
            sheet.delete_rows(1, sheet.max_row)
        case 4 if len(book.worksheets) > 1:
            book.remove(sheet)
        case _:
            book.move_sheet(sheet, draw.randint(-9, 9))


def _merge(book: Workbook, draw: Draw) -> None:
    row, column = draw.randint(1, 6), draw.randint(1, 6)
    _some_sheet(book, draw).merge_cells(
        start_row=row,
        start_column=column,
        end_row=row + draw.choice((0, 1, 50)),
        end_column=column + draw.randint(0, 3),
    )


def _in_a_part(content: bytes, draw: Draw) -> bytes:
    """Damage one part of the archive, most often a sheet, or leave it out."""
    parts = names(content)
    main = [name for name in parts if "worksheets/sheet" in name or name.endswith(("workbook.xml", "styles.xml"))]
    return with_part(content, draw.choice(main if draw.random() < 0.8 else parts), lambda part: _damaged(part, draw))


def _damaged(part: bytes, draw: Draw) -> bytes | None:
    where, until = sorted(draw.randint(0, len(part)) for _ in range(2))
    ways: tuple[Callable[[], bytes | None], ...] = (
        lambda: None,
        lambda: b"",
        lambda: part[:where],
        lambda: part[:where] + part[until:],
        lambda: part[:until] + part[where:],
        lambda: part[:where] + draw.randbytes(8) + part[where:],
        lambda: part.replace(*draw.choice(SWAPS)),
        lambda: part.replace(*draw.choice(SWAPS), 1),
    )
    return draw.choices(ways, (1, 1, 1, 2, 2, 2, 6, 6))[0]()


SWAPS = (
    (b't="n"', b't="s"'), (b't="inlineStr"', b't="n"'), (b't="inlineStr"', b't="e"'), (b't="inlineStr"', b't="d"'),
    (b't="n"', b't="b"'), (b"<v>", b"<v>-"), (b"<v>", b"<v>9999"), (b"</v>", b"e9</v>"), (b"<row ", b"<rows "),
    (b' r="A', b' r="'), (b' r="', b' R="'), (b' r="B', b' r="XFD'), (b' s="', b' s="9'), (b"<t>", b"<t>&#10;"),
    (b"</c>", b""), (b"<is>", b"<is><r>"), (b"sheetId", b"sheetid"), (b"rId1", b"rId2"), (b'name="', b'name="&amp;'),
    (b"UTF-8", b"UTF-16"), (b"sheetData", b"sheetdata"), (b"numFmtId", b"numfmtid"), (b'count="', b'count="x'),
)  # fmt: skip


def _in_the_bytes(content: bytes, draw: Draw) -> bytes:
    """Flip some bytes of the archive, cut it off, or repeat a piece of it."""
    spoilt = bytearray(content)
    for _ in range(draw.choice((1, 2, 10, 200))):
        spoilt[draw.randrange(len(spoilt))] ^= 1 << draw.randrange(8)
    where = draw.randrange(len(spoilt))
    return bytes(draw.choice((spoilt, spoilt, spoilt[:where], spoilt[:where] + spoilt[where // 2 :])))
