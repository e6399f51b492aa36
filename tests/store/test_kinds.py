"""Drafts of caseloads are kept like those of schedules, and are for those who may read caseloads."""

import pytest

from optimizer.caseload.panel import Case
from optimizer.planning.pair import Pair
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import accept, drafts, history, open_draft, plan_at, redo, undo, version_of
from optimizer.store.edits import ConflictError
from optimizer.store.errors import ForbiddenError, StoreError
from optimizer.store.kinds import DraftKind
from optimizer.store.locks import set_locks
from optimizer.store.revisions import revise, revision_of
from optimizer.store.roles import Actor, Role
from optimizer.store.workbooks import workbook_of
from tests.store.conftest import MANAGER
from tests.store.test_drafts import ANN, FIRST

HAS, GETS = Pair("2001", Case("P-1")), Pair("2002", Case("P-1"))
PATIENTS = {
    "history": lambda store, actor: history(store, actor, 1),
    "plan": lambda store, actor: plan_at(store, actor, 1),
}
READS = {
    "version": lambda store, actor: version_of(store, actor, 1),
    "revision": lambda store, actor: revision_of(store, actor, 1),
}
WRITES = {
    "open": lambda store, actor: open_draft(store, actor, "x", "x", b"", frozenset(), DraftKind.CASELOADS),
    "accept": lambda store, actor: accept(store, actor, 1, 1, [HAS], [GETS], "why"),
    "undo": lambda store, actor: undo(store, actor, 1, 1),
    "redo": lambda store, actor: redo(store, actor, 1, 1),
    "revise": lambda store, actor: revise(store, actor, 1, 1, b"another workbook", "why"),
    "workbook": lambda store, actor: workbook_of(store, actor, 1),
}
REFUSED = {
    Role.STAFF: READS | PATIENTS | WRITES | {"drafts": drafts},
    Role.ADMINISTRATOR: READS | PATIENTS | WRITES | {"drafts": drafts},
    Role.LEADERSHIP: PATIENTS | WRITES,
}


@pytest.fixture
def kept(store):
    open_draft(store, MANAGER, "A panel", "December", b"a workbook", frozenset({HAS}), DraftKind.CASELOADS)
    return store


def test_a_move_is_kept_undone_and_done_again(kept):
    assert accept(kept, MANAGER, 1, 1, [HAS], [GETS], "Closer to home") == 2
    assert plan_at(kept, MANAGER, 1) == {GETS}
    assert undo(kept, MANAGER, 1, 2) == 3
    assert plan_at(kept, MANAGER, 1) == {HAS}
    assert redo(kept, MANAGER, 1, 3) == 4
    assert plan_at(kept, MANAGER, 1) == {GETS}
    assert verify(kept, MANAGER) == ()


def test_who_comes_late_is_told_and_changes_nothing(kept):
    accept(kept, MANAGER, 1, 1, [HAS], [GETS], "Closer to home")
    with pytest.raises(ConflictError, match="Closer to home"):
        accept(kept, MANAGER, 1, 1, [HAS], [], "Left")
    assert plan_at(kept, MANAGER, 1) == {GETS}


def test_both_kinds_stand_in_one_list(kept):
    open_draft(kept, MANAGER, "4 West", "December", b"another", frozenset({ANN}))
    assert [each.kind for each in drafts(kept, MANAGER)] == [DraftKind.CASELOADS, DraftKind.SCHEDULE]
    assert plan_at(kept, MANAGER, 2) == {ANN}


def test_caseloads_have_no_days_to_lock(kept):
    with pytest.raises(StoreError, match="only a schedule"):
        set_locks(kept, MANAGER, 1, [("2001", FIRST)], True)


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, names in REFUSED.items() for name in names])
def test_what_a_role_may_not_do_is_refused_with_a_sentence_and_changes_nothing(kept, role, name):
    with pytest.raises(ForbiddenError, match=f"^x has the role {role}, which may not [a-z ]+[.]$"):
        REFUSED[role][name](kept, Actor("x", role))
    assert version_of(kept, MANAGER, 1) == 1


@pytest.mark.parametrize("name", READS)
def test_leadership_reads_what_tells_no_patient(kept, name):
    assert READS[name](kept, Actor("x", Role.LEADERSHIP)) is not None
