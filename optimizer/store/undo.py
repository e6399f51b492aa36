"""Undo and redo as history: an edit that turns an earlier one round is an edit like any other."""

from collections.abc import Iterable

from optimizer.store.edits import Edit, EditKind


def to_undo(edits: Iterable[Edit]) -> Edit | None:
    """Return the newest edit that still stands, None when there is none; opening a draft is not undone."""
    standing, _ = _stacks(edits)
    return standing[-1] if standing else None


def to_redo(edits: Iterable[Edit]) -> Edit | None:
    """Return the edit that was undone last and may be done again, None once something else was edited since."""
    _, undone = _stacks(edits)
    return undone[-1] if undone else None


def _stacks(edits: Iterable[Edit]) -> tuple[list[Edit], list[Edit]]:
    standing: list[Edit] = []
    undone: list[Edit] = []
    for edit in edits:
        if edit.kind is EditKind.EDIT:
            standing.append(edit)
            undone.clear()
        elif edit.kind is EditKind.UNDO:
            undone.append(standing.pop())
        elif edit.kind is EditKind.REDO:
            standing.append(undone.pop())
    return standing, undone
