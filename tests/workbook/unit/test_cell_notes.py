"""Notes at cells go out with the full copy of a workbook and come in with it again."""

from io import BytesIO

from optimizer.staffing.schedule.cell_note import CellNote
from optimizer.ui.publish.files import full_copy
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.write import write_unit
from tests.read_samples import unit_sample


def test_notes_go_out_and_come_in():
    contents = unit_sample("small")
    who, day = contents.unit.staff[0].id, contents.unit.days[0]
    file = BytesIO()
    write_unit(file, contents.unit, contents.policy)
    assert read_bytes(file.getvalue()).notes == ()
    told = (CellNote(who, day, "=Asked to leave at 17"),)
    copied = full_copy(file.getvalue(), frozenset(), told)
    assert read_bytes(copied).notes == told
    assert read_bytes(full_copy(copied, frozenset(), told)).notes == told  # in place of those that were there
    assert read_bytes(full_copy(copied, frozenset(), ())).notes == ()
