"""Last month's roster in, next month's out: real grids are learned, planned, and written into their own layout."""

from dataclasses import replace

import pytest

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.workbook.adopt.adopt import adopt_likeliest
from optimizer.workbook.adopt.periods import next_period, worked_period
from optimizer.workbook.into.duty_cells import duty_cells
from optimizer.workbook.into.file.refused import CannotWriteError
from optimizer.workbook.into.first_day import first_day
from optimizer.workbook.into.into import schedule_into
from optimizer.workbook.recognise.recognise import recognise
from tests.first_plan import first_plan
from tests.paths import ROSTERS, needs_rosters
from tests.workbook.adopt.files import month

GRIDS = (
    "drumg/シフト表.xlsx",
    "glider-pl/example.xlsx",
    "glider-pl/marzec_2021_wersja_bazowa.xlsx",
    "thai-er/2025-11-28T01-56_export.csv",
    "linus-thesis/previous.xlsx",
)


@pytest.mark.parametrize("make", [worked_period, next_period])
def test_a_roster_that_tells_no_date_is_known_by_its_duties(make):
    text = month(3, titled=False)
    adopted = adopt_likeliest([recognise("roster.csv", text.encode())])
    first, unit = adopted.learned.roster.days[0], next_period(adopted).unit
    table = recognise("roster.csv", text.encode()).tables[0]
    made = make(adopted)
    assert table.first is None
    assert first_day(table, made.unit, made.plan) == first
    elsewhere = replace(unit, history=frozenset())
    assert first_day(table, elsewhere, frozenset()) is None
    with pytest.raises(CannotWriteError, match="does not tell which date"):
        schedule_into("roster.csv", text.encode(), elsewhere, frozenset())


@needs_rosters
@pytest.mark.parametrize("file", GRIDS)
def test_the_month_after_comes_back_in_the_layout_of_the_last(file):
    path = ROSTERS / file
    content = path.read_bytes()
    adopted = adopt_likeliest([recognise(path.name, content)])
    unit, policy, *_ = next_period(adopted)
    formulation = formulate(unit, policy)
    plan = first_plan(formulation, Pins(unit.locked))
    assert not Judge(formulation).judge(plan).score.broken
    written = schedule_into(path.name, content, unit, plan)
    again = next(each for each in recognise(f"roster{path.suffix}", written.content).tables if each.blocks)
    codes = duty_cells(again, unit.calendar.first).codes()
    found = {(who.casefold(), day, code) for (who, day), said in codes.items() for code in said}
    planned = {(unit.name_of(pair.who).casefold(), pair.what.day, pair.what.shift) for pair in plan}
    assert planned
    assert planned <= found
