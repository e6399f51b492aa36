"""What codes of duty are likely to mean: by what the file says of them, by the clock in them, by custom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from optimizer.staffing.facts.shift import Window
from optimizer.staffing.learn.codes.settled_times import settled_times
from optimizer.staffing.learn.codes.traditions import Sense, Tradition, tradition_of
from optimizer.staffing.learn.codes.understood import plain, understood
from optimizer.staffing.learn.codes.written_times import window_in, written_times
from optimizer.workbook.recognise.grid.marks import is_mark
from optimizer.workbook.recognise.legend.entry import LegendEntry, times_of
from optimizer.workbook.recognise.proposal import Meaning, Table

SORTS = {
    Sense.EARLY: "work early",
    Sense.DAY: "work day",
    Sense.LATE: "work late",
    Sense.NIGHT: "work night",
    Sense.LONG_DAY: "work day",
    Sense.LONG_NIGHT: "work night",
    Sense.WHOLE_DAY: "work day+night",
    Sense.LATE_AND_NIGHT: "work late+night",
    Sense.OFF: "off",
    Sense.LEAVE: "leave",
    Sense.SICK: "leave (sick)",
    Sense.CALL: "on call",
    Sense.STUDY: "training",
    Sense.ORIENTATION: "training",
}
DUTIES = ("grid", "transposed", "list", "requests", "calendar")


def with_meanings(tables: Sequence[Table], legend: Mapping[str, LegendEntry]) -> tuple[Table, ...]:
    """Return tables with a guess for each code of duty, the others as they are."""
    times = {plain(code): count for table in tables for code, count in table.codes if table.kind in DUTIES}
    tradition = tradition_of(times)
    return tuple(
        replace(table, meanings=_meanings(table, legend, tradition)) if table.kind in DUTIES else table
        for table in tables
    )


def _meanings(table: Table, legend: Mapping[str, LegendEntry], tradition: Tradition | None) -> tuple[Meaning, ...]:
    written = dict(table.codes)
    unused = [(code, 0) for code in legend if code not in written]
    settled = _settled([*written, *legend], legend, tradition)
    marks = {fact.code: fact.shift for fact in table.facts if fact.shift and is_mark(fact.code or "", fact.shift)}
    return tuple(
        _of_mark(code, count, marks[code])
        if code in marks
        else _meaning(code, count, legend.get(code), settled.get(code), tradition)
        for code, count in (*table.codes, *unused)
    )


def _of_mark(code: str, count: int, shift: str) -> Meaning:
    """Return what a mark means that the title over it, or the row, calls a shift."""
    taken, window = understood(shift, "", None), window_in(shift)
    sort = SORTS[taken.sense] if taken else _by_clock(window) if window else "work"
    return Meaning(code, count, sort, None, f"{code} marks who is on {shift}")


def _settled(codes: Sequence[str], legend: Mapping[str, LegendEntry], tradition: Tradition | None) -> dict[str, Window]:
    """Return the times that the legend gives codes, or these themselves, as all together tell them."""
    texts = {code: legend[code].written if code in legend else written_times(code) for code in codes}
    company = {code: times for code, times in texts.items() if times}
    senses = {code: taken.sense for code in codes if (taken := understood(code, _name(legend, code), tradition))}
    return settled_times(company, senses)


def _name(legend: Mapping[str, LegendEntry], code: str) -> str:
    return legend[code].name if code in legend else ""


def _meaning(
    code: str, count: int, said: LegendEntry | None, settled: Window | None, tradition: Tradition | None
) -> Meaning:
    name = said.name if said else ""
    stated = said is not None and said.written is not None
    window = settled if stated or settled == window_in(code) else None
    taken = understood(code, name, tradition)
    why = taken.why if taken else "not told; a duty of unknown time of day"
    sort = SORTS[taken.sense] if taken else "work"
    if window and (taken is None or sort.startswith("work")):
        sort = _by_clock(window)
        why = "its times stand in the legend" if stated else "the clock times stand in the code"
    return Meaning(code, count, sort, times_of(window) if window else None, why, name)


def _by_clock(window: Window) -> str:
    hour = window.start // 60
    if hour >= 18 or hour < 4:
        return "work night"
    return "work early" if hour < 8 else "work day" if hour < 11 else "work late"


def sort_of(word: str) -> str:
    """Return what a word or a code by itself usually stands for, "" for one that nobody knows."""
    taken = understood(word, "", None)
    return SORTS[taken.sense] if taken and any(map(str.isalnum, word)) else ""
