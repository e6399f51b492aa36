"""What a browser asks the grid to do, checked to the last letter: whatever comes from a browser is untrusted."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

KINDS = ("type", "paste", "clear", "paint")
ACTS = ("undo", "redo")
MOST_BATCHES, MOST_OPS = 1_000, 20_000
LONGEST_ID, LONGEST_CODE, LONGEST_ROW = 200, 100, 400
LARGEST = 2**53 - 1
"""The largest whole number that a browser counts exactly."""
SESSION = re.compile(r"[A-Za-z0-9-]{8,64}")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class SetCell:
    """Put codes into a cell, joined by "+"; None makes it a day off."""

    who: str
    day: date
    code: str | None


@dataclass(frozen=True, slots=True)
class SetLock:
    """Lock or unlock a cell."""

    who: str
    day: date
    on: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes made at one stroke, of a schedule as it was at ``version``; ``seq`` counts what a session asks for."""

    session: str
    version: int
    seq: int
    kind: str
    ops: tuple[SetCell | SetLock, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A wish to undo or to redo, good only while the schedule is at ``version``: asked twice, it is done once."""

    session: str
    version: int
    seq: int
    what: Literal["undo", "redo"]


@dataclass(frozen=True, slots=True)
class Selected:
    """The cell that is looked at; with ``row``, nobody's: the count of that row of the coverage.

    ``opens`` asks that all about it be shown at the side of the grid, and ``asks_why`` why somebody works it or not.
    """

    who: str
    day: date
    row: str = ""
    opens: bool = False
    asks_why: bool = False


def read_edits(value: Any) -> tuple[Batch, ...]:
    """Return the batches of an edit, oldest first; raise ValueError with a sentence when anything about it is odd."""
    event = _mapping(value, "An edit")
    session, version = _session(event), _whole(event, "version")
    batches = tuple(_batch(each, session, version) for each in _list(event, "batches", MOST_BATCHES))
    if any(later.seq <= earlier.seq for earlier, later in pairwise(batches)):
        raise ValueError("The changes of an edit are not in order.")
    if sum(len(batch.ops) for batch in batches) > MOST_OPS:
        raise ValueError(f"An edit changes more than {MOST_OPS:,} cells.")
    return batches


def read_at(value: Any) -> Selected | None:
    """Return the cell that is looked at while an edit is sent; raise ValueError when it is no cell."""
    return read_selected(_mapping(value, "An edit").get("at"))


def read_act(value: Any) -> Act:
    """Return a wish to undo or redo; raise ValueError with a sentence when anything about it is odd."""
    event = _mapping(value, "A wish")
    what = event.get("what")
    if what not in ACTS:
        raise ValueError("Only undo and redo can be asked for.")
    return Act(_session(event), _whole(event, "version"), _whole(event, "seq", least=1), what)


def read_selected(value: Any) -> Selected | None:
    """Return the cell that is looked at, None when there is none; raise ValueError when it is no cell."""
    if value is None:
        return None
    event = _mapping(value, "A selection")
    opens = event.get("opens") is True
    if "row" in event:
        return Selected("", _day(event), _text(event, "row", LONGEST_ROW), opens)
    asks_why = opens and event.get("asks_why") is True
    return Selected(_text(event, "who", LONGEST_ID), _day(event), "", opens, asks_why)


def _batch(value: Any, session: str, version: int) -> Batch:
    batch = _mapping(value, "A change")
    if batch.get("kind") not in KINDS:
        raise ValueError(f"A change is none of {', '.join(KINDS)}.")
    if "version" in batch:
        version = _whole(batch, "version")
    ops = tuple(_op(each) for each in _list(batch, "ops", MOST_OPS))
    return Batch(session, version, _whole(batch, "seq", least=1), batch["kind"], ops)


def _op(value: Any) -> SetCell | SetLock:
    op = _mapping(value, "A change of a cell")
    if op.keys() == {"who", "day", "code"}:
        return SetCell(_text(op, "who", LONGEST_ID), _day(op), _code(op["code"]))
    if op.keys() == {"who", "day", "lock"} and isinstance(op["lock"], bool):
        return SetLock(_text(op, "who", LONGEST_ID), _day(op), op["lock"])
    raise ValueError("A change of a cell names a person and a day, and either a code or a lock.")


def _code(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str) or len(value) > LONGEST_CODE:
        raise ValueError(f"The code of a cell is not a text of up to {LONGEST_CODE} letters.")
    return value


def _day(event: Mapping[str, Any]) -> date:
    value = event.get("day")
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        raise ValueError("A day is not written like 2026-11-26.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"There is no day {value}.") from None


def _session(event: Mapping[str, Any]) -> str:
    value = event.get("session")
    if not isinstance(value, str) or not SESSION.fullmatch(value):
        raise ValueError("The name of a session is not 8 to 64 letters and digits.")
    return value


def _text(event: Mapping[str, Any], name: str, longest: int) -> str:
    value = event.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise ValueError(f"“{name}” is not a text of 1 to {longest} letters.")
    return value


def _whole(event: Mapping[str, Any], name: str, least: int = 0) -> int:
    value = event.get(name)
    if type(value) is not int or not least <= value <= LARGEST:
        raise ValueError(f"“{name}” is not a whole number from {least}.")
    return value


def _list(event: Mapping[str, Any], name: str, most: int) -> list[Any]:
    value = event.get(name)
    if not isinstance(value, list) or not 0 < len(value) <= most:
        raise ValueError(f"“{name}” is not a list of 1 to {most:,}.")
    return value


def _mapping(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{what} is not a list of names and values.")
    return value
