"""Scenarios in the workbook and in TOML, with every fault at its cell or key."""

import pytest
from openpyxl import load_workbook

from optimizer.planning.policy import Mode
from optimizer.staffing.scenario import Position, RuleChange, Scenario
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.scenario_file import read_scenario_file
from optimizer.workbook.unit.write import write_unit
from tests.samples.step_down import small

EVERYTHING = Scenario(
    "=1+1",
    "why not",
    budget=50_000_50,
    overtime_cap=90,
    agency_cap=0,
    wages=25,
    agency_rate=-100,
    census=100,
    remove=("R001", "R002"),
    add=(Position(2, "RN", 0.9, "N"), Position(1, "Charge", 0.6)),
    rules=(
        RuleChange("cover-minimum", Mode.PRICED, 500_00),
        RuleChange("overtime", Mode.MUST),
        RuleChange("rest", limit=11 * 60),
        RuleChange("budget", Mode.PRICED, 1_00, 60_000_00),
        RuleChange("requests", Mode.OFF),
    ),
)
TOML = """
[[scenario]]
name = "=1+1"
about = "why not"
budget = 50000.50
overtime_cap_hours = 1.5
agency_cap_hours = 0
wage_change = 2.5
agency_rate = -10
census_change = 10
remove = ["R001", "R002"]
add = "2 RN 0.9 N, 1 Charge 0.6"
rules = [
    "cover-minimum=priced 500", "overtime=must", "rest=limit 11", "budget=priced 1 limit 60000", "requests = off"
]
"""


def written(tmp_path, *scenarios):
    unit, policy = small()
    write_unit(tmp_path / "unit.xlsx", unit, policy, scenarios=scenarios)
    return tmp_path / "unit.xlsx"


def faults_in_toml(tmp_path, text):
    (tmp_path / "faulty.toml").write_text(text)
    with pytest.raises(FaultyWorkbookError) as caught:
        read_scenario_file(tmp_path / "faulty.toml", *small())
    return [str(fault) for fault in caught.value.faults]


def test_scenarios_read_back_to_the_same(tmp_path):
    scenarios = (EVERYTHING, Scenario("Nothing"))
    assert read(written(tmp_path, *scenarios)).scenarios == scenarios
    assert read(written(tmp_path)).scenarios == ()


def test_a_toml_file_says_the_same(tmp_path):
    (tmp_path / "what.toml").write_text(TOML)
    assert read_scenario_file(tmp_path / "what.toml", *small()) == (EVERYTHING,)


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [
        ("A3", "One", "Scenarios!A3: 'One' stands twice"),
        ("A3", "As it is", "Scenarios!A3: 'As it is' stands twice"),
        ("A2", None, "Scenarios!A2: 'Name' is empty"),
        ("C2", "much", "Scenarios!C2: 'much' is not a number"),
        ("H2", -95, "Scenarios!H2: -95 is out of range"),
        ("K2", "R01", "Scenarios!K2: 'R01' is not a staff id; did you mean"),
        ("L2", "two RN", "Scenarios!L2: 'two RN' is no position; write how many, role, FTE"),
        ("L2", "2 RNN 0.9", "Scenarios!L2: 'RNN' is not a role; did you mean 'RN'?"),
        ("L2", "2 RN 0.9 X", "Scenarios!L2: 'X' is not a shift"),
        ("M2", "rst=must", "Scenarios!M2: 'rst' is not a rule; did you mean 'rest'?"),
        ("M2", "rest=maybe", "Scenarios!M2: 'maybe' is no way for 'rest' to change"),
        ("M2", "rest", "Scenarios!M2: 'rest' changes nothing"),
        ("M2", "leave=limit 3", "Scenarios!M2: 'limit' is no way for 'leave' to change"),
        ("M2", "one-duty-a-day=priced", "Scenarios!M2: 'One duty a day' is priced, so it needs a price above 0"),
        ("M2", "most-in-a-row=limit 3", "Scenarios!M2: 'most-in-a-row' stands 3 times on the sheet Rules"),
        ("M2", "budget=priced", "Scenarios!M2: 'Budget for the period' is priced, so it needs a price above 0"),
    ],
)
def test_a_fault_names_its_cell_and_what_would_be_right(tmp_path, cell, value, told):
    path = written(tmp_path, Scenario("One"), Scenario("Two"))
    book = load_workbook(path)
    book["Scenarios"][cell] = value
    book["Scenarios"]["B2"] = "there is always something in the row"
    book.save(path)
    with pytest.raises(FaultyWorkbookError) as caught:
        read(path)
    (fault,) = caught.value.faults
    assert str(fault).startswith(told)


def test_every_fault_of_a_toml_file_is_told_with_its_key(tmp_path):
    text = '[[scenario]]\nname = "A"\nbudgt = 5\nremove = ["R999"]\n[[scenario]]\nadd = "2 RN"\n'
    found = faults_in_toml(tmp_path, text)
    assert [fault.split(":")[0] for fault in found] == [
        "faulty.toml!scenario[1].budgt",
        "faulty.toml!scenario[1].remove",
        "faulty.toml!scenario[2].name",
        "faulty.toml!scenario[2].add",
    ]
    assert "did you mean 'budget'?" in found[0]


@pytest.mark.parametrize("text", ["", "[[scenario", 'scenario = "A"', "other = 1"])
def test_a_file_without_scenarios_is_refused(tmp_path, text):
    assert len(faults_in_toml(tmp_path, text)) == 1


def test_two_scenarios_of_one_name_are_refused(tmp_path):
    assert "stands twice" in faults_in_toml(tmp_path, '[[scenario]]\nname = "A"\n[[scenario]]\nname = "A"\n')[0]
