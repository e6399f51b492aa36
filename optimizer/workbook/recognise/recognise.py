"""The way in: any file to a proposal of what it holds."""

from collections.abc import Sequence
from dataclasses import replace

from optimizer.workbook.recognise.left_out import what_is_left
from optimizer.workbook.recognise.legend.entry import LegendEntry
from optimizer.workbook.recognise.legend.legend import FoundLegend, legend_on
from optimizer.workbook.recognise.legend.meanings import DUTIES, with_meanings
from optimizer.workbook.recognise.legend.shift_lists import entries_of
from optimizer.workbook.recognise.proposal import LeftOut, Proposal, Question, Table
from optimizer.workbook.recognise.read.read import read_sheets
from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.sheet import RawSheet, box_of
from optimizer.workbook.recognise.sheet_tables import Found, tables_on
from optimizer.workbook.recognise.unit_name import unit_over


def recognise(name: str, content: bytes) -> Proposal:
    """Return what a file holds: tables, questions, and every cell that found no place. Nothing is guessed silently."""
    try:
        return proposal_of(name, read_sheets(name, content))
    except RefusedError as error:
        return Proposal(name, str(error))


def proposal_of(name: str, sheets: Sequence[RawSheet]) -> Proposal:
    """Return what the sheets of a file hold."""
    found = [_with_unit(sheet, tables_on(sheet, name)) for sheet in sheets]
    if not any(each.tables for each in found):
        return Proposal(name, _nothing(name, found), left_out=_left(sheets, found, [FoundLegend({})] * len(found)))
    tables = tuple(table for each in found for table in each.tables)
    legends = _legends(sheets, found)
    said: dict[str, LegendEntry] = entries_of(tables)
    for legend in legends:
        said |= legend.entries
    return Proposal(name, None, with_meanings(tables, said), _once(found), _left(sheets, found, legends))


def _with_unit(sheet: RawSheet, found: Found) -> Found:
    """Return what was found with the unit that a title over the first roster names."""
    tops = [box[0] for table in found.tables if table.kind in DUTIES and (box := box_of(table.range))]
    unit = unit_over(sheet, min(tops)) if tops and sheet.home is None else ""
    tables = (replace(table, unit=unit) if table.kind in DUTIES else table for table in found.tables)
    return replace(found, tables=tuple(tables)) if unit else found


def _legends(sheets: Sequence[RawSheet], found: list[Found]) -> list[FoundLegend]:
    codes = {code for each in found for table in each.tables if table.kind in DUTIES for code, _ in table.codes}
    people = {person for each in found for table in each.tables for person in table.people or ()}
    return [legend_on(sheet, codes, taken_by(each.tables), people) for sheet, each in zip(sheets, found, strict=True)]


def taken_by(tables: Sequence[Table]) -> set[str]:
    """Return the addresses that tables of a sheet use."""
    return {fact.cell for table in tables for fact in table.facts} | {cell for table in tables for cell in table.used}


def _nothing(name: str, found: list[Found]) -> str:
    reasons = [each.why for each in found if each.why]
    return (
        f"{name} holds no table that can be made out: "
        + ("; ".join(dict.fromkeys(reasons)) or "no header, no names and no days")
        + "."
    )


def _once(found: list[Found]) -> tuple[Question, ...]:
    return tuple(dict.fromkeys(question for each in found for question in each.questions))


def _left(sheets: Sequence[RawSheet], found: list[Found], legends: list[FoundLegend]) -> tuple[LeftOut, ...]:
    return tuple(
        left
        for sheet, each, legend in zip(sheets, found, legends, strict=True)
        for left in what_is_left(sheet, each.tables, (*legend.places, *each.left_out))
    )


__all__ = ["Proposal", "Table", "proposal_of", "recognise"]
