"""Undo and redo say what they turned round, and a plan is not gone without a word; what was proved stays with it."""

import pytest

from optimizer.store.drafts import drafts
from optimizer.store.errors import StoreError
from optimizer.store.runs import KeptRun, keep_run
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.grid.turns import SOLVED, SOLVED_AROUND, turn
from optimizer.ui.schedule.proof import proof_of
from tests.ui.apps import MANAGER, open_store, solved_small


@pytest.fixture
def desk(tmp_path):
    store, _ = open_store(tmp_path)
    return Desk(MANAGER, store, drafts(store, MANAGER)[-1])


def take(desk, status="feasible", bound=None, how=SOLVED):
    """Take a plan as if a search had found it and proved so much of it; all of it where no bound is given."""
    begun, plan = desk.version, solved_small()
    desk.edit((), plan, f"{how} for 10 s: 1 point instead of 2 points. 84 duties change for 12 people.")
    cost = desk.judge.judge(plan).score.cost
    bound = cost if bound is None else bound
    keep_run(desk.database, MANAGER, KeptRun(desk.draft.id, begun, 0, "rosters", status, bound, cost, 9_000))
    return min(plan)


def test_a_plan_that_a_search_found_is_taken_back_only_when_asked_twice(desk):
    memory, pair = GridMemory("grid"), take(desk)
    desk.edit({pair}, (), "Cleared")
    turn(desk, memory, "undo")
    assert desk.plan == solved_small()
    assert memory.notice.sentence == "Undone: Cleared (1 cell). Redo (Ctrl+Y) brings it back."
    turn(desk, memory, "undo")
    assert desk.plan == solved_small()
    assert "takes back a whole step: Solved for 10 s" in memory.notice.sentence
    turn(desk, memory, "undo")
    assert not desk.plan
    assert "Redo (Ctrl+Y) brings it back" in memory.notice.sentence
    turn(desk, memory, "redo")
    assert desk.plan == solved_small()
    assert memory.notice.number == 4
    assert memory.own == {4, 5, 6}


def test_where_there_is_nothing_to_undo_it_says_so(desk):
    with pytest.raises(StoreError, match="nothing to undo"):
        turn(desk, GridMemory("grid"), "undo")


def test_what_was_proved_stays_with_a_plan_until_something_changes(desk):
    assert proof_of(desk) is None
    pair = take(desk)
    assert (proof_of(desk).said, proof_of(desk).edited) == ("No schedule can be better.", False)
    desk.edit({pair}, (), "Cleared")
    assert (proof_of(desk).said, proof_of(desk).edited) == ("No schedule can be better.", True)
    turn(desk, GridMemory("grid"), "undo")
    assert not proof_of(desk).edited
    memory = GridMemory("grid")
    for _ in range(2):
        turn(desk, memory, "undo")
    assert proof_of(desk) is None
    turn(desk, memory, "redo")
    assert not proof_of(desk).edited


@pytest.mark.parametrize(("status", "said"), [("optimal", True), ("feasible", False)])
def test_a_bound_of_nothing_is_known_only_where_all_is_proved(desk, status, said):
    take(desk, status=status, bound=0)
    assert (proof_of(desk) is not None) is said


def test_what_was_proved_around_kept_cells_tells_nothing_of_schedules_that_change_them(desk):
    take(desk, how=f"{SOLVED_AROUND} 3 kept cells")
    assert proof_of(desk).said == "No schedule around the kept cells can be better."


def test_a_search_that_was_put_away_leaves_the_proof_of_the_one_before(desk):
    take(desk)
    keep_run(desk.database, MANAGER, KeptRun(desk.draft.id, desk.version, 0, "rosters", "out of time", 0, None, 9_000))
    assert not proof_of(desk).edited
