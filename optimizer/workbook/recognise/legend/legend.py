"""Legends: cells outside of the tables that give the codes of these a name and times, wherever they stand."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from optimizer.workbook.recognise.legend.entry import LegendEntry, entries_in, entry_of, names_of
from optimizer.workbook.recognise.proposal import LeftOut
from optimizer.workbook.recognise.sheet import CellSpot, RawSheet, turned
from optimizer.workbook.recognise.words.rows import says

WIDEST = 6
"""Cells behind a code in which its name and its times may stand."""
FEWEST = 2
FARTHEST = 3000


@dataclass(frozen=True)
class FoundLegend:
    """The entries of a sheet's legend by code, and what of the sheet they stand in."""

    entries: dict[str, LegendEntry]
    places: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class LegendLine:
    """A code in a column, and what the cells behind it, and the one before it, say."""

    spot: CellSpot
    entry: LegendEntry
    last: int


def legend_on(
    sheet: RawSheet, codes: Collection[str], taken: Collection[str], people: Collection[str] = ()
) -> FoundLegend:
    """Return the legend of a sheet for codes; ``taken`` are the addresses that tables use.

    What gives a code the name of one of the people is a roster of its own, and no legend.
    """
    if not codes or sheet.home is not None:
        return FoundLegend({})
    free = _free(sheet, taken)
    written = {
        spot: found
        for spot, text in free.items()
        if len(text) > 2 and (found := entries_in(text, codes)) and not _named(found, people)
    }
    lines = [
        line
        for spot, text in free.items()
        if text in codes and (line := _line(sheet, free, spot, codes)) and not _named([line.entry], people)
    ]
    kept = [line for lines_of in _columns(lines) for line in lines_of if _surely(sheet, lines_of)]
    entries = {entry.code: entry for found in written.values() for entry in found}
    entries |= {line.entry.code: line.entry for line in kept}
    places = [(spot, spot[1]) for spot in written] + [(line.spot, line.last) for line in kept]
    if not entries and not sheet.turned and (across := legend_on(turned(sheet), codes, taken, people)).entries:
        return across
    return FoundLegend(entries, tuple(_places(sheet, places, entries)))


def _named(entries: Sequence[LegendEntry], people: Collection[str]) -> bool:
    return any(person in entry.name for entry in entries if entry.name for person in people if len(person) > 2)


def _free(sheet: RawSheet, taken: Collection[str]) -> dict[CellSpot, str]:
    """Return the texts of the cells that no table uses."""
    found = {}
    for row, column in sheet.filled():
        if row > FARTHEST:
            break
        if sheet.place(row, column) not in taken:
            found[row, column] = sheet.text(row, column)
    return found


def _line(sheet: RawSheet, free: dict[CellSpot, str], spot: CellSpot, codes: Collection[str]) -> LegendLine | None:
    row, column = spot
    last, gap = column, 0
    for each in range(column + 1, column + 1 + WIDEST):
        text = free.get((row, each), "")
        if text in codes:
            break
        gap = gap + 1 if not text else 0
        if gap > 2:
            break
        last = each if text else last
    entry = entry_of(sheet.text(row, column), [sheet.at(row, each) for each in range(column + 1, last + 1)])
    before = free.get((row, column - 1), "")
    if entry and not entry.name and sum(map(str.isalpha, before)) > 1 and before not in codes:
        entry = replace(entry, name=before)
    return LegendLine(spot, entry, last) if entry else None


def _columns(lines: list[LegendLine]) -> Iterator[list[LegendLine]]:
    """Yield lines whose codes stand in one column."""
    for column in sorted({line.spot[1] for line in lines}):
        yield [line for line in lines if line.spot[1] == column]


def _surely(sheet: RawSheet, lines: list[LegendLine]) -> bool:
    """Return whether lines are a legend: several codes, or one with times or under a word for it."""
    codes = {line.entry.code for line in lines}
    if len(codes) < 0.6 * len(lines):
        return False
    if len(codes) >= FEWEST or any(line.entry.written for line in lines):
        return True
    row, column = lines[0].spot
    return any(says(sheet.text(above, column), "legend") for above in range(max(0, row - 3), row))


def _places(sheet: RawSheet, places: list[tuple[CellSpot, int]], entries: dict[str, LegendEntry]) -> Iterator[LeftOut]:
    why = f"a legend: {'; '.join([*names_of([*entries.values()])][:12])}"
    for (row, column), last in sorted(set(places)):
        yield LeftOut(sheet.title, sheet.span(row, column, row, last), why)
