"""Files that mean harm, or are broken: a sentence about what is wrong, or a safe read."""

import random
import zipfile
from io import BytesIO
from time import monotonic

import pytest
from openpyxl import Workbook

from optimizer.workbook.recognise.recognise import recognise
from tests.workbook.books import saved
from tests.workbook.recognise.layouts import month

CODES = month(31)


def roster(header=None) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(["March 2026"])
    sheet.append(header or ["Name", *range(1, 32)])
    for row in CODES:
        sheet.append(row)
    return saved(book)


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Return a workbook with other parts in the place of some, and with more."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, old.read(name)))
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    b"</sheetData></worksheet>"
)
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + FAR
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BROKEN = {
    "empty.xlsx": b"",
    "short.xlsx": b"PK\x03\x04",
    "cut.xlsx": roster()[:3000],
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + b"0" * 100,
    "page.xls": b"<html><table><tr><td>1</td></tr></table></html>",
    "report.pdf": b"%PDF-1.7 ...",
    "old.xls": OLE + b"\0" * 600,
    "locked.xlsx": OLE + "EncryptedPackage".encode("utf-16-le"),
    "zeros.csv": b"a\0\0\0b,c\0\0\n" * 40,
    "blank.csv": b" , , \n,,\n",
    "destroyed.csv": "\ufffd\ufffdn\0a\0m\0e\0,\0d\0a\0y\0".encode(),
    "far.xlsx": repacked(roster(), {SHEET: FAR}),
    "entities.xlsx": repacked(roster(), {SHEET: ENTITIES}),
    "other.zip": b"PK\x05\x06" + b"\0" * 18,
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_refused_in_a_sentence(name):
    began = monotonic()
    proposal = recognise(name, BROKEN[name])
    assert proposal.refuse and proposal.refuse.startswith(name) and proposal.refuse.endswith(".")
    assert not proposal.tables
    assert monotonic() - began < 30


def test_what_unpacks_to_too_much_is_refused():
    bomb = repacked(roster(), {"xl/media/a.bin": b"0" * 401_000_000})
    assert len(bomb) < 1_000_000
    assert "unpacks to more" in (recognise("bomb.xlsx", bomb).refuse or "")


@pytest.mark.parametrize("name", ["roster.xls", "roster.csv", "roster.txt", "roster"])
def test_a_wrong_extension_does_not_matter(name):
    assert recognise(name, roster()).tables[0].days == 31


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1250"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_texts_of_every_encoding_and_separator_are_read(encoding, separator):
    rows = [
        ["Name", "Stanowisko", "Team"],
        ["Jörg Müller", "Pfleger", "A"],
        ["Zoé Blanc", "Pfleger", "B"],
        ["Jörg Köhler", "Pfleger", "B"],
    ]
    text = "\r\n".join(separator.join(row) for row in rows)
    assert recognise("staff.csv", text.encode(encoding)).tables[0].people == ("Jörg Müller", "Zoé Blanc", "Jörg Köhler")


def test_formulas_without_values_are_blank_and_never_worked_out():
    proposal = recognise("roster.xlsx", roster(["Name", *(f"={day}+0" for day in range(1, 32))]))
    assert all(table.kind != "grid" for table in proposal.tables)


def test_damaged_workbooks_never_crash():
    content = roster()
    chance = random.Random(1)
    for _ in range(12):
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 20, 200))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        proposal = recognise("damaged.xlsx", bytes(damaged))
        assert proposal.refuse or proposal.tables or proposal.left_out


def test_random_texts_never_crash():
    chance = random.Random(2)
    words = [
        "Name",
        "1",
        "2",
        "3.5",
        "D",
        "Mon",
        "2026-03-01",
        "Total",
        "",
        "Shift",
        "ID",
        "\x07",
        "日",
        "0/0/0",
        "99.99.9999",
        "required",
        "-31",
    ]
    for _ in range(60):
        text = "\n".join(
            ",".join(chance.choice(words) for _ in range(chance.randrange(12))) for _ in range(chance.randrange(14))
        )
        proposal = recognise("random.csv", text.encode() or b"x")
        assert proposal.refuse or proposal.tables or proposal.left_out
