"""Rules as sentences: a number is changed where it stands, and is typed into the table by that."""

import pytest

from optimizer.planning.policy import Mode
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.rule_edits import RuleEdit, read_rule_edits, set_rule
from optimizer.ui.facts.rule_sentences import take_edits
from optimizer.workbook.file.book import Book
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read import read_bytes
from optimizer.workbook.unit.rules_seen import rulings_seen
from tests.paths import SAMPLES
from tests.ui.apps import open_store
from tests.ui.story import page_over, tab

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
UNIT = read_bytes(SMALL).unit


@pytest.fixture
def memory():
    return FactsMemory(Book(SMALL))


def rulings(memory):
    return rulings_seen(memory.shown(layout.RULES), UNIT)


def place_of(memory, key, mode=None):
    return next(
        place
        for place, ruling in rulings(memory).items()
        if ruling.rule.key == key and (mode is None or ruling.mode is mode)
    )


def test_every_line_of_the_table_stands_for_the_rule_that_is_read_from_it(memory):
    shown = [*rulings(memory).values()]
    read = [ruling for ruling in read_bytes(SMALL).policy.rulings if ruling.mode is not Mode.OFF]
    assert [each for each in shown if each.mode is not Mode.OFF] == read
    assert len(shown) == len(memory.tables[layout.RULES].lines)


def test_a_number_is_typed_into_its_line_and_saved_with_the_table(memory):
    place = place_of(memory, "rest")
    set_rule(memory, UNIT, RuleEdit(place, "rest", "limit", "10:30"))
    assert memory.dirty
    contents = memory.check()
    assert contents is not None
    assert next(each.rule.limit for each in contents.policy.rulings if each.rule.key == "rest") == 630


def test_what_a_rule_costs_and_whether_it_must_be_kept_are_set_alike(memory):
    place = place_of(memory, "rest-after-stretch")
    for setting, value in (("how", "priced"), ("points", "2.5"), ("after", "14 h")):
        set_rule(memory, UNIT, RuleEdit(place, "rest-after-stretch", setting, value))
    ruling = rulings(memory)[place]
    assert (ruling.mode, ruling.price, ruling.rule.after) == (Mode.PRICED, 250, 14 * 60)
    assert memory.check() is not None


@pytest.mark.parametrize(
    ("key", "setting", "value", "told"),
    [
        ("rest", "limit", "soon", "Rest between duties: 'soon' is not a number"),
        ("rest", "to", "RN", "'to' is no number of this rule."),
        ("availability", "limit", "3", "'limit' is no number of this rule."),
        ("cover-target", "points", "0", "needs a price above 0"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_typed(memory, key, setting, value, told):
    before = rulings(memory)
    with pytest.raises(ValueError, match=told):
        set_rule(memory, UNIT, RuleEdit(place_of(memory, key), key, setting, value))
    assert rulings(memory) == before


def test_a_place_that_has_another_rule_by_now_is_left_alone(memory):
    with pytest.raises(ValueError, match="has changed meanwhile"):
        set_rule(memory, UNIT, RuleEdit(place_of(memory, "rest"), "leave", "limit", "3"))


def test_of_several_changes_all_that_can_be_are_typed_and_each_that_cannot_is_told(memory):
    rest = place_of(memory, "rest")
    typed = [(rest, "rest", "limit", "soon"), (rest, "rest", "limit", "10:30"), (rest, "leave", "limit", "3")]
    edits = [dict(zip(("row", "rule", "setting", "value"), each, strict=True)) for each in typed]
    take_edits(UNIT, memory, {"number": 4, "edits": edits})
    assert (memory.heard, rulings(memory)[rest].rule.limit) == (4, 630)
    assert "'soon' is not a number" in memory.trouble
    assert "has changed meanwhile" in memory.trouble


@pytest.mark.parametrize("event", [None, 3, {"number": "1", "edits": []}, {"number": 1, "edits": [{"row": 1}]}])
def test_what_is_no_change_of_a_rule_is_refused(event):
    with pytest.raises(ValueError, match="no change of a rule"):
        read_rule_edits(event)


def test_a_number_is_typed_where_it_stands_in_a_browser(browser, tmp_path):
    open_store(tmp_path)
    with page_over(tmp_path / "store.db") as url, tab(browser, f"{url}/rules-and-prices") as it:
        field = it.page.get_by_role(
            "textbox", name="Rest between duties: Everyone has at least … hours between two duties"
        )
        field.fill("11")
        field.press("Enter")
        it.page.get_by_text("Rules: 1 row changed").or_(it.page.get_by_text("Not saved yet.")).first.wait_for()
        assert field.input_value() == "11"
        it.page.wait_for_function("Object.values(sessionStorage).some(kept => kept.includes('typed'))")
        it.page.reload()
        it.page.get_by_text("Not saved yet.").first.wait_for()
        assert field.input_value() == "11"  # a reload is a new session of the server, and loses nothing
        it.page.get_by_role("textbox", name="Why").fill("More rest")
        it.page.get_by_role("textbox", name="Why").press("Enter")
        it.button("Save")
        it.page.get_by_text("The draft is now planned on revision 2").wait_for()
        assert field.input_value() == "11"
