"""What a manager wrote at a day of somebody, for whoever plans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CellNote:
    """One note; no rule knows of it, and staff never see it."""

    who: str
    day: date
    text: str


def with_those_here(told: Iterable[CellNote], here: Mapping[tuple[str, date], str]) -> tuple[CellNote, ...]:
    """Return the notes of a workbook with what was written here at cells in their place; "" takes one out."""
    texts = {(note.who, note.day): note.text for note in told} | {**here}
    return tuple(CellNote(*cell, text) for cell, text in sorted(texts.items()) if text)
