"""What somebody typed into a table since it was drawn, and what the table then holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from optimizer.staffing.facts.words import count
from optimizer.workbook.unit.edit_table import SeenLine, SeenTable

BLANK, SPARE, MORE = 50, 5, 500
"""How many blank lines stand below a table, for what is typed or pasted there; with so few left come new ones, and so
many more when somebody asks for them. More than there are cannot be pasted: that is refused where it is pasted."""
NewValues = Mapping[str, Any]
"""New values by their headers."""


@dataclass(frozen=True)
class Typed:
    """Changes by the place of their line, lines that are new, and the places of those that were taken out."""

    edited: Mapping[int, NewValues] = field(default_factory=dict)
    added: tuple[NewValues, ...] = ()
    deleted: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything was typed."""
        return bool(self.edited or self.deleted or any(_holds_anything(line) for line in self.added))

    def fills(self, blank: int) -> bool:
        """Tell whether hardly one of so many blank lines is left."""
        return len(self.added) > blank - SPARE

    def __str__(self) -> str:
        """Return what was done, such as "2 rows changed, 1 added"."""
        added = sum(map(_holds_anything, self.added))
        changed = len(self.edited.keys() - self.deleted)
        told = [f"{count(changed, 'row')} changed"] if changed else []
        told += [f"{count(added, 'row')} added"] if added else []
        told += [f"{count(len(self.deleted), 'row')} removed"] if self.deleted else []
        return ", ".join(told)


def read_typed(state: Mapping[str, Any], known: int) -> Typed:
    """Return what the state of a table editor tells of a table with so many lines; those below them are new."""
    changed = {int(place): dict(changes) for place, changes in state["edited_rows"].items() if changes}
    deleted = frozenset(state["deleted_rows"])
    edited = {place: changes for place, changes in changed.items() if place < known}
    added = (changed[place] for place in sorted(changed.keys() - edited.keys() - deleted))
    return Typed(edited, tuple(added), frozenset(place for place in deleted if place < known))


def with_typed(rows: SeenTable, typed: Typed) -> SeenTable:
    """Return a table with what was typed into it."""
    kept = (
        SeenLine(line.number, _changed(rows, line.values, typed.edited.get(place, {})))
        for place, line in enumerate(rows.lines)
        if place not in typed.deleted
    )
    empty = (None,) * len(rows.columns)
    new = (SeenLine(None, _changed(rows, empty, changes)) for changes in typed.added if _holds_anything(changes))
    return replace(rows, lines=(*kept, *new))


def values_of(rows: SeenTable, header: str) -> Iterable[Any]:
    """Return the values of one column."""
    place = next(place for place, column in enumerate(rows.columns) if column.header == header)
    return (line.values[place] for line in rows.lines)


def _changed(rows: SeenTable, values: tuple[Any, ...], changes: NewValues) -> tuple[Any, ...]:
    return tuple(changes.get(column.header, value) for column, value in zip(rows.columns, values, strict=True))


def _holds_anything(changes: NewValues) -> bool:
    return any(value not in (None, "") for value in changes.values())
