"""Who is taken out leaves nothing behind that could not be read."""

from optimizer.workbook.file.book import Book
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.edit_table import rows_of, with_rows
from optimizer.workbook.unit.read import look, read_bytes
from optimizer.workbook.unit.remove_people import without_people
from tests.paths import SAMPLES

SMALL = Book((SAMPLES / "unit-small.xlsx").read_bytes())


def test_everything_of_a_person_goes_with_them():
    before = read_bytes(SMALL.content).unit
    gone = before.requests[0].who
    after = read_bytes(without_people(SMALL, {}, frozenset({gone})).content).unit
    assert [person.id for person in after.staff] == [person.id for person in before.staff if person.id != gone]
    assert after.requests == tuple(request for request in before.requests if request.who != gone)
    assert after.history == frozenset(pair for pair in before.history if pair.who != gone)
    assert not [tie for tie in after.ties if gone in (tie.who, tie.other)]


def test_a_row_taken_out_of_staff_alone_leaves_faults_behind_and_this_mends_them():
    gone = read_bytes(SMALL.content).unit.requests[0].who
    lines = [line for line in rows_of(SMALL, layout.STAFF).lines if line.values[0] != gone]
    book = with_rows(SMALL, layout.STAFF, lines)
    assert look(book.content).faults
    assert not look(without_people(book, {}, frozenset({gone})).content).faults
    at_once = without_people(SMALL, {layout.STAFF: lines}, frozenset({gone}))
    assert read_bytes(at_once.content) == read_bytes(without_people(book, {}, frozenset({gone})).content)


def test_nobody_taken_out_leaves_the_very_workbook():
    assert without_people(SMALL, {}, frozenset()) is SMALL
    assert without_people(SMALL, {}, frozenset({"nobody"})) is SMALL
