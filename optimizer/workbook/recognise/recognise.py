"""The way in: any file to a proposal of what it holds."""

from optimizer.workbook.recognise.left_out import what_is_left
from optimizer.workbook.recognise.proposal import LeftOut, Proposal, Question, Table
from optimizer.workbook.recognise.read.read import read_sheets
from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.sheet import RawSheet
from optimizer.workbook.recognise.sheet_tables import Found, tables_on


def recognise(name: str, content: bytes) -> Proposal:
    """Return what a file holds: tables, questions, and every cell that found no place. Nothing is guessed silently."""
    try:
        sheets = read_sheets(name, content)
    except RefusedError as error:
        return Proposal(name, str(error))
    found = [tables_on(sheet, name) for sheet in sheets]
    if not any(each.tables for each in found):
        return Proposal(name, _nothing(name, found), left_out=_left(sheets, found))
    tables = tuple(table for each in found for table in each.tables)
    return Proposal(name, None, tables, _once(found), _left(sheets, found))


def _nothing(name: str, found: list[Found]) -> str:
    reasons = [each.why for each in found if each.why]
    return (
        f"{name} holds no table that can be made out: "
        + ("; ".join(dict.fromkeys(reasons)) or "no header, no names and no days")
        + "."
    )


def _once(found: list[Found]) -> tuple[Question, ...]:
    return tuple(dict.fromkeys(question for each in found for question in each.questions))


def _left(sheets: tuple[RawSheet, ...], found: list[Found]) -> tuple[LeftOut, ...]:
    return tuple(
        left
        for sheet, each in zip(sheets, found, strict=True)
        for left in what_is_left(sheet, each.tables, each.left_out)
    )


__all__ = ["Proposal", "Table", "recognise"]
