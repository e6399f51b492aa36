"""What each row of a grid is: a person, a person's second row, numbers a day, or none of these."""

import re
from collections import Counter

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.idle import with_idle_people
from optimizer.workbook.recognise.grid.legend_lines import (
    LEGEND,
    MOST_IN_LEGEND,
    first_beside,
    gives_meaning,
    with_whole_legends,
)
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.names import looks_like_name, share_of_names
from optimizer.workbook.recognise.sheet import RawValue, as_number
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.columns import KNOWN
from optimizer.workbook.recognise.words.rows import says

MOSTLY = 0.8
FARTHEST = 200
"""Rows above a block within which others of the same roster are looked at for codes."""
LONGEST_WEEKDAY = 3
FEW = 0.5
CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.,][0-5]\d")


def rows_of(frame: Frame, headers: set[int]) -> list[Row]:
    """Return what each row below the header is. ``headers`` are rows that repeat a header."""
    numeric = _numeric_codes(frame, headers)
    known = _vocabulary(frame, headers)
    codes = known & _mixed(frame, headers)
    found: list[Row] = []
    for row in frame.body():
        found.append(_row(frame, row, headers, numeric, known, codes, found))
    return with_idle_people(frame, with_whole_legends(frame, found))


def _numeric_codes(frame: Frame, headers: set[int]) -> bool:
    """Return whether duties are numbers (1 for a shift, or hours): then a row of numbers may be a person."""
    labelled = [row for row in frame.body() if row not in headers and frame.name(row) and len(frame.filled(row)) > 1]
    plain = [row for row in labelled if not any(says(frame.label(row), sort) for sort in ("total", "need", "census"))]
    counts = [row for row in plain if numbers_in(frame, row) >= MOSTLY]
    return bool(plain) and len(counts) > 0.5 * len(plain)


def numbers_in(frame: Frame, row: int) -> float:
    """Return the share of a row's filled days that are numbers."""
    filled = frame.filled(row)
    return (
        sum(1 for column, text in filled if is_count(frame.sheet.at(row, column), text)) / len(filled)
        if filled
        else 0.0
    )


def is_count(value: RawValue, text: str) -> bool:
    """Return whether a cell holds a number; 07.00 and 15.30, written as text, are times."""
    return as_number(value) is not None and not (isinstance(value, str) and CLOCK.fullmatch(text))


def _vocabulary(frame: Frame, headers: set[int]) -> set[str]:
    """Return the texts that stand in the days of more than one row, here or in the blocks above."""
    places = range(max(min(headers, default=0), frame.top - FARTHEST), frame.bottom)
    texts = {row: [text for _, text in frame.filled(row)] for row in places if row not in headers}
    letters = {text for said in texts.values() for text in said if as_number(text) is None}
    rows: Counter[str] = Counter()
    for row, said in texts.items():
        if not (len(said) <= MOST_IN_LEGEND and first_beside(frame, row) in letters):  # a line of a legend
            rows.update({*said})
    return {text for text, count in rows.items() if count > 1}


def _row(
    frame: Frame, row: int, headers: set[int], numeric: bool, known: set[str], codes: set[str], before: list[Row]
) -> Row:
    label, filled = frame.label(row), frame.filled(row)
    if plain := _without_duties(frame, row, headers, known):
        return plain
    if _is_counts(frame, row, numeric, label, codes):
        return _numbers(frame, row, label, before)
    if frame.name(row):
        return _named(frame, row, filled, known)
    return _nameless(frame, row, label, filled, known, before)


def _without_duties(frame: Frame, row: int, headers: set[int], known: set[str]) -> Row | None:
    """Return a row in which nobody does anything: a header again, a legend, a blank, a vacancy; None for others."""
    label, filled = frame.label(row), frame.filled(row)
    if row in headers:
        return Row(row, "header", why="the header again")
    if gives_meaning(frame, row, filled, known):
        return Row(row, "note", label, LEGEND)
    if not filled:
        return Row(row, "idle" if frame.name(row) else "note" if label else "blank", frame.name(row))
    return Row(row, "vacant", label, "a place that nobody holds") if says(label, "vacant") else None


