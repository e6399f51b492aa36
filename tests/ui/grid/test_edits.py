"""What the grid asks for is done once, as far as it may be; the rest is refused with a sentence."""

from dataclasses import replace

import pytest

from optimizer.staffing.facts.rotation import Rotation
from optimizer.store.drafts import accept, history, plan_at, version_of
from optimizer.store.roles import Actor, Role
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Batch, SetCell, SetLock
from optimizer.ui.grid.edits import apply
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.grid.view import grid_data
from tests.ui.apps import MANAGER, open_store

OTHER = Actor("m2", Role.MANAGER)


@pytest.fixture
def desk(tmp_path):
    from optimizer.store.drafts import drafts

    store, _ = open_store(tmp_path)
    (draft,) = drafts(store, MANAGER)
    return Desk(MANAGER, store, draft)


def ask(desk, *ops, version=None, seq=1, kind="type"):
    return Batch("session-1", desk.version if version is None else version, seq, kind, ops)


def has(desk, who, day):
    plan = plan_at(desk.database, MANAGER, desk.draft.id)
    return sorted(pair.what.shift for pair in plan if (pair.who, pair.what.day) == (who, day))


def two(desk):
    return desk.unit.staff[0].id, desk.unit.days[3]


def test_a_code_is_put_into_a_cell_and_taken_out_of_it(desk):
    who, day = two(desk)
    done = apply(desk, ask(desk, SetCell(who, day, "D/C")), ())
    assert (done.version, done.refused, has(desk, who, day)) == (2, (), ["D"])
    assert apply(desk, ask(desk, SetCell(who, day, None)), ()).version == 3
    assert has(desk, who, day) == []


def test_what_changes_nothing_makes_no_version(desk):
    who, day = two(desk)
    assert apply(desk, ask(desk, SetCell(who, day, None)), ()).version is None
    assert version_of(desk.database, MANAGER, desk.draft.id) == 1


def test_the_last_of_two_changes_of_one_cell_holds(desk):
    who, day = two(desk)
    apply(desk, ask(desk, SetCell(who, day, "D"), SetCell(who, day, "N")), ())
    assert has(desk, who, day) == ["N"]


@pytest.mark.parametrize(
    "code, word", [("Dd", "is not a shift"), ("D/Q", "is not a role"), ("D+X", "is not a shift")]
)  # fmt: skip
def test_what_is_no_code_is_refused_and_the_rest_is_kept(desk, code, word):
    who, day = two(desk)
    other = desk.unit.staff[1].id
    done = apply(desk, ask(desk, SetCell(who, day, code), SetCell(other, day, "N"), kind="paste"), ())
    assert [(each.who, word in each.sentence) for each in done.refused] == [(who, True)]
    assert (has(desk, who, day), has(desk, other, day)) == ([], ["N"])


def test_a_role_that_somebody_may_not_fill_is_refused(desk):
    (who, *_), day = [staff.id for staff in desk.unit.staff if "Charge" not in staff.roles], desk.unit.days[0]
    done = apply(desk, ask(desk, SetCell(who, day, "D/C")), ())
    assert "may not fill the role Charge" in done.refused[0].sentence


def test_nobody_outside_the_unit_and_no_day_outside_the_plan_is_changed(desk):
    who, day = two(desk)
    done = apply(desk, ask(desk, SetCell("ghost", day, "D"), SetCell(who, day.replace(year=2020), "D")), ())
    assert (done.version, len(done.refused)) == (None, 2)


def test_a_locked_cell_stays_until_it_is_unlocked(desk):
    who, day = two(desk)
    apply(desk, ask(desk, SetLock(who, day, True)), ())
    assert "locked" in apply(desk, ask(desk, SetCell(who, day, "D")), ()).refused[0].sentence
    apply(desk, ask(desk, SetLock(who, day, False)), ())
    assert apply(desk, ask(desk, SetCell(who, day, "D")), ()).refused == ()


def test_who_did_not_see_what_another_did_to_a_cell_is_told_and_other_cells_are_kept(desk):
    who, day = two(desk)
    seen = desk.version
    pair = next(pair for pair in desk.unit.pairs if (pair.who, pair.what.day, pair.what.shift) == (who, day, "N"))
    accept(desk.database, OTHER, desk.draft.id, seen, (), (pair,), "Needed at night")
    desk.refresh()
    done = apply(desk, ask(desk, SetCell(who, day, "D"), SetCell(who, desk.unit.days[5], "D"), version=seen), ())
    assert [(each.iso, "m2 changed this cell to N" in each.sentence) for each in done.refused] == [
        (day.isoformat(), True)
    ]
    assert (has(desk, who, day), has(desk, who, desk.unit.days[5])) == (["N"], ["D"])


def test_ones_own_changes_are_no_news(desk):
    who, day = two(desk)
    seen = desk.version
    made = apply(desk, ask(desk, SetCell(who, day, "D"), version=seen), ()).version
    assert apply(desk, ask(desk, SetCell(who, day, "N"), version=seen), {made}).refused == ()
    assert has(desk, who, day) == ["N"]


def test_what_is_sent_again_is_done_once(desk):
    memory = GridMemory("grid")
    assert memory.is_new("s1", 1)
    memory.did("s1", 1, 2)
    assert not memory.is_new("s1", 1)
    assert memory.is_new("s1", 2)
    assert memory.is_new("s2", 1)  # after a reload the browser counts anew


def test_the_grid_shows_the_schedule_with_its_marks(desk):
    who, day = two(desk)
    apply(desk, ask(desk, SetCell(who, day, "N"), SetCell(who, desk.unit.days[4], "D")), ())
    apply(desk, ask(desk, SetLock(who, day, True)), ())
    data = grid_data(
        desk.now, desk.locks, frozenset(), editable=True, session="s", ack=1, refused=(), focus=None
    )  # fmt: skip
    night, after = data.cells[who, day.isoformat()], data.cells[who, desk.unit.days[4].isoformat()]
    assert (night.text, night.locked, night.changed) == ("N", True, True)
    assert after.must and any("rest" in sentence for sentence in after.findings)
    assert [row.label for row in data.coverage] == ["D RN", "D Charge", "N RN", "N Charge"]
    assert {edit.why for edit in history(desk.database, MANAGER, desk.draft.id)} == {
        "Opened from a workbook", "Typed in the grid"
    }  # fmt: skip


def test_the_grid_shows_where_a_rotation_is_and_where_it_is_left(desk):
    who, days = two(desk)[0], desk.unit.days
    apply(desk, ask(desk, SetCell(who, days[0], "D"), SetCell(who, days[1], "N"), SetCell(who, days[2], "D")), ())
    rotation = Rotation("Team", ("D", "D", "", *[""] * 11), days[0])
    staff = tuple(replace(each, rotation="Team" if each.id == who else "") for each in desk.unit.staff)
    facts = replace(desk.now.facts, unit=replace(desk.unit, rotations=(rotation,), staff=staff))
    now = replace(desk.now, facts=facts)
    data = grid_data(now, desk.locks, None, editable=True, session="s", ack=1, refused=(), focus=None)
    shown = [data.cells[who, each.isoformat()] for each in days[:3]]
    assert [(cell.rotation, cell.strays) for cell in shown] == [("D", False), ("D", True), ("off", True)]
    assert "line below: by the rotation" in data.legend
