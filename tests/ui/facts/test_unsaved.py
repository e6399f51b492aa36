"""What is typed and not saved is kept by the browser, and typed again; whatever else it may hold is refused."""

import json

import pytest

from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.unsaved import restore, unsaved
from optimizer.ui.parts.typed import Typed
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit import layout
from tests.paths import SAMPLES

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
NEW = {"Id": "R900", "Name": "<b>*x*", "Job": "RN", "Roles": "RN", "FTE": 0.5}


@pytest.fixture
def memory():
    return FactsMemory(Book(SMALL))


def test_what_was_typed_is_typed_again_and_saved_as_it_would_have_been(memory):
    memory.typed[layout.STAFF] = Typed({0: {"FTE": 0.6}}, (NEW,), frozenset({2}))
    before = memory.shown(layout.STAFF)
    kept = json.loads(json.dumps(unsaved(memory)))
    assert [*kept] == [layout.STAFF.title]
    other = FactsMemory(Book(SMALL))
    restore(other, kept)
    assert other.dirty
    one, again = memory.check(), other.check()
    assert one is not None and again is not None
    assert one.unit.staff == again.unit.staff
    assert len(before.lines) == len(one.unit.staff)


def test_nothing_typed_is_nothing_kept(memory):
    assert unsaved(memory) == {}
    restore(memory, {})
    assert not memory.dirty


@pytest.mark.parametrize(
    "kept",
    [
        3,
        {"Staff": "all"},
        {"Staff": [[1, 2]]},
        {"Staff": [[999_999, *[None] * len(layout.STAFF.columns)]]},
        {"Staff": [[0, {"a": 1}, *[None] * (len(layout.STAFF.columns) - 1)]]},
        {"Staff": [[0, "x" * 3_000, *[None] * (len(layout.STAFF.columns) - 1)]]},
    ],
)
def test_what_is_no_table_of_ours_is_refused_and_nothing_is_typed(memory, kept):
    with pytest.raises(ValueError, match="browser has kept"):
        restore(memory, kept)
    assert not memory.dirty


def test_a_table_that_nobody_knows_is_left_out(memory):
    restore(memory, {"Secrets": [[1]]})
    assert not memory.dirty