def _is_counts(frame: Frame, row: int, numeric: bool, label: str, codes: set[str]) -> bool:
    """Return whether a row holds numbers a day and no duties."""
    said = any(says(label, sort) for sort in ("total", "need", "census"))
    usual = sum(1 for _, text in frame.filled(row) if text in codes) >= 0.9 * len(frame.filled(row))
    beside = any(text in codes and as_number(text) is None for _, text in frame.filled(row))  # no count is a letter
    if frame.name(row) and (numeric or ((beside or looks_like_name(label)) and not said and usual)):
        return said
    return numeric or numbers_in(frame, row) >= MOSTLY


def _mixed(frame: Frame, headers: set[int]) -> set[str]:
    """Return what stands in rows that hold numbers beside letters: their numbers are duties."""
    rows = [row for row in frame.body() if row not in headers and len(frame.filled(row)) > 3]
    return {text for row in rows if 0 < numbers_in(frame, row) < MOSTLY for _, text in frame.filled(row)}


def _nameless(
    frame: Frame, row: int, label: str, filled: list[tuple[int, str]], known: set[str], before: list[Row]
) -> Row:
    """Settle a row with duties and no name: the second row of the person above, or a note."""
    follows = bool(before) and before[-1].sort in ("person", "second")
    codes = sum(1 for _, text in filled if text in known)
    usual = codes >= (0.8 if label else 0.5) * len(filled)  # "Ist", "Actual": what was worked, below what was planned
    if follows and _is_post(frame, label, before):
        return Row(row, "vacant", label, "duties without a name: nothing tells whose they are")
    names = not label and share_of_names(text for _, text in filled) >= 0.6
    many = len(filled) > 2 and not any(says(label, sort) for sort in ("total", "need", "legend", "note"))
    if follows and (usual or many or (names and _holds_names(frame, before[-1].row))):
        return Row(row, "second", before[-1].who, "a second row of the person above", label)
    return Row(row, "note", label, "text beside the grid")


def _is_post(frame: Frame, label: str, before: list[Row]) -> bool:
    """Return whether a row without a name has a job of the people above, and few rows do: it is nobody's second row."""
    people = [row.row for row in before if row.sort == "person"]
    jobs = {frame.words(row, column) for row in people for column in frame.beside() if column not in frame.names}
    unnamed = [row for row in frame.body() if not frame.name(row) and frame.label(row) in jobs and frame.filled(row)]
    return bool(label) and label in jobs and len(unnamed) < FEW * len(people)


def _holds_names(frame: Frame, row: int) -> bool:
    return share_of_names(text for _, text in frame.filled(row)) >= 0.6


def _numbers(frame: Frame, row: int, label: str, before: list[Row]) -> Row:
    people = any(each.sort == "person" for each in before)
    if label and says(label, "total") and not says(label, "need"):
        return Row(row, "total", label, "totals")
    if label and says(label, "need"):
        return Row(row, "demand", label, "people needed a day")
    if label and (says(label, "census") or not people) and len(frame.filled(row)) > 2:
        return Row(row, "census", label, "numbers a day")
    return Row(row, "total", label, "totals or counts")


def _named(frame: Frame, row: int, filled: list[tuple[int, str]], known: set[str]) -> Row:
    name = frame.name(row)
    letters = all(len(text) <= LONGEST_WEEKDAY for _, text in filled)
    if letters and KNOWN.get(folded(name)) == "name" and row <= max(frame.axis.heads) + 2:
        return Row(row, "header", name, "titles of columns")
    usual = sum(1 for _, text in filled if text in known)
    few = len(filled) <= 2 and len(filled) < 0.15 * len(frame.axis.columns)
    if says(name, "legend") or ("=" in name and few):
        return Row(row, "note", name, "a legend")
    if few and usual < len(filled) and (says(name, "note") or any(len(text) > 12 for _, text in filled)):
        return Row(row, "note", name, "a note or a signature")
    if usual == 0 and len(filled) > 2 and says(name, "note"):
        return Row(row, "note", name, "a note")
    if says(name, "total") and usual < 0.5 * len(filled):
        return Row(row, "total", name, "totals")
    return Row(row, "person", name)
