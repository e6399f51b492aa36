"""What is done to files at random: bytes and parts of a workbook spoilt, rows and columns moved."""

import io
import zipfile
from random import Random
from typing import Any

from tests.damaged.files import Sheets, random_value


def spoilt(rng: Random, content: bytes) -> bytes:
    """Return bytes after a few accidents."""
    spoiled = bytearray(content)
    for _ in range(rng.choice((1, 3, 30))):
        if not spoiled:
            break
        begin = rng.randrange(len(spoiled))
        end = min(len(spoiled), begin + rng.choice((1, 8, 500)))
        sort = rng.choice(("turn", "cut", "double", "zero", "end"))
        if sort == "turn":
            spoiled[begin] ^= 1 << rng.randrange(8)
        elif sort == "cut":
            del spoiled[begin:end]
        elif sort == "double":
            spoiled[begin:begin] = spoiled[begin:end]
        elif sort == "zero":
            spoiled[begin:end] = bytes(end - begin)
        elif rng.random() < 0.3:
            del spoiled[begin:]
    return bytes(spoiled)


def spoilt_part(rng: Random, content: bytes) -> bytes:
    """Return a packed workbook in which one part, or two, was spoilt, left out or given another's name."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in rng.sample([*parts], min(len(parts), rng.choice((1, 1, 2)))):
        sort = rng.choice(("spoil", "spoil", "spoil", "drop", "empty", "swap", "numbers"))
        if sort == "drop":
            del parts[name]
        elif sort == "swap":
            parts[name] = parts[rng.choice([*parts])]
        elif sort == "numbers":
            parts[name] = parts[name].replace(
                b"1", str(rng.choice((0, -1, 99999999, 1048577))).encode(), rng.choice((1, 5))
            )
        else:
            parts[name] = spoilt(rng, parts[name]) if sort == "spoil" else b""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return out.getvalue()


def moved(rng: Random, sheets: Sheets) -> Sheets:
    """Return sheets with rows and columns moved, doubled or lost, and cells of anything between them."""
    return [(title, _moved(rng, [list(row) for row in rows])) for title, rows in sheets]


def _moved(rng: Random, rows: list[list[Any]]) -> list[list[Any]]:
    for _ in range(rng.choice((1, 4, 15))):
        if not rows:
            break
        row = rng.randrange(len(rows))
        sort = rng.choice(("shuffle", "drop", "double", "value", "column", "blank"))
        if sort == "shuffle":
            rng.shuffle(rows[row])
        elif sort == "drop":
            del rows[row]
        elif sort == "double":
            rows.insert(rng.randrange(len(rows)), [*rows[row]])
        elif sort == "value" and rows[row]:
            rows[row][rng.randrange(len(rows[row]))] = random_value(rng)
        elif sort == "column":
            place = rng.randint(0, 5)
            rows = [[*each[:place], random_value(rng) if rng.random() < 0.3 else None, *each[place:]] for each in rows]
        else:
            rows.insert(row, [])
    return rows
