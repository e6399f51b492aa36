"""The pages about caseloads look at the days ahead, and never take for clear what was not looked at."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

from optimizer.caseload.manager import Away
from optimizer.caseload.span import dated
from optimizer.workbook.panel.write import write_panel
from tests.read_samples import light_contents
from tests.ui.apps import app_as, at_page
from tests.ui.one_page import words_of
from tests.ui.panels import open_panel

PANEL = light_contents().panel
DAY = timedelta(days=1)
MONDAY = PANEL.on + DAY * (7 - PANEL.on.weekday())


def changed(managers=None, fills=None):
    """Return the sample with some case managers, by id, and dispensing changed."""
    staff = tuple(replace(each, **(managers or {}).get(each.id, {})) for each in PANEL.managers)
    panel = replace(PANEL, managers=staff, fills={**PANEL.fills, **(fills or {})})
    file = BytesIO()
    write_panel(file, replace(light_contents(), panel=panel))
    return file.getvalue()


def plain(text):
    return text.replace("\\", "")


def waiting():
    """Return a patient whom nobody has and several case managers may have, and one of these."""
    for patient in PANEL.patients:
        able = sorted(pair for pair in PANEL.owners[patient.id] if pair in PANEL.offered)
        if patient.id not in PANEL.present and len(able) > 1:
            return patient.id, able[0].who
    raise AssertionError("the sample has nobody to place")


def test_who_leaves_is_not_offered_and_it_is_said(tmp_path):
    who, manager = waiting()
    last = PANEL.on + 4 * DAY
    open_panel(tmp_path, changed({manager: {"leaves": last}}))
    app = at_page(app_as("manager"), "who-next")
    app.selectbox(key="next patient").select(who).run()
    assert not app.exception
    gives = [each.key.split()[-1] for each in app.button if each.label == "Give"]
    assert gives and manager not in gives
    said = f"Not offered: {PANEL.name_of(manager)} works here until {dated(last)} only"
    assert said in plain(words_of(app))


def test_the_board_says_what_ends_for_whom(tmp_path):
    manager, last = next(iter(PANEL.given)).who, PANEL.on + 4 * DAY
    open_panel(tmp_path, changed({manager: {"leaves": last}}))
    for role in ("manager", "leadership"):
        told = plain(words_of(at_page(app_as(role), "board")))
        assert f"{PANEL.name_of(manager)} works here until {dated(last)} only" in told


def test_cover_is_judged_on_every_day_and_says_until_when(tmp_path):
    from optimizer.ui.jobs.jobs import jobs

    away = max(PANEL.managers, key=lambda each: sum(pair.who == each.id for pair in PANEL.given)).id
    others = [each.id for each in PANEL.managers if each.id != away]
    gone = {who: {"away": (Away(MONDAY + DAY, MONDAY + 11 * DAY),)} for who in others}
    open_panel(tmp_path, changed(gone))
    app = at_page(app_as("manager"), "cover")
    app.selectbox(key="cover manager").select(PANEL.name_of(away)).run()
    app.date_input(key="cover first").set_value(MONDAY).run()
    app.date_input(key="cover last").set_value(MONDAY + 4 * DAY).run()
    app.selectbox(key="cover seconds").select(10).run()
    next(each for each in app.button if each.label == "Find cover").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(60)
    app.run()
    assert not app.exception
    told = plain(words_of(app))
    assert f"every working day from {dated(MONDAY)} to {dated(MONDAY + 4 * DAY)}" in told
    assert job.result.takes == ()
    assert "are covered, nobody is left" not in told
    assert f"nobody from {dated(MONDAY + DAY)} to {dated(MONDAY + 4 * DAY)}" in told


def test_the_worklist_says_what_was_not_looked_at(tmp_path):
    who = next(iter(PANEL.fills))
    rows = tuple(replace(each, drug="99999-7153-98", ndc="", group="") for each in PANEL.fills[who])
    open_panel(tmp_path, changed(fills={who: rows}))
    app = at_page(app_as("manager"), "worklist")
    assert not app.exception
    told = plain(words_of(app))
    assert "'99999-7153-98' is a product code that is not recognised" in told
    assert "1 patient with fills that are not looked at" in told
    assert "not known to be clear" in told


def test_a_worklist_without_dispensing_clears_nobody(tmp_path):
    people = tuple(replace(each, discharged=None, reconciled=None) for each in PANEL.patients)
    file = BytesIO()
    write_panel(file, replace(light_contents(), panel=replace(PANEL, fills={}, patients=people)))
    open_panel(tmp_path, file.getvalue())
    told = plain(words_of(at_page(app_as("manager"), "worklist")))
    assert "Nothing to look into" not in told
    assert f"{len(people)} patients without dispensing data in the year" in told
