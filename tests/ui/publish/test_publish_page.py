"""The page Publish and history, as those who may see it meet it."""

from datetime import timedelta

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty, Part
from optimizer.store.drafts import accept, drafts, plan_at
from optimizer.store.publications import grounds_of, publications
from optimizer.ui.publish.files import full_copy
from optimizer.workbook.unit.read import read
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store, solved_small

PAGE = "publish-and-history"
SMALL = SAMPLES / "unit-small.xlsx"
UNIT = read(SMALL).unit


@pytest.fixture
def store(tmp_path):
    """Return a store with a draft that keeps every must."""
    return open_store(tmp_path, plan=solved_small())[0]


def page(role="manager", name="x1"):
    app = at_page(app_as(role, name), PAGE)
    assert not app.exception
    return app


def press(app, label):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def write(app, label, text):
    next(each for each in app.text_input if each.label.startswith(label)).input(text)


def texts(app):
    return " ".join(str(each.value) for kind in ("text", "markdown", "caption", "header") for each in app.get(kind))


def break_rest(store):
    """Give somebody a day shift right after a night."""
    nights = {shift.code for shift in UNIT.shifts if shift.works and shift.part is Part.NIGHT}
    night = next(p for p in sorted(solved_small()) if p.what.shift in nights and p.what.day < UNIT.calendar.last)
    after = night.what.day + timedelta(days=1)
    gone = [pair for pair in solved_small() if (pair.who, pair.what.day) == (night.who, after)]
    code = next(shift.code for shift in UNIT.shifts if shift.staffs and shift.part is Part.DAY)
    accept(store, MANAGER, 1, 1, gone, [Pair(night.who, Duty(after, code, UNIT.people[night.who].roles[0]))], "Wish")
    return night.who, after


def test_a_clean_schedule_is_published(store):
    app = page()
    assert "Nothing of this draft was published yet." in texts(app)
    assert "No must-fix problem." in texts(app)
    press(app, "Publish this schedule")
    assert [each.value for each in app.success] == ["Published\\."]
    assert [(each.number, each.version, each.who) for each in publications(store, MANAGER, 1)] == [(1, 1, "x1")]
    assert "Publish amendment 2" in texts(app)


def test_an_amendment_is_offered_only_where_something_changed(store):
    app = press(page(), "Publish this schedule")
    assert "nothing to amend" in app.info[0].value
    assert [each.disabled for each in app.button if each.label == "Publish amendment 2"] == [True]
    accept(store, MANAGER, 1, 1, [min(solved_small())], [], "Ill")
    app = page()
    assert not app.info
    assert [each.disabled for each in app.button if each.label == "Publish amendment 2"] == [False]


def test_a_broken_must_without_a_reason_is_not_published(store):
    who, day = break_rest(store)
    app = press(page(), "Publish this schedule")
    assert "no reason yet. Nothing was published." in app.error[0].value
    assert publications(store, MANAGER, 1) == ()
    write(app, "Reason for every breach", "Her wish, agreed")
    press(app, "Publish this schedule")
    (grounds,) = grounds_of(store, MANAGER, 1)
    assert ("rest", who, day) in {(each.rule, each.who, each.day) for each in grounds.accepted}
    assert {each.reason for each in grounds.accepted} == {"Her wish, agreed"}


def test_an_amendment_keeps_reasons_asks_for_its_own_and_tells_whom_to_notify(store):
    break_rest(store)
    app = page()
    write(app, "Reason for every breach", "Her wish, agreed")
    press(app, "Publish this schedule")
    pair = max(plan_at(store, MANAGER, 1), key=lambda p: (p.what.day, p.who))
    accept(store, MANAGER, 1, 2, [pair], [], "Ill")
    app = page()
    assert "Other than before: 1 duty of 1 person" in texts(app)
    write(app, "Reason for every breach", "Nobody else")
    press(app, "Publish amendment 2")
    assert "An amendment needs a reason" in app.error[0].value.replace("\\", "")
    write(app, "Why", "Ill since Monday")
    press(app, "Publish amendment 2")
    first, second = grounds_of(store, MANAGER, 1)
    assert {each.reason for each in second.accepted if each in first.accepted} == {"Her wish, agreed"}
    assert second.why == "Ill since Monday"
    assert "Ill since Monday" in texts(app)


def test_nothing_is_published_that_another_changed_in_the_meantime(store):
    app = page()
    accept(store, MANAGER, 1, 1, [sorted(solved_small())[0]], [], "Ill")
    next(each for each in app.button if each.label == "Publish this schedule").click().run()
    assert publications(store, MANAGER, 1) == ()
    assert "it is version 2 now" in app.info[0].value


def test_the_next_draft_is_opened_and_is_then_the_one_that_is_open(store):
    app = press(page(), "Publish this schedule")
    press(app, "Open the next draft")
    found = drafts(store, MANAGER)
    assert [each.name for each in found] == ["December", "3 to 16 Jan 2027"]
    assert app.session_state["draft"] == found[1].id


def test_the_full_copy_reads_back_to_the_published_schedule(tmp_path):
    (tmp_path / "roster.xlsx").write_bytes(full_copy(SMALL.read_bytes(), solved_small()))
    assert read(tmp_path / "roster.xlsx").plan == solved_small()


def test_leadership_sees_the_history_and_publishes_nothing(store):
    press(page(), "Publish this schedule")
    app = page("leadership")
    assert "Publication" in texts(app)
    assert not [each for each in app.button if "ublish" in each.label or "next draft" in each.label]
    assert [each.label for each in app.get("download_button")] == [
        "Roster as Excel",
        "Roster to print",
        "Calendar (.ics)",
    ]


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_others_have_no_such_page(store, role):
    assert PAGE not in addresses(app_as(role, UNIT.staff[0].id))


def test_each_breach_has_a_reason_of_its_own(store):
    break_rest(store)
    app = page()
    (musts,) = {len(table.value) for table in app.dataframe}
    typed = {place: {"Reason": f"Reason {place}"} for place in range(musts)}
    app.session_state["reasons 1 2 1"] = {"edited_rows": typed, "added_rows": [], "deleted_rows": []}
    press(app, "Publish this schedule")
    (grounds,) = grounds_of(store, MANAGER, 1)
    assert [each.reason for each in grounds.accepted] == [f"Reason {place}" for place in range(musts)]
