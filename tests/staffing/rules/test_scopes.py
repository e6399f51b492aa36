"""Every rule that takes a scope of shifts counts exactly those it is given, or says that it has nothing to count."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

from optimizer.planning.law import Sum
from optimizer.planning.policy import Mode
from optimizer.staffing.facts.shift import Kind, Part, Shift
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules.coverage.skill_mix import SkillMix
from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.hours.share_of_duties import ShareRule
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.who.only_skilled import OnlySkilled
from optimizer.staffing.rules.wishes.fair_share import FairShare
from optimizer.staffing.scenario import RuleChange, Scenario
from optimizer.workbook.table.faults import FaultyWorkbookError
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.scenario_file import read_scenario_file
from tests.draw import BLOCKED, SHIFTS, amounts, day, draw, says
from tests.paths import SAMPLES

ORIENTATION = Shift("O", "Orientation", 7 * 60, 15 * 60, 8 * 60, kind=Kind.ORIENTATION)
ALL = (*SHIFTS, ORIENTATION, BLOCKED)
SCOPED = [rule for rule in RULES if "shifts" in rule.__dataclass_fields__ and not issubclass(rule, ShareRule)]
"""A share counts all duties at work beside those that it is given."""
SETTINGS = {FairShare: {"burden": "duties"}, OnlySkilled: {"credentials": ("pump",)}}
ONE_OF_EACH = [next(shift for shift in ALL if shift.kind is kind) for kind in Kind]


def scoped(rule, *words):
    return rule(shifts=words, **SETTINGS.get(rule, {}))


def unit_of_all():
    return draw("ann  . . .\nben  . . .", first=day(5), shifts=ALL)[0]


def counted(rule, unit):
    """Return the shifts whose duties some law of a rule tells from a day off."""
    laws = list(rule.laws(unit))
    read = {law.read for law in laws if not isinstance(law, Sum)}
    in_sums = {pair.what.shift for law in laws if isinstance(law, Sum) for _, pair in law.terms}
    duties = {pair.what for pair in unit.pairs if pair.what.day == unit.days[0]}
    in_walks = {duty.shift for duty in duties for one in read if one(duty.day, (duty,)) != one(duty.day, ())}
    return in_sums | in_walks


@pytest.mark.parametrize("rule", SCOPED)
@pytest.mark.parametrize("shift", ONE_OF_EACH, ids=lambda shift: shift.kind)
def test_a_shift_that_is_named_is_counted_or_said_to_be_none_that_can_be(rule, shift):
    unit = unit_of_all()
    for word, meant in ((shift.code, {shift.code}), (shift.kind, {s.code for s in ALL if s.kind is shift.kind})):
        named = scoped(rule, word)
        idle = {each.setting for each in named.idle(unit)}
        assert counted(named, unit) == (set() if "shifts" in idle else meant)


@pytest.mark.parametrize("rule", [rule for rule in SCOPED if rule is not OnlySkilled])
@pytest.mark.parametrize("part", Part)
def test_a_part_of_the_day_means_those_at_work_in_it(rule, part):
    unit = unit_of_all()
    assert counted(scoped(rule, part), unit) == {shift.code for shift in ALL if shift.works and shift.part is part}


@pytest.mark.parametrize("rule", [MostDuties, FewestDuties, MostInARow, FewestInARow])
def test_without_a_scope_or_with_exclusions_alone_those_at_work_count(rule):
    at_work = {shift.code for shift in ALL if shift.works}
    assert counted(rule(), unit_of_all()) == at_work
    assert counted(scoped(rule, "not N"), unit_of_all()) == at_work - {"N"}


@pytest.mark.parametrize("rule", SCOPED)
@pytest.mark.parametrize(
    "words", [("N", "not N"), ("N", "not night"), ("not work", "not orientation", "not education")]
)
def test_words_that_leave_nothing_are_said_to(rule, words):
    assert "shifts" in {each.setting for each in scoped(rule, *words).idle(unit_of_all())}


@pytest.mark.parametrize("rule", SCOPED)
def test_a_word_for_shifts_that_the_unit_has_none_of_leaves_nothing_to_say(rule):
    unit = replace(unit_of_all(), shifts=tuple(shift for shift in ALL if shift.part is Part.DAY))
    named = scoped(rule, "night")
    assert "shifts" not in {each.setting for each in named.idle(unit)}
    assert counted(named, unit) == set()


@pytest.mark.parametrize("rule", RULES)
def test_people_of_whom_there_are_none_are_said_to_be(rule):
    assert "to" in {each.setting for each in rule(to=("RN", "not ann", "not ben")).idle(unit_of_all())}


@pytest.mark.parametrize("shift", SHIFTS, ids=lambda shift: shift.code)
def test_successions_and_patterns_count_every_kind_of_shift_that_they_name(shift):
    assert amounts(ForbiddenSuccession(pairs=(f"{shift.code}>D",)), f"ann  {shift.code} D") == [1]
    assert amounts(UnwantedPattern(pattern=(shift.code, "off")), f"ann  {shift.code} .") == [1]


def test_calls_are_counted_in_a_row_in_the_period_and_as_a_share():
    assert amounts(MostInARow(limit=2, shifts=("C",)), "ann  C C C . C C") == [1]
    assert amounts(MostDuties(limit=2, shifts=("on call",)), "ann  C C D C") == [1]
    assert amounts(FewestDuties(limit=2, shifts=("C",)), "ann  C D D .") == [1]
    assert says(MostDuties(limit=1, shifts=("C",)), "ann  C C") == [
        "Ann has 2 C duties in the period; it should be 1 at most."
    ]


def test_a_skill_that_nobody_holds_bars_everybody_and_a_role_that_is_none_is_refused():
    assert counted(OnlySkilled(credentials=("pump",)), unit_of_all()) == {shift.code for shift in ALL if shift.staffs}
    with pytest.raises(ValueError, match="'Chrge' is no role"):
        SkillMix(roles=("Chrge",)).check(unit_of_all())


def workbook(tmp_path, **cells):
    """Return a sample whose last row of the sheet Rules has some cells: by header."""
    book = load_workbook(SAMPLES / "unit-small.xlsx")
    sheet = book["Rules"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = sheet.max_row + 1
    for header, value in {"Rule": "most-duties", "How": "must", "Limit": 3, **cells}.items():
        sheet.cell(row, columns[header]).value = value
    book.save(tmp_path / "rules.xlsx")
    return tmp_path / "rules.xlsx", row


@pytest.mark.parametrize(
    ("cells", "column", "problem"),
    [
        ({"Shifts": "night, not night"}, "H", "counts nothing of 'night'"),
        ({"Shifts": "nihgt"}, "H", "'nihgt' is not a word"),
        ({"Rule": "only-skilled", "Limit": None, "Shifts": "leave", "Details": "credentials=ACLS"}, "H", "of 'leave'"),
        ({"For": "RN, not RN"}, "G", "leaves nobody for whom 'most-duties' stands"),
        ({"Rule": "skill-mix", "Limit": 50, "Details": "roles=Chrge"}, "I", "'Chrge' is no role"),
    ],
)
def test_a_scope_with_nothing_in_it_is_a_fault_at_its_cell(tmp_path, cells, column, problem):
    path, row = workbook(tmp_path, **cells)
    with pytest.raises(FaultyWorkbookError) as caught:
        read(path)
    assert [(fault.sheet, fault.cell) for fault in caught.value.faults] == [("Rules", f"{column}{row}")]
    assert problem in caught.value.faults[0].problem


@pytest.mark.parametrize("shifts", ["evening", "on call", "orientation", "not evening"])
def test_words_that_every_unit_knows_are_none(tmp_path, shifts):
    path, _ = workbook(tmp_path, Shifts=shifts)
    assert read(path).policy


def test_a_rule_that_is_off_needs_nothing_to_count(tmp_path):
    path, _ = workbook(tmp_path, How="off", For="Agency, not Agency")
    assert read(path).policy


def test_a_scenario_cannot_turn_on_a_rule_with_nothing_to_count(tmp_path):
    path, _ = workbook(tmp_path, Rule="most-duties", How="off", Shifts="night, not night")
    contents = read(path)
    assert Scenario("Off", rules=(RuleChange("most-duties", Mode.OFF),)).apply(contents.unit, contents.policy)
    (tmp_path / "on.toml").write_text('[[scenario]]\nname = "On"\nrules = "most-duties=must"\n')
    with pytest.raises(FaultyWorkbookError) as caught:
        read_scenario_file(tmp_path / "on.toml", contents.unit, contents.policy)
    (fault,) = caught.value.faults
    assert fault.cell == "scenario[1].rules"
    assert fault.problem == "'most-duties' counts nothing of 'night', so it cannot be turned on"
