"""What is written reads back to the same."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from optimizer.engine.cpsat import solve
from optimizer.engine.outcome import Pins
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.law.lawful import lawful
from optimizer.staffing.policy import default_policy, must, priced
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.weekends.fewest_weekends import FewestWeekendsInARow
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.stay_close import StayClose
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_schedule, write_unit
from tests.paths import SAMPLES
from tests.read_samples import unit_sample
from tests.samples.intensive_care import icu
from tests.samples.medical_surgical import medsurg
from tests.samples.step_down import small

QUICK = Effort(workers=1, deterministic=1)


@pytest.mark.parametrize("make", [small, medsurg, icu])
def test_a_unit_and_its_policy_read_back_to_the_same(tmp_path, make):
    unit, policy = make()
    write_unit(tmp_path / "unit.xlsx", unit, policy)
    contents = read(tmp_path / "unit.xlsx")
    assert contents.unit == unit
    assert [r for r in contents.policy.rulings if r in policy.rulings] == list(policy.rulings)


def test_what_law_is_to_know_reads_back_and_adds_its_musts(tmp_path):
    unit, policy = small()
    first, *others = unit.staff
    first = replace(first, review_due=unit.calendar.last)
    unit = replace(unit, jurisdictions=("us-alaska", "us-flsa"), kind="telemetry", staff=(first, *others))
    write_unit(tmp_path / "unit.xlsx", unit, policy)
    contents = read(tmp_path / "unit.xlsx")
    assert contents.unit == unit
    assert contents.policy == lawful(contents.policy, unit)
    assert must(Rest(limit=10 * 60)) in contents.policy.rulings
    assert must(MostHoursAtAStretch(limit=14 * 60)) not in contents.policy.rulings  # nobody has read it in its text


def test_weekends_patterns_borders_and_skills_read_back_to_the_same(tmp_path):
    unit, _ = small()
    rules = (
        UnwantedPattern(pattern=("Fri off", "Sat any", "night")),
        FewestWeekendsInARow(weekend="Fri-Sun", border="closed"),
        IdenticalWeekends(weekend="Sat-Mon"),
        FewestDaysOff(border="closed"),
        OnlySkilled(shifts=("night",), credentials=("ACLS", "Charge course")),
        MostDuties(limit=9, shifts=("night",)),
    )
    policy = Policy((*default_policy().rulings, *(priced(rule, 7) for rule in rules)))
    write_unit(tmp_path / "unit.xlsx", unit, policy)
    assert read(tmp_path / "unit.xlsx").policy == policy


def test_a_schedule_reads_back_to_the_same_plan_and_score(tmp_path):
    contents = unit_sample("small")
    formulation = formulate(contents.unit, contents.policy)
    plan = solve(formulation, Pins(contents.unit.locked), run=Run(effort=QUICK)).plan
    verdict = Judge(formulation).judge(plan)
    findings = Judge(formulation).findings(verdict)
    write_schedule(SAMPLES / "unit-small.xlsx", tmp_path / "out.xlsx", contents.unit, plan, findings, [])
    again = read(tmp_path / "out.xlsx")
    assert (again.plan, again.unit, again.policy) == (plan, replace(contents.unit, given=plan), contents.policy)
    assert Judge(formulate(again.unit, again.policy)).judge(again.plan).score == verdict.score


def test_staying_close_is_judged_against_the_schedule_before(tmp_path):
    contents = unit_sample("small")
    policy = replace(contents.policy, rulings=(*contents.policy.rulings, priced(StayClose(), 5)))
    write_unit(tmp_path / "in.xlsx", contents.unit, policy)
    formulation = formulate(contents.unit, policy)
    before = solve(formulation, Pins(contents.unit.locked), run=Run(effort=QUICK)).plan
    unit = replace(contents.unit, given=before)
    after = before - {min(before - unit.locked)}
    judge = Judge(formulate(unit, policy))
    verdict = judge.judge(after)
    assert any(finding.rule.key == "stay-close" for finding in judge.findings(verdict))
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", unit, after, judge.findings(verdict), [])
    again = read(tmp_path / "out.xlsx")
    assert again.unit.given == before
    assert Judge(formulate(again.unit, again.policy)).judge(again.plan).score == verdict.score


def test_a_schedule_leaves_the_rest_of_the_workbook_alone(tmp_path):
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    notes = book.create_sheet("My notes")
    notes["B2"], notes["B3"] = "keep me", "=1+1"
    book["Staff"]["X2"] = "a column of my own"
    book.save(tmp_path / "in.xlsx")
    contents = read(tmp_path / "in.xlsx")
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", contents.unit, frozenset(), (), [])
    again = load_workbook(tmp_path / "out.xlsx")
    assert (again["My notes"]["B2"].value, again["My notes"]["B3"].value) == ("keep me", "=1+1")
    assert again["Staff"]["X2"].value == "a column of my own"
    assert again.sheetnames[0] == "Schedule"


def test_text_from_a_workbook_never_becomes_a_formula(tmp_path):
    unit, _ = small()
    evil = Staff("=1+1", '=HYPERLINK("http://example.invalid")', "+RN", ("RN",), groups=("@x",))
    unit = replace(unit, staff=(*unit.staff, evil), name="-2+3")
    write_unit(tmp_path / "in.xlsx", unit, default_policy())
    contents = read(tmp_path / "in.xlsx")
    assert contents.unit.people["=1+1"].name == evil.name
    write_schedule(tmp_path / "in.xlsx", tmp_path / "out.xlsx", contents.unit, frozenset(), (), [("Unit", unit.name)])
    for path in ("in.xlsx", "out.xlsx"):
        for sheet in load_workbook(tmp_path / path):
            formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
            assert formulas == []
