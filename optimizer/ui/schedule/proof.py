"""How good a schedule that a search found was proved to be, kept with it for as long as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from optimizer.planning.pair import Pair
from optimizer.store.edits import Edit, EditKind
from optimizer.store.revisions import revisions
from optimizer.store.runs import KeptRun, runs_of
from optimizer.summary.schedule.in_short import in_short
from optimizer.summary.schedule.outcome import gap_said
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.grid.turns import SOLVED, SOLVED_AROUND
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment

OPTIMAL = "optimal"
"""How a search ends that has proved its schedule the best; then a bound of 0 is known, too."""


@dataclass(frozen=True)
class Proof:
    """What was proved of the schedule that was taken from a search, and whether it was edited since.

    ``around`` tells that the search kept some cells as they were.
    """

    at: str
    cost: int
    bound: int
    edited: bool
    around: bool = False

    @property
    def said(self) -> str:
        """Return it as a sentence."""
        return gap_said(self.cost, self.bound, around=self.around)


def tell_proof(desk: Desk, memory: GridMemory) -> None:
    """Tell what is proved of the schedule, where a search found it."""
    found = _known(desk, memory)
    if found is not None:
        icon = ":material/history:" if found.edited else ":material/verified:"
        when = f"{'edited since it was' if found.edited else ''} solved {moment(found.at)}".strip()
        told = f"When solved: {found.said}" if found.edited else in_short(desk.figures, desk.findings, found.said)
        st.caption(f"{icon} {plain(f'{told} ({when})')}")


def proof_of(desk: Desk) -> Proof | None:
    """Return what was proved of the search whose schedule was taken last, None where nothing was or it was undone."""
    for run in reversed(runs_of(desk.database, desk.actor, desk.draft.id)):
        edits = desk.edits_since(run.version)
        taken = next((edit for edit in edits if edit.kind is EditKind.EDIT and edit.why.startswith(SOLVED)), None)
        if taken is not None:
            return None if _undone(taken, edits) else _proof(desk, run, taken, edits)
    return None


def _undone(edit: Edit, edits: Iterable[Edit]) -> bool:
    turns = [each.kind for each in edits if each.of == edit.version]
    return bool(turns) and turns[-1] is EditKind.UNDO


def _known(desk: Desk, memory: GridMemory) -> Proof | None:
    """Return the proof, worked out once for each version of the schedule and of its facts."""
    now = (desk.version, desk.facts.revision)
    if memory.proved is None or memory.proved[0] != now:
        memory.proved = (now, proof_of(desk))
    found: Proof | None = memory.proved[1]
    return found


def _proof(desk: Desk, run: KeptRun, taken: Edit, edits: Iterable[Edit]) -> Proof | None:
    if run.cost_cents is None or not (run.bound_cents or run.status == OPTIMAL):
        return None
    same = _nets_out(edit for edit in edits if edit.version > taken.version) and not _revised(desk, taken)
    as_found = desk.verdict.score.cost == run.cost_cents and not desk.verdict.score.broken
    around = taken.why.startswith(SOLVED_AROUND)
    return Proof(taken.at, run.cost_cents, run.bound_cents, not (same and as_found), around)


def _nets_out(edits: Iterable[Edit]) -> bool:
    """Tell whether edits leave a schedule as it was."""
    changed: set[Pair] = set()
    for edit in edits:
        changed ^= edit.minus | edit.plus
    return not changed


def _revised(desk: Desk, taken: Edit) -> bool:
    return any(each.at > taken.at for each in revisions(desk.database, desk.actor, desk.draft.id)[1:])
