"""Notes at cells go out with every workbook that is written of a unit's and come in with it again."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest

from optimizer.cli.unit.explain import _apply
from optimizer.staffing.hospital.whole import members_with_guests
from optimizer.staffing.schedule.cell_note import CellNote, with_those_here
from optimizer.ui.facts.import_source import understood
from optimizer.ui.publish.files import full_copy
from optimizer.workbook.hospital.read import read_hospital
from optimizer.workbook.hospital.write import write_hospital, write_member
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.next_period import write_next
from optimizer.workbook.unit.read import read, read_bytes
from optimizer.workbook.unit.write import write_unit
from tests.read_samples import unit_sample
from tests.samples.hospitals import tiny


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


@pytest.fixture
def noted():
    """Return a unit's contents with a note on its first day, and one on the day after its last."""
    contents = unit_sample("small")
    who, days = contents.unit.staff[0].id, contents.unit.days
    notes = CellNote(who, days[0], "Asked to leave at 17"), CellNote(who, days[-1] + timedelta(1), "Back from leave")
    return replace(contents, notes=notes)


def test_a_workbook_that_was_mended_on_import_keeps_them(noted):
    assert read_bytes(understood(noted)).notes == noted.notes


def test_a_way_out_that_is_applied_keeps_them(noted, tmp_path):
    way = SimpleNamespace(asked=SimpleNamespace(unit=noted.unit, policy=noted.policy), plan=noted.plan)
    _apply(noted, (way,), 1, tmp_path / "out.xlsx", as_json=False)
    assert read(tmp_path / "out.xlsx").notes == noted.notes


def test_the_next_period_keeps_those_of_its_own_days(noted, tmp_path):
    write_next(tmp_path / "next.xlsx", noted, noted.plan)
    assert read(tmp_path / "next.xlsx").notes == noted.notes[1:]


def test_a_unit_of_a_hospital_keeps_them_when_it_is_planned(noted, tmp_path):
    hospital = tiny(1, days=3, people=2, floating=2)
    first = hospital.members[0]
    notes = (CellNote(first.unit.staff[0].id, first.unit.days[0], "Asked to leave at 17"),)
    others = hospital.members[1:]
    write_hospital(tmp_path, replace(hospital, members=(replace(first, notes=notes), *others)))
    planned = next(each for each in members_with_guests(read_hospital(tmp_path)) if each.code == first.code)
    assert read(write_member(tmp_path / "plans", planned, frozenset(), (), [])).notes == notes


def test_none_goes_out_at_somebody_whom_the_workbook_does_not_know(noted):
    left = CellNote("left", noted.unit.days[0], "x")
    content = understood(replace(noted, notes=(*noted.notes, left)))
    assert read_bytes(content).notes == noted.notes
    assert read_bytes(full_copy(content, frozenset(), (*noted.notes, left))).notes == noted.notes


def test_two_at_one_cell_are_a_fault_and_neither_is_lost(noted):
    again = replace(noted.notes[0], text="Stays till 18")
    with pytest.raises(
        FaultyWorkbookError, match="Cell notes!B3: R001 has a note on this day already; write both in one"
    ):
        read_bytes(understood(replace(noted, notes=(noted.notes[0], again))))


def test_what_is_written_here_stands_in_place_of_what_the_workbook_says(noted):
    first, last = noted.notes
    here = {(first.who, first.day): "", ("ben", first.day): "New"}
    assert with_those_here(noted.notes, here) == (last, CellNote("ben", first.day, "New"))
