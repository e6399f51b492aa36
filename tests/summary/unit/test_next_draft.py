"""The period after what was published: what was noted for its days goes along, what was taken out does not."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

from optimizer.planning.score import Score
from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.store.cell_notes import set_cell_note
from optimizer.store.drafts import open_draft
from optimizer.store.publications import publish
from optimizer.summary.unit.next_draft import following
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.write import write_unit
from tests.read_samples import unit_sample
from tests.store.made import MANAGER
from tests.stores import begin


def test_notes_of_the_store_go_along_with_those_of_the_workbook(tmp_path):
    contents = unit_sample("small")
    unit, after = replace(contents.unit, given=frozenset()), contents.unit.days[-1] + timedelta(1)
    one, other, gone = (CellNote(staff.id, after, f"Of {staff.id}") for staff in unit.staff[:3])
    file = BytesIO()
    write_unit(file, unit, contents.policy, notes=(one, gone))
    store = begin(tmp_path)
    draft = open_draft(store, MANAGER, unit.name, "December", file.getvalue(), frozenset())
    set_cell_note(store, MANAGER, draft, (other.who, other.day), other.text)
    set_cell_note(store, MANAGER, draft, (gone.who, gone.day), "")
    publish(store, MANAGER, draft, 1, revision=1, unit=unit, policy="[]", score=Score(0, 0))
    assert read_bytes(following(store, MANAGER, draft).content).notes == (one, other)
