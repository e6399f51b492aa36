"""Last month's roster in, next month's out: real grids are learned, planned, and written into their own layout."""

import pytest

from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.workbook.adopt.adopt import adopt_likeliest
from optimizer.workbook.adopt.periods import next_period
from optimizer.workbook.into.duty_cells import duty_cells
from optimizer.workbook.into.into import schedule_into
from optimizer.workbook.recognise.recognise import recognise
from tests.first_plan import first_plan
from tests.paths import ROSTERS, needs_rosters

GRIDS = (
    "drumg/シフト表.xlsx",
    "glider-pl/example.xlsx",
    "glider-pl/marzec_2021_wersja_bazowa.xlsx",
    "thai-er/2025-11-28T01-56_export.csv",
    "linus-thesis/previous.xlsx",
)


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
    written = schedule_into(path.name, content, unit, plan, first=adopted.learned.roster.days[0])
    again = next(each for each in recognise(f"roster{path.suffix}", written.content).tables if each.blocks)
    codes = duty_cells(again, unit.calendar.first).codes()
    found = {(who.casefold(), day, code) for (who, day), said in codes.items() for code in said}
    planned = {(unit.name_of(pair.who).casefold(), pair.what.day, pair.what.shift) for pair in plan}
    assert planned
    assert planned <= found
