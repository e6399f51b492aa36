"""Codes as she writes them: the cell of the roster to copy for each, and the ways of her codes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from optimizer.workbook.into.duty_cells import DutyCells
from optimizer.workbook.into.file.edit import Blank, CellContents, Like, TypedContents
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.recognise.sheet import CellSpot


@dataclass(frozen=True)
class OwnCodes:
    """How the codes of a roster are written in it."""

    sheet: OwnSheet
    cells: DutyCells

    @cached_property
    def examples(self) -> Mapping[str, CellSpot]:
        """Return for each code a cell that has it in the way that most do, formulas aside."""
        ways: dict[str, Counter[object]] = {}
        first: dict[tuple[str, object], CellSpot] = {}
        for cell in self.cells.cells:
            if cell.text and self.sheet.formula(cell.spot) is None:
                raw = self.sheet.raw(cell.spot)
                ways.setdefault(cell.text, Counter())[raw] += 1
                first.setdefault((cell.text, raw), cell.spot)
        return {code: first[code, counts.most_common(1)[0][0]] for code, counts in ways.items()}

    @cached_property
    def by_folded(self) -> Mapping[str, str | None]:
        """Return the codes by their letters alone, None where two differ in nothing else."""
        found: dict[str, str | None] = {}
        for code in self.examples:
            found[_letters(code)] = None if _letters(code) in found else code
        return found

    @cached_property
    def numbers(self) -> bool:
        """Tell whether codes that are numbers stand as numbers in the roster."""
        spots = [cell.spot for cell in self.cells.cells if cell.text and _as_number(cell.text) is not None]
        return bool(spots) and sum(self.sheet.number(spot) is not None for spot in spots) > 0.5 * len(spots)

    def spelt(self, code: str) -> str:
        """Return a code as it is spelt in the roster."""
        return code if code in self.examples else self.by_folded.get(_letters(code)) or code

    def contents(self, code: str) -> CellContents:
        """Return what is written for a code, "" for nothing."""
        if not code:
            return Blank()
        spelt = self.spelt(code)
        if spelt in self.examples:
            return Like(self.examples[spelt])
        number = _as_number(code)
        return TypedContents(number if number is not None and self.numbers else code)


def _letters(code: str) -> str:
    """Return a code without what a unit's workbook cannot keep of it: case, commas, blanks."""
    return " ".join(code.casefold().replace(",", " ").replace(";", " ").split())


def _as_number(text: str) -> float | None:
    try:
        return float(text) if text.isascii() and "n" not in text.casefold() else None
    except ValueError:
        return None
