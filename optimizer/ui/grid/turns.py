"""Undo and redo in the grid: each says what it turned round, and a whole plan is taken back only when asked twice."""

from typing import Literal

from optimizer.staffing.facts.words import count
from optimizer.store.edits import Edit
from optimizer.store.errors import StoreError
from optimizer.store.undo import to_redo, to_undo
from optimizer.ui.frame.desk import Desk, cells_of
from optimizer.ui.grid.memory import GridMemory

SOLVED, AS_SCENARIO = "Solved", "As the scenario"
"""How the reason of an edit begins that takes over what a search found, by the facts as they are or a scenario's."""
SOLVED_AROUND = f"{SOLVED} around"
"""How it begins where some cells were kept as they were."""
MANY = 30
"""From how many cells on an edit is more than a slip of the hand."""


def turn(desk: Desk, memory: GridMemory, what: Literal["undo", "redo"]) -> None:
    """Undo or redo the edit that is next, and say so."""
    find, do = (to_undo, desk.undo) if what == "undo" else (to_redo, desk.redo)
    edit = find(desk.edits_since(0))
    if edit is None:
        raise StoreError(f"There is nothing to {what}.")
    if what == "undo" and _whole(edit) and memory.asked != edit.version:
        memory.asked = edit.version
        memory.say(f"The next undo takes back a whole step: {_named(edit)} Undo once more to do that.")
        return
    memory.asked = 0
    memory.own.add(do())
    memory.say(f"{'Undone' if what == 'undo' else 'Done again'}: {_named(edit)} {_back(what)}")


def _whole(edit: Edit) -> bool:
    return edit.why.startswith((SOLVED, AS_SCENARIO)) or len(cells_of(edit)) >= MANY


def _named(edit: Edit) -> str:
    return f"{edit.why.rstrip('.')} ({count(len(cells_of(edit)), 'cell')})."


def _back(what: str) -> str:
    return "Redo (Ctrl+Y) brings it back." if what == "undo" else "Undo (Ctrl+Z) takes it back."
