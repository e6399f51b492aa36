"""Which cells of a day take its codes: one each, or those of the part of the day or of the row that a code is for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from optimizer.workbook.into.duty_cells import DutyCell, DutyCells

JOIN = "+"
"""What stands between two duties that share a cell."""


@dataclass(frozen=True)
class Placing:
    """Where codes stand in a roster with several cells a day (two columns a day, two rows a person)."""

    cells: DutyCells

    @cached_property
    def usual(self) -> Mapping[str, int]:
        """Return for each code the place among the cells of a day in which it stands most often."""
        places: dict[str, Counter[int]] = {}
        for cells in self.cells.of_days.values():
            for place, cell in enumerate(cells):
                if cell.text:
                    places.setdefault(cell.text, Counter())[place] += 1
        return {code: counts.most_common(1)[0][0] for code, counts in places.items()}

    @cached_property
    def marks(self) -> Mapping[tuple[int, str], str]:
        """Return the mark that stands for the shift that a column is for, by place and name of the shift."""
        found: dict[tuple[int, str], Counter[str]] = {}
        for cells in self.cells.of_days.values():
            for place, cell in enumerate(cells):
                if cell.text and cell.slot:
                    found.setdefault((place, cell.slot.casefold()), Counter())[cell.text] += 1
        return {key: counts.most_common(1)[0][0] for key, counts in found.items()}

    def texts(self, cells: Sequence[DutyCell], codes: Sequence[str]) -> list[str]:
        """Return what each cell of a day gets, "" for nothing: the codes that stand there now stay where they are."""
        if len(cells) == 1:
            return [self._alone(codes)]
        now = [cell.text for cell in cells]
        if Counter(text for text in now if text) == Counter(codes):
            return now
        texts = [""] * len(cells)
        for code in codes:
            place, text = self._place(code, texts)
            texts[place] = f"{texts[place]}{JOIN}{text}" if texts[place] else text
        return texts

    def _alone(self, codes: Sequence[str]) -> str:
        marks = [self.marks.get((0, code.casefold()), code) if code not in self.usual else code for code in codes]
        return JOIN.join(marks)

    def _place(self, code: str, texts: list[str]) -> tuple[int, str]:
        """Return where a code goes and how it is written there."""
        for (place, shift), mark in self.marks.items():
            if shift == code.casefold() and code not in self.usual:
                return place, mark
        usual = self.usual.get(code, 0)
        free = [place for place, text in enumerate(texts) if not text]
        return (usual if usual in free or not free else free[0]), code
