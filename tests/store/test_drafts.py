"""Drafts keep every edit, tell of conflicts, and undo as history."""

import time
from datetime import date, timedelta

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.store.drafts import accept, drafts, history, open_draft, plan_at, redo, undo, version_of
from optimizer.store.edits import ConflictError, EditKind
from optimizer.store.errors import MissingError, StoreError
from optimizer.store.roles import Actor, Role
from optimizer.store.workbooks import workbook_of
from tests.samples.intensive_care import icu
from tests.store.conftest import MANAGER

FIRST = date(2026, 12, 6)
OTHER = Actor("m2", Role.MANAGER)


def duty(who, day, shift="D", role="RN"):
    return Pair(who, Duty(FIRST + timedelta(days=day), shift, role))


ANN, BEN, LEAVE = duty("ann", 0), duty("ben", 1, "N"), duty("cleo", 2, "PTO", "")


@pytest.fixture
def draft(store):
    return open_draft(store, MANAGER, "4 West", "December", b"a workbook", frozenset({ANN, LEAVE}))


def test_a_draft_begins_with_the_schedule_and_the_workbook_it_was_opened_from(store, draft):
    assert plan_at(store, MANAGER, draft) == {ANN, LEAVE}
    assert workbook_of(store, MANAGER, draft) == b"a workbook"
    (listed,) = drafts(store, MANAGER)
    assert (listed.id, listed.unit, listed.name, listed.version) == (draft, "4 West", "December", 1)


def test_drafts_of_one_unit_are_apart(store, draft):
    other = open_draft(store, MANAGER, "4 West", "January", b"another", frozenset())
    accept(store, MANAGER, other, 1, (), [BEN], "Asked for it")
    assert plan_at(store, MANAGER, draft) == {ANN, LEAVE}
    assert plan_at(store, MANAGER, other) == {BEN}
    assert [listed.version for listed in drafts(store, MANAGER)] == [1, 2]


def test_every_version_can_be_had(store, draft):
    assert accept(store, MANAGER, draft, 1, [ANN], [BEN], "Ann is ill") == 2
    assert accept(store, OTHER, draft, 2, [], [ANN], "Ann is back") == 3
    assert plan_at(store, MANAGER, draft, 1) == {ANN, LEAVE}
    assert plan_at(store, MANAGER, draft, 2) == {BEN, LEAVE}
    assert plan_at(store, MANAGER, draft) == {ANN, BEN, LEAVE}
    assert [(edit.version, edit.who, edit.why) for edit in history(store, MANAGER, draft, after=1)] == [
        (2, "m1", "Ann is ill"),
        (3, "m2", "Ann is back"),
    ]


def test_an_edit_of_an_old_version_is_told_what_changed_and_changes_nothing(store, draft):
    accept(store, OTHER, draft, 1, [ANN], [], "Ann is ill")
    with pytest.raises(ConflictError, match=r"version 2 by m2: Ann is ill") as conflict:
        accept(store, MANAGER, draft, 1, [], [BEN], "One more at night")
    (theirs,) = conflict.value.theirs
    assert (theirs.who, theirs.minus, theirs.plus) == ("m2", {ANN}, frozenset())
    assert plan_at(store, MANAGER, draft) == {LEAVE}
    assert version_of(store, MANAGER, draft) == 2


def test_only_what_an_edit_changes_is_kept_of_it(store, draft):
    accept(store, MANAGER, draft, 1, [ANN, BEN], [LEAVE, ANN, BEN], "A swap")
    edit = history(store, MANAGER, draft)[-1]
    assert (edit.minus, edit.plus) == (frozenset(), {BEN})
    undo(store, MANAGER, draft, 2)
    assert plan_at(store, MANAGER, draft) == {ANN, LEAVE}


def test_undo_and_redo_are_edits_too(store, draft):
    accept(store, MANAGER, draft, 1, [ANN], [], "one")
    accept(store, MANAGER, draft, 2, [], [BEN], "two")
    assert undo(store, MANAGER, draft, 3) == 4
    assert plan_at(store, MANAGER, draft) == {LEAVE}
    assert undo(store, MANAGER, draft, 4) == 5
    assert plan_at(store, MANAGER, draft) == {ANN, LEAVE}
    assert redo(store, MANAGER, draft, 5) == 6
    assert redo(store, MANAGER, draft, 6) == 7
    assert plan_at(store, MANAGER, draft) == {BEN, LEAVE}
    kinds = [(edit.kind, edit.of) for edit in history(store, MANAGER, draft, after=3)]
    assert kinds == [(EditKind.UNDO, 3), (EditKind.UNDO, 2), (EditKind.REDO, 2), (EditKind.REDO, 3)]


def test_what_was_undone_cannot_be_redone_after_another_edit(store, draft):
    accept(store, MANAGER, draft, 1, [ANN], [], "one")
    undo(store, MANAGER, draft, 2)
    accept(store, MANAGER, draft, 3, [], [BEN], "two")
    with pytest.raises(StoreError, match="nothing to redo"):
        redo(store, MANAGER, draft, 4)
    assert version_of(store, MANAGER, draft) == 4


def test_opening_is_not_undone(store, draft):
    with pytest.raises(StoreError, match="nothing to undo"):
        undo(store, MANAGER, draft, 1)
    assert plan_at(store, MANAGER, draft) == {ANN, LEAVE}


@pytest.mark.parametrize("act", [undo, redo])
def test_undo_and_redo_know_of_conflicts(store, draft, act):
    accept(store, OTHER, draft, 1, [ANN], [], "one")
    with pytest.raises(ConflictError):
        act(store, MANAGER, draft, 1)


@pytest.mark.parametrize(
    ("version", "plus", "why", "problem"),
    [(1, [ANN], "why", "changes nothing"), (1, [BEN], " ", "needs a reason"), (5, [BEN], "why", "no version 5")],
)
def test_edits_that_make_no_sense_are_refused(store, draft, version, plus, why, problem):
    with pytest.raises(StoreError, match=problem):
        accept(store, MANAGER, draft, version, [], plus, why)
    assert version_of(store, MANAGER, draft) == 1


def test_what_is_not_there_is_said_to_be_missing(store, draft):
    for look in (plan_at, history, version_of, workbook_of):
        with pytest.raises(MissingError, match="no draft 9"):
            look(store, MANAGER, 9)
    with pytest.raises(MissingError, match="no version 2; it has 1 to 1"):
        plan_at(store, MANAGER, draft, 2)


@pytest.mark.alone
def test_a_thousand_edits_load_in_a_fifth_of_a_second(tmp_path):
    from optimizer.store import edits
    from optimizer.store.audit.changes import Changes
    from optimizer.store.database.connection import database
    from optimizer.store.database.upgrade import upgrade

    store = database(str(tmp_path / "store.db"))
    upgrade(store, MANAGER)
    unit, _ = icu()
    pairs = sorted(unit.offered)
    draft = open_draft(store, MANAGER, unit.name, "Big", b"", frozenset(pairs[::4][:600]))
    with store.writing() as connection:
        for version in range(2, 1002):
            change = frozenset(pairs[version : version + 1])
            edits.append(Changes(connection), MANAGER, draft, version, EditKind.EDIT, frozenset(), change, "why")
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        plan = plan_at(store, MANAGER, draft)
        times.append(time.perf_counter() - begun)
    print(f"1,000 edits load in {min(times):.3f} s")
    assert len(plan) > 1_000
    assert min(times) < 0.2
