"""A manager's note at a cell: written beside the grid, marked in it, and nowhere for staff."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.store.cell_notes import cell_notes_of, set_cell_note
from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.payload import payload
from optimizer.ui.grid.view import grid_data
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.one_page import words_of

UNIT = unit_sample("small").unit
CELL = (UNIT.staff[0].id, UNIT.days[0])


def field(who, day, role="manager"):
    """Draw the note at a cell."""
    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.store.roles import Actor, Role
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.grid import Selected
    from optimizer.ui.schedule.cell.note import note_field

    actor = Actor("m1", Role(role))
    note_field(Desk(actor, database(), drafts(database(), actor)[-1]), Selected(who, day))


def drawn(role="manager"):
    app = AppTest.from_function(field, default_timeout=60, args=(*CELL, role)).run()
    assert not app.exception
    return app


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path, plan=solved_small())


def test_a_note_is_written_in_the_panel_and_taken_out_again(store):
    database, draft = store
    app = drawn()
    for said in ("Asked to leave at 17", ""):
        app.text_input[0].set_value(said).run()
        assert not app.exception
        assert cell_notes_of(database, MANAGER, draft) == {CELL: said}


def test_who_only_reads_drafts_reads_it(store):
    assert not words_of(drawn("leadership"))
    set_cell_note(store[0], MANAGER, store[1], CELL, "Asked to leave at 17")
    app = drawn("leadership")
    assert "Note: Asked to leave at 17" in words_of(app).replace("\\", "")
    assert not app.text_input


def test_the_grid_marks_it_at_its_cell(store):
    set_cell_note(store[0], MANAGER, store[1], CELL, "Asked to leave at 17")
    desk = Desk(MANAGER, store[0], drafts(store[0], MANAGER)[-1])
    shown = grid_data(
        desk.now, desk.locks, None, editable=True, session="", ack=0, refused=(), focus=None, notes=desk.notes
    )
    assert [cell for cell, each in shown.cells.items() if each.note] == [(CELL[0], CELL[1].isoformat())]
    assert json.dumps(payload(shown)).count("Asked to leave at 17") == 1
