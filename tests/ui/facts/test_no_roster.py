"""Before anything is solved the page tells who can have no roster at all."""

from dataclasses import replace

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.ui.facts.import_page import no_roster
from tests.read_samples import unit_sample


def test_two_locks_without_rest_between_them_are_told_when_a_workbook_is_dropped():
    contents = unit_sample("small")
    first, second = contents.unit.days[3:5]
    locked = contents.unit.locked | {Pair("R001", Duty(first, "N", "RN")), Pair("R001", Duty(second, "D", "RN"))}
    ((title, said),) = no_roster(replace(contents, unit=replace(contents.unit, locked=locked)), b"locked")
    assert title == "No roster"
    assert contents.unit.name_of("R001") in said
    assert no_roster(contents, b"as it is") == []
