from datetime import date

import pytest

from optimizer.ui.grid.events import (
    MOST_OPS,
    Act,
    Batch,
    Selected,
    SetCell,
    SetLock,
    read_act,
    read_at,
    read_edits,
    read_selected,
)

SESSION = "0123456789ab"
OP = {"who": "a", "day": "2026-11-26", "code": "D"}


def edit(*ops, **facts):
    batch = {"seq": 1, "kind": "type", "ops": list(ops or [OP])}
    return {"session": SESSION, "version": 4, "batches": [batch | facts]}


def test_cells_and_locks_are_read():
    ops = (OP, {**OP, "code": None}, {**OP, "code": ""}, {"who": "b", "day": "2026-11-27", "lock": True})
    thursday, friday = date(2026, 11, 26), date(2026, 11, 27)
    read = (
        SetCell("a", thursday, "D"),
        SetCell("a", thursday, None),
        SetCell("a", thursday, None),
        SetLock("b", friday, True),
    )
    assert read_edits(edit(*ops)) == (Batch(SESSION, 4, 1, "type", read),)


def test_a_change_is_of_the_version_at_which_it_was_made():
    (batch,) = read_edits(edit(version=2))
    assert batch.version == 2


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"session": SESSION}, {"session": SESSION, "version": 1}])
def test_what_is_no_edit_is_refused(value):
    with pytest.raises(ValueError, match=r"\.$"):
        read_edits(value)


@pytest.mark.parametrize(
    "op",
    [
        "D",
        {},
        {"who": "a", "day": "2026-11-26"},
        {**OP, "lock": True},
        {**OP, "more": 1},
        {**OP, "who": ""},
        {**OP, "who": "a" * 201},
        {**OP, "who": 7},
        {**OP, "day": "26 Nov"},
        {**OP, "day": "2026-02-30"},
        {**OP, "day": "20261126"},
        {**OP, "day": "２０２６-11-26"},
        {**OP, "code": 5},
        {**OP, "code": "D" * 101},
        {"who": "a", "day": "2026-11-26", "lock": 1},
    ],
)
def test_an_odd_change_of_a_cell_is_refused(op):
    with pytest.raises(ValueError, match=r"\.$"):
        read_edits(edit(op))


@pytest.mark.parametrize(
    "facts",
    [
        {"seq": 0},
        {"seq": True},
        {"seq": 1.0},
        {"seq": 2**53},
        {"kind": "magic"},
        {"kind": None},
        {"kind": ["type"]},
        {"ops": []},
        {"ops": "D"},
        {"version": -1},
        {"version": "4"},
    ],
)
def test_an_odd_batch_is_refused(facts):
    with pytest.raises(ValueError, match=r"\.$"):
        read_edits(edit(**facts))


@pytest.mark.parametrize("session", [None, "", "short", "x" * 65, "a session", "<b>bold</b>", 12345678])
def test_an_odd_session_is_refused(session):
    with pytest.raises(ValueError, match="session"):
        read_edits(edit() | {"session": session})


def test_batches_come_in_order():
    one, two = edit(seq=1)["batches"][0], edit(seq=2)["batches"][0]
    assert [batch.seq for batch in read_edits(edit() | {"batches": [one, two]})] == [1, 2]
    for batches in ([two, one], [one, one]):
        with pytest.raises(ValueError, match="order"):
            read_edits(edit() | {"batches": batches})


def test_the_number_of_changes_is_limited_over_all_batches():
    half = [OP] * (MOST_OPS // 2)
    full = [edit(*half, seq=1)["batches"][0], edit(*half, seq=2)["batches"][0]]
    assert sum(len(batch.ops) for batch in read_edits(edit() | {"batches": full})) == MOST_OPS
    with pytest.raises(ValueError, match="more than"):
        read_edits(edit() | {"batches": [*full, edit(seq=3)["batches"][0]]})


def test_undo_and_redo_are_read():
    act = {"session": SESSION, "version": 9, "seq": 5, "what": "undo"}
    assert read_act(act) == Act(SESSION, 9, 5, "undo")
    for odd in (act | {"what": "drop"}, act | {"what": ["undo"]}, act | {"seq": -1}, {"what": "undo"}, None):
        with pytest.raises(ValueError, match=r"\.$"):
            read_act(odd)


def test_a_selection_is_read():
    assert read_selected({"who": "a", "day": "2026-11-26"}) == Selected("a", date(2026, 11, 26))
    assert read_selected(None) is None
    assert read_selected({"row": "D RN", "day": "2026-11-26"}) == Selected("", date(2026, 11, 26), "D RN")
    for odd in ("a", {"who": "a"}, {"who": "a", "day": "x"}, {"row": "", "day": "2026-11-26"}, {"row": "D RN"}):
        with pytest.raises(ValueError, match=r"\.$"):
            read_selected(odd)


def test_an_edit_tells_which_cell_is_looked_at():
    assert read_at(edit() | {"at": {"who": "a", "day": "2026-11-26"}}) == Selected("a", date(2026, 11, 26))
    assert read_at(edit()) is None
    with pytest.raises(ValueError, match=r"\.$"):
        read_at(edit() | {"at": {"who": "a"}})
