"""The table of scenarios, and its workbook."""

import pytest
from openpyxl import load_workbook

from optimizer.planning.policy import Mode
from optimizer.scenarios.compare import COST, NOT_FINISHED, UNCOVERED, compared, comparison
from optimizer.scenarios.run import Limits, run
from optimizer.staffing.scenario import Position, RuleChange, Scenario
from optimizer.workbook.report.comparison import write_comparison
from tests.scenarios.units import EXACT, POLICY, tiny

SCENARIOS = (
    Scenario("=Tight", budget=3_000_00),
    Scenario("Raise", wages=100),
    Scenario("One more", add=(Position(1, "RN", 0.9, "D"),)),
)


@pytest.fixture(scope="module")
def results():
    return compared(tiny(), POLICY, SCENARIOS, EXACT, one_by_one)


def one_by_one(tasks):
    return [run(task) for task in tasks]


def values(results):
    return {(line.group, line.title): line.values for line in comparison(results)}


def test_the_unit_as_it_is_always_comes_first():
    told = []
    compared(tiny(), POLICY, SCENARIOS, EXACT, lambda tasks: told.append(tasks) or [run(task) for task in tasks[:1]])
    (base,), others = told
    assert [base.name, *(task.name for task in others)] == ["As it is", "=Tight", "Raise", "One more"]
    assert base.start is None
    assert all(task.start for task in others)


def test_when_the_unit_as_it_is_was_not_finished_nothing_else_is_begun():
    assert compared(tiny(), POLICY, SCENARIOS, EXACT, lambda tasks: [None for _ in tasks]) == [None] * 4


def test_every_line_has_a_value_for_every_scenario(results):
    assert {len(line.values) for line in comparison(results)} == {4}


def test_costs_add_up_and_change_with_the_scenario(results):
    table = values(results)
    buckets = [line for line in comparison(results) if line.group == COST]
    total = table["All", "Cost, $"]
    assert total == pytest.approx(tuple(map(sum, zip(*(line.values for line in buckets), strict=True))))
    assert total[1] <= 3_000 < total[0]
    assert total[2] > total[0]
    assert table["All", "Uncovered hours"][1] > table["All", "Uncovered hours"][0]
    assert table["Result", "Points"][3] <= table["Result", "Points"][0]


def test_a_scenario_that_was_not_finished_says_so(results):
    table = values([results[0], None])
    assert table["Result", "Ended"][1] == NOT_FINISHED
    assert all(column[1] is None for key, column in table.items() if key != ("Result", "Ended"))


def test_a_binding_budget_has_a_worth_and_scarce_shifts_have_names():
    tight = (Scenario("Tight", budget=6_000_00, rules=(RuleChange("budget", Mode.PRICED, 50_00),)),)
    table = values(compared(tiny(), POLICY, tight, Limits(seconds=60), one_by_one))
    assert table["Worth", "One more $ of budget saves, $"][1] > 0
    assert " RN " in table["Worth", "Scarcest shifts, $ for one more"][1]


def test_the_workbook_has_a_column_a_scenario_and_stacked_charts(results, tmp_path):
    lines, names = comparison(results), ["As it is", "=Tight", "Raise", "One more"]
    write_comparison(tmp_path / "out.xlsx", "+Unit", names, lines, (COST, UNCOVERED))
    book = load_workbook(tmp_path / "out.xlsx")
    sheet = book["Comparison"]
    assert [sheet.cell(3, column).value for column in range(3, 7)] == names
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert [sheet.cell(row, 2).value for row in range(4, 4 + len(lines))] == [line.title for line in lines]
    cost = next(row for row in range(4, 60) if sheet.cell(row, 2).value == "Cost, $")
    assert sheet.cell(cost, 4).value == pytest.approx(results[1].account.cost / 100)
    assert [chart.grouping for chart in book["Charts"]._charts] == ["stacked", "stacked"]
    assert [len(chart.series) for chart in book["Charts"]._charts] == [3, 1]
    assert sheet.page_setup.orientation == "landscape"
