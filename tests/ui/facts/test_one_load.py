"""A workbook is opened once for all that is done with it, counted wherever openpyxl reads one."""

import sys
from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl.reader.excel import ExcelReader

from optimizer.store.audit.verify import verify
from optimizer.store.drafts import drafts
from optimizer.ui.facts import import_page as import_
from optimizer.ui.facts import save as facts_save
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.study import Study
from optimizer.ui.parts.typed import Typed
from optimizer.workbook import taste as tasting
from optimizer.workbook.unit import layout
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, open_store
from tests.ui.one_page_of import open_page


@pytest.fixture
def loads(monkeypatch):
    """Return the workbooks that are opened, and have no other process open one."""
    found, read = [], ExcelReader.read
    monkeypatch.setattr(ExcelReader, "read", lambda reader: (found.append(reader), read(reader))[1])
    monkeypatch.setattr(tasting.subprocess, "run", lambda command, **_: found.append(command))
    return found


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setattr(facts_save.st, "session_state", {})
    store, _ = open_store(tmp_path, sample="icu")
    return Desk(MANAGER, store, drafts(store, MANAGER)[-1])


def test_a_draft_is_opened_with_one_load(tmp_path, loads):
    drawn, store = open_page(tmp_path, "import_")
    drawn.button_group[0].set_value(import_.SAMPLE).run()
    loads.clear()
    drawn.selectbox[0].set_value("An intensive care unit").run()
    next(button for button in drawn.button if button.label == "Open a draft").click().run()
    assert not drawn.exception
    opened = Desk(MANAGER, store, drafts(store, MANAGER)[-1])
    assert len(opened.unit.staff) > 20
    assert len(loads) == 1


def test_one_typed_cell_costs_one_parse_and_the_other_pages_none(desk, loads):
    memory = facts_save.memory_of(desk, "staff")
    loads.clear()
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.5}})
    assert facts_save.save(desk, "staff", memory, "Fewer hours")
    assert len(loads) == 1
    assert desk.unit.staff[0].fte == 0.5
    for page in ("staff", "need", "requests"):
        assert facts_save.memory_of(desk, page).tables[layout.STAFF].lines[0].values[4] == 0.5
    assert len(loads) == 1


def test_a_large_file_is_opened_once_where_it_is_tasted(monkeypatch, loads):
    content = (SAMPLES / "panel-small.xlsx").read_bytes()
    monkeypatch.setattr(tasting, "_limit", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(content)))
    tasting.main()
    assert len(loads) == 1


def test_the_facts_of_a_draft_from_before_they_were_kept_are_read_once_for_everybody(desk, loads):
    assert desk.unit.staff
    assert len(loads) == 1
    later = Study(desk.database, desk.draft.id).now(MANAGER)
    assert later.facts.contents == desk.contents
    assert len(loads) == 1
    assert verify(desk.database, MANAGER) == ()
