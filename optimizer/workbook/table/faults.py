"""What is wrong in a workbook, where, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong at one cell; ``cell`` is "" when it is the sheet, or the workbook, as a whole."""

    sheet: str
    cell: str
    problem: str
    remedy: str = ""

    def __str__(self) -> str:
        """Return the fault as "Staff!D14: 'Chrge' is not a role; did you mean 'Charge'?"."""
        where = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return (
            f"{where}: {self.problem}{'; ' if self.remedy else ''}{self.remedy}{'' if self.remedy[-1:] == '?' else '.'}"
        )


class FaultyWorkbookError(Exception):
    """Raised with every fault of a workbook, in the order of its sheets and cells."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def meant(word: str, known: Iterable[str]) -> str:
    """Return what to say to somebody who wrote an unknown word: the nearest known one, or all there are."""
    options = [*dict.fromkeys(str(option) for option in known if option)]
    by_folded = {option.casefold(): option for option in reversed(options)}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.5)
    if near:
        return f"did you mean '{by_folded[near[0]]}'?"
    if not options:
        return "there are none"
    shown = ", ".join(options[:12]) + (" and others" if len(options) > 12 else "")
    return f"use one of: {shown}"
