"""What the grid asks for, done in the store as far as it may be; what may not be is refused with a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.schedule.freedom import Cell
from optimizer.store.edits import ConflictError, Edit
from optimizer.ui.frame.desk import Desk, cells_of
from optimizer.ui.grid import Batch, Refusal, SetCell, SetLock
from optimizer.workbook.grid.read import read_cells
from optimizer.workbook.grid.source import UnitSource, knowing
from optimizer.workbook.table.parse import UnreadableError

WHY = {"type": "Typed in the grid", "paste": "Pasted into the grid", "clear": "Cleared", "paint": "Painted in the grid"}
TRIES = 5
"""How often a batch is looked at again when others edit at the same moment."""


class EditRefusedError(Exception):
    """Raised with a sentence for whoever wanted the change."""


@dataclass(frozen=True)
class Applied:
    """What came of a batch: the version it made, None when nothing was to change, and what was refused."""

    version: int | None
    refused: tuple[Refusal, ...]


def apply(desk: Desk, batch: Batch, own: Iterable[int]) -> Applied:
    """Do what a batch asks for. ``own`` are the versions made by whoever sent it, which are no news to them."""
    _lock(desk, batch)
    for _ in range(TRIES):
        minus, plus, refused = _wanted(desk, batch, frozenset(own))
        if minus == plus:
            return Applied(None, refused)
        try:
            return Applied(desk.edit(minus - plus, plus - minus, WHY[batch.kind]), refused)
        except ConflictError:
            desk.refresh()
    told = "Others were changing the schedule at the same moment; try again."
    return Applied(None, tuple(Refusal(batch.seq, op.who, op.day.isoformat(), told) for op in batch.ops))


def _lock(desk: Desk, batch: Batch) -> None:
    """Lock and unlock cells; a cell that nobody has is not worth a word."""
    for on in (True, False):
        cells = [(op.who, op.day) for op in batch.ops if isinstance(op, SetLock) and op.on is on]
        known = [(who, day) for who, day in cells if who in desk.unit.people and day in desk.unit.days]
        if known:
            desk.lock(known, on)


def _wanted(desk: Desk, batch: Batch, own: frozenset[int]) -> tuple[Plan, Plan, tuple[Refusal, ...]]:
    """Return the duties in the cells that may be changed, those that are to be there, and what is refused."""
    theirs = _changed_by_others(desk.edits_since(batch.version), own)
    source, rows = knowing(desk.unit), desk.verdict.rows
    minus: set[Pair] = set()
    plus: set[Pair] = set()
    refused = []
    last_of_each = {(op.who, op.day): op for op in batch.ops if isinstance(op, SetCell)}
    for op in last_of_each.values():
        there = {Pair(op.who, duty) for duty in rows.get(op.who, {}).get(op.day, ())}
        try:
            wanted = _read(desk, source, op)
            if wanted != there:
                _refuse_if_taken(desk, op, theirs)
        except (EditRefusedError, UnreadableError) as refusal:
            refused.append(Refusal(batch.seq, op.who, op.day.isoformat(), _sentence(refusal)))
            continue
        minus |= there
        plus |= wanted
    return frozenset(minus), frozenset(plus), tuple(refused)


def _changed_by_others(edits: Iterable[Edit], own: frozenset[int]) -> Mapping[Cell, Edit]:
    return {cell: edit for edit in edits if edit.version not in own for cell in cells_of(edit)}


def _read(desk: Desk, source: UnitSource, op: SetCell) -> set[Pair]:
    """Return what a cell is to hold: nothing, a duty, or several with a plus between."""
    unit = desk.unit
    if op.who not in unit.people:
        raise EditRefusedError(f"There is nobody with the id {op.who} in the unit.")
    if op.day not in unit.days:
        raise EditRefusedError(f"{op.day} is not in the planning period.")
    if not (op.code or "").strip():
        return set()
    return {Pair(op.who, duty) for duty in read_cells(source, op.who, op.day, op.code)}


def _refuse_if_taken(desk: Desk, op: SetCell, theirs: Mapping[Cell, Edit]) -> None:
    if (op.who, op.day) in desk.locks:
        raise EditRefusedError("This cell is locked. Unlock it first: press L.")
    if edit := theirs.get((op.who, op.day)):
        now = _said(cells_of(edit)[op.who, op.day], op.day)
        raise EditRefusedError(
            f"{edit.who} changed this cell to {now} a moment ago ({edit.why}). Look, and change it again."
        )


def _said(plan: Plan, day: date) -> str:
    return " and ".join(sorted(pair.what.shift for pair in plan if pair.what.day == day)) or "off"


def _sentence(refusal: Exception) -> str:
    if isinstance(refusal, UnreadableError):
        end = "" if refusal.remedy.endswith("?") else "."
        return f"{refusal.problem}; {refusal.remedy}{end}" if refusal.remedy else f"{refusal.problem}."
    return str(refusal)
