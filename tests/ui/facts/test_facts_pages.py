"""The pages of facts, drawn for everybody who may see them."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from optimizer.store.drafts import drafts
from optimizer.ui.facts import import_page as import_
from optimizer.ui.facts.import_source import samples, template
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.rules_page import choice
from optimizer.workbook.file.book import Book
from optimizer.workbook.own_form import is_own_form
from optimizer.workbook.unit import layout
from optimizer.workbook.unit.read import look, read_bytes
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, solved_small
from tests.ui.one_page_of import open_page

SMALL = (SAMPLES / "unit-small.xlsx").read_bytes()
FAULTY = (SAMPLES / "unit-faulty.xlsx").read_bytes()


def buttons(page):
    return {button.label for button in page.button}


@pytest.mark.parametrize("page", ["staff", "requests", "need", "rules"])
@pytest.mark.parametrize("sample", ["small", "medsurg"])
def test_a_manager_sees_a_page_and_may_save(tmp_path, page, sample):
    drawn, _ = open_page(tmp_path, page, sample=sample)
    assert not drawn.exception
    assert {"Save", "Discard"} <= buttons(drawn)


@pytest.mark.parametrize("page", ["staff", "requests", "need", "rules"])
def test_leadership_sees_a_page_without_pay_classes_and_may_change_nothing(tmp_path, page):
    drawn, _ = open_page(tmp_path, page, role="leadership")
    assert not drawn.exception
    assert not buttons(drawn) & {"Save", "Discard", "Save the choice"}
    assert all("Pay class" not in table.value.columns for table in drawn.dataframe)


@pytest.mark.parametrize("page", ["staff", "requests", "need", "rules"])
@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_others_are_refused_by_the_store(tmp_path, page, role):
    drawn, _ = open_page(tmp_path, page, role=role)
    assert drawn.exception
    assert not drawn.dataframe


def test_the_numbers_of_the_staff_are_those_of_the_unit(tmp_path):
    drawn, _ = open_page(tmp_path, "staff")
    unit = read_bytes(SMALL).unit
    assert [metric.value for metric in drawn.metric[:2]] == [
        str(len(unit.staff)),
        f"{sum(person.fte for person in unit.staff):.1f}",
    ]


def test_requests_add_up_to_those_that_were_asked_for(tmp_path):
    drawn, _ = open_page(tmp_path, "requests", plan=solved_small())
    asked, granted, denied, leave, blocked = (int(metric.value) for metric in drawn.metric)
    assert asked == granted + denied > 0
    people = drawn.dataframe[0].value
    assert (people["Asked"].sum(), people["Granted"].sum()) == (asked, granted)
    assert (people["Approved leave"].sum(), people["Blocked"].sum()) == (leave, blocked)


def test_chosen_laws_are_written_to_the_sheet_calendar():
    memory = FactsMemory(Book(SMALL))
    memory.typed[layout.CALENDAR] = choice(memory, ("us-flsa", "us-alaska"))
    contents = memory.check()
    assert contents is not None
    assert contents.unit.jurisdictions == ("us-flsa", "us-alaska")


def test_nothing_chosen_on_import_offers_the_template(tmp_path):
    drawn, _ = open_page(tmp_path, "import_")
    assert not drawn.exception
    assert not drawn.error
    assert read_bytes(template()).unit.staff


def test_a_sample_is_opened_as_a_draft(tmp_path):
    drawn, store = open_page(tmp_path, "import_")
    drawn.button_group[0].set_value(import_.SAMPLE).run()
    drawn.selectbox[0].set_value("An intensive care unit").run()
    assert not drawn.exception
    assert "nothing in it is wrong" in drawn.success[0].value
    next(button for button in drawn.button if button.label == "Open a draft").click().run()
    assert not drawn.exception
    assert len(drafts(store, MANAGER)) == 2


def test_a_faulty_workbook_shows_every_fault_and_opens_no_draft(tmp_path):
    drawn, store = open_page(tmp_path, "import_")
    drawn.button_group[0].set_value(import_.SAMPLE).run()
    faulty = next(title for title, path in samples().items() if path.name == "unit-faulty.xlsx")
    drawn.selectbox[0].set_value(faulty).run()
    assert not drawn.exception
    assert "20 faults" in drawn.error[0].value
    table = drawn.dataframe[0].value
    assert len(table) == 20
    assert set(table.columns) == {"Sheet", "Column", "Cell", "What is wrong", "What would be right"}
    assert "Open a draft" not in buttons(drawn)
    assert len(drafts(store, MANAGER)) == 1


def test_what_was_understood_of_a_faulty_workbook_reads_without_those_faults():
    memory = FactsMemory(Book(FAULTY), keeps_ids=False)
    content = import_.corrected(memory)
    assert len(look(content).faults) < len(look(FAULTY).faults)


def test_a_roster_in_another_form_is_known_as_such():
    book = Workbook()
    book.active.append(["Name", "Mon", "Tue"])
    book.active.title = "Staff"  # anybody may call a sheet so
    file = BytesIO()
    book.save(file)
    assert not is_own_form(file.getvalue())
    assert not is_own_form(b"Name,Mon,Tue")
    assert is_own_form(SMALL)
    assert is_own_form((SAMPLES / "panel-small.xlsx").read_bytes())


def test_the_page_of_the_staff_tells_whose_turn_is_next(tmp_path):
    drawn, _ = open_page(tmp_path, "staff", plan=solved_small())
    holidays = list(read_bytes(SMALL).unit.calendar.holidays.values())
    (turn,) = (box for box in drawn.selectbox if box.label == "Turn")
    assert turn.options == holidays
    table = next(frame.value for frame in drawn.dataframe if "Times" in frame.value)
    assert list(table["Times"]) == sorted(table["Times"])
