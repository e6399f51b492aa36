"""Cells with names that each have a day: "us-oregon 2026-03-01, ca-british-columbia 2026-06-01"."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from optimizer.workbook.table.parse import UnreadableError, one_of, text, words
from optimizer.workbook.table.sheet import Codec


def dated_names(known: Callable[[], Iterable[str]], thing: str) -> Codec[Mapping[str, date]]:
    """Return a codec for such cells, each name one of some known ones."""
    return Codec(lambda _, value: _read(known(), thing, value), _written)


def _read(known: Iterable[str], thing: str, value: Any) -> Mapping[str, date]:
    found = [_dated(known, thing, each) for each in words(value)]
    twice = next((name for number, (name, _) in enumerate(found) if name in dict(found[:number])), None)
    if twice:
        raise UnreadableError(f"'{twice}' stands twice", "write one day of it")
    return dict(found)


def _dated(known: Iterable[str], thing: str, said: str) -> tuple[str, date]:
    name, _, day = said.rpartition(" ")
    try:
        return one_of(known, thing)(name.strip() or said), date.fromisoformat(day)
    except ValueError as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(
            f"'{text(said)}' does not end with a day", f"write a {thing} and a day: x 2026-03-01"
        ) from error


def _written(days: Mapping[str, date]) -> Any:
    return ", ".join(f"{name} {day}" for name, day in days.items()) or None
