"""The damaged and random files, by sort: each is made again from its seed."""

from collections.abc import Callable
from random import Random

from tests.damaged.damage import moved, spoilt, spoilt_part
from tests.damaged.files import as_ods, as_text_file, as_xlsx, random_sheets, roster, sheets_of

Make = Callable[[Random], tuple[str, bytes]]
"""Makes a file's name and its bytes."""


def _spoilt_bytes(rng: Random) -> tuple[str, bytes]:
    return "roster.xlsx", spoilt(rng, as_xlsx(rng, sheets_of(roster(rng))))


def _spoilt_parts(rng: Random) -> tuple[str, bytes]:
    return "roster.xlsx", spoilt_part(rng, as_xlsx(rng, sheets_of(roster(rng))))


def _spoilt_ods(rng: Random) -> tuple[str, bytes]:
    content = as_ods(sheets_of(roster(rng)))
    return "roster.ods", content if rng.random() < 0.3 else spoilt_part(rng, content)


def _moved(rng: Random) -> tuple[str, bytes]:
    return "roster.xlsx", as_xlsx(rng, moved(rng, sheets_of(roster(rng))))


def _moved_text(rng: Random) -> tuple[str, bytes]:
    return "roster.csv", as_text_file(rng, moved(rng, sheets_of(roster(rng))))


def _spoilt_text(rng: Random) -> tuple[str, bytes]:
    return rng.choice(("roster.csv", "roster.tsv", "roster.txt")), spoilt(
        rng, as_text_file(rng, sheets_of(roster(rng)))
    )


def _random_cells(rng: Random) -> tuple[str, bytes]:
    return "random.xlsx", as_xlsx(rng, random_sheets(rng))


def _random_text(rng: Random) -> tuple[str, bytes]:
    return "random.csv", as_text_file(rng, random_sheets(rng))


def _junk(rng: Random) -> tuple[str, bytes]:
    start = rng.choice(
        (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF", b"<html>")
    )
    return rng.choice(("a.xlsx", "a.xls", "a.xlsb", "a.ods", "a.csv", "a")), start + rng.randbytes(
        rng.choice((0, 1, 50, 5_000, 200_000))
    )


SORTS: dict[str, Make] = {
    "spoilt bytes": _spoilt_bytes,
    "spoilt parts": _spoilt_parts,
    "spoilt ods": _spoilt_ods,
    "moved cells": _moved,
    "moved text": _moved_text,
    "spoilt text": _spoilt_text,
    "random cells": _random_cells,
    "random text": _random_text,
    "junk": _junk,
}


def case(number: int, seed: int) -> tuple[str, str, bytes]:
    """Return the sort of a case, the name of its file and its bytes."""
    sort = [*SORTS][number % len(SORTS)]
    return sort, *SORTS[sort](Random(f"{seed} {number}"))
