"""A roster of any make on the page Import, from the drop to the drafts."""

import json

import pytest

from optimizer.staffing.facts.shift import Part
from optimizer.store.attachments import attached_names, attachments_of
from optimizer.store.drafts import drafts, plan_at
from optimizer.store.workbooks import workbook_of
from optimizer.workbook.unit.read import read_bytes
from tests.ui.apps import MANAGER
from tests.ui.confirm.own_roster import LEGEND, NAMES, own_roster, staff_list
from tests.ui.one_page import words_of
from tests.ui.one_page_of import open_page


@pytest.fixture
def drop(tmp_path):
    """Return what drops files on the page, and the store."""
    app, store = open_page(tmp_path, "import_")

    def dropping(*files):
        app.file_uploader[0].set_value([(name, content, "") for name, content in files]).run()
        assert not app.exception
        return app

    return dropping, store


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def sheet_in(app):
    (element,) = (each for each in app.get("bidi_component") if each.proto.component_name == "optimizer.drawn_sheet")
    return json.loads(element.proto.json or element.proto.mixed.json)


def test_a_roster_is_drawn_and_told_in_a_line(drop):
    app = drop[0](("march.xlsx", own_roster()))
    assert "10 people, Sun 1 Mar to Tue 31 Mar 2026, 4 codes" in app.success[0].value.replace("\\", "")
    assert sheet_in(app)["name"] == "Off duty"
    assert not app.error


def test_judging_opens_a_draft_with_what_was_worked_and_tells_what_it_breaks(drop):
    dropping, store = drop
    app = press(dropping(("march.xlsx", own_roster())), "Judge this roster")
    draft = drafts(store, MANAGER)[-1]
    assert draft.name == "March 2026"
    plan = plan_at(store, MANAGER, draft.id)
    assert {pair.what.shift for pair in plan} == {"E", "L", "N", "AL"}
    app = press(app, "Judge this roster") if not app.metric else app
    assert "h were worked" in words_of(app) or "nothing that was learned" in words_of(app)


def test_planning_on_opens_a_draft_of_the_month_after_with_the_files_beside_it(drop):
    dropping, store = drop
    press(dropping(("march.xlsx", own_roster()), ("staff.csv", staff_list())), "Plan the next month")
    draft = drafts(store, MANAGER)[-1]
    unit = read_bytes(workbook_of(store, MANAGER, draft.id)).unit
    assert (str(unit.calendar.first), str(unit.calendar.last)) == ("2026-04-01", "2026-04-30")
    assert [staff.name for staff in unit.staff] == [*NAMES]
    assert {shift.code for shift in unit.shifts if shift.part is Part.NIGHT and shift.works} == {"N"}
    assert attached_names(store, MANAGER, draft.id) == ("march.xlsx", "staff.csv", "answers.toml")
    assert attachments_of(store, MANAGER, draft.id)[0].content == own_roster_of(store, draft)


def own_roster_of(store, draft):
    return next(each.content for each in attachments_of(store, MANAGER, draft.id) if each.name == "march.xlsx")


def test_what_is_answered_holds_in_the_draft(drop):
    dropping, store = drop
    app = dropping(("march.csv", as_text(with_legend=False)))
    asked = [field for field in app.text_input if field.label in ("E", "L", "N")]
    assert asked, "without a legend the times are asked"
    next(field for field in asked if field.label == "E").set_value("06:00-14:00").run()
    press(app, "Plan the next month")
    unit = read_bytes(workbook_of(store, MANAGER, drafts(store, MANAGER)[-1].id)).unit
    (early,) = (shift for shift in unit.shifts if shift.code == "E")
    assert (early.start, early.end) == (6 * 60, 14 * 60)


def test_an_answer_that_is_none_is_told_and_opens_nothing(drop):
    dropping, store = drop
    app = dropping(("march.csv", as_text(with_legend=False)))
    next(field for field in app.text_input if field.label == "E").set_value("at dawn").run()
    assert "code E" in app.error[0].value
    press(app, "Plan the next month")
    assert len(drafts(store, MANAGER)) == 1


def test_saved_answers_spare_the_questions(drop):
    dropping, store = drop
    app = dropping(("march.csv", as_text(with_legend=False)))
    next(field for field in app.text_input if field.label == "E").set_value("06:00-14:00").run()
    press(app, "Plan the next month")
    saved = attachments_of(store, MANAGER, drafts(store, MANAGER)[-1].id)[-1]
    app = dropping(("march.csv", as_text(with_legend=False)), (saved.name, saved.content))
    assert not [field for field in app.text_input if field.label == "E"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("march.xlsx", b"", "is empty"),
        ("march.xlsx", own_roster()[:900], "damaged"),
        ("march.pdf.csv", b"%PDF-1.4", "PDF"),
        ("notes.csv", b"hello", "no table"),
        ("answers.toml", b"form = 9", "form = 1"),
    ],
)
def test_files_that_are_no_roster_get_a_sentence(drop, name, content, told):
    app = drop[0]((name, content))
    assert told in " ".join(each.value for each in app.error).replace("\\", "")


def as_text(*, with_legend=True):
    """Return the roster as separated text, with its legend or without."""
    from io import BytesIO

    from openpyxl import load_workbook

    rows = load_workbook(BytesIO(own_roster())).active.iter_rows(values_only=True)
    lines = [",".join("" if value is None else str(value).replace(",", "") for value in row) for row in rows]
    kept = [line for line in lines if with_legend or not line.startswith(tuple(text[:4] for text in LEGEND))]
    return "\n".join(kept).encode()
