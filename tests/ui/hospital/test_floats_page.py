"""Today across units, as the staffing office sees it: short and over, and who of the pool goes where next."""

import pytest

from optimizer.store.drafts import history
from tests.samples.hospitals import FIRST
from tests.stores import begin
from tests.ui.apps import MANAGER
from tests.ui.hospital.houses import house_page, publish_house
from tests.ui.one_page import words_of


@pytest.mark.parametrize("role", ["staffing-office", "leadership"])
def test_short_and_over_stand_side_by_side_and_who_floats_is_told(tmp_path, role):
    publish_house(begin(tmp_path))
    app = house_page("floats", role)
    assert not app.exception
    told = words_of(app).replace("\\", "")
    assert "the hospital is from Sun 29 Nov to Tue 1 Dec" in told
    (table,) = [each.value for each in app.dataframe]
    assert [*table.columns] == ["Shift", "3E", "ICU"]
    assert {"Sun 29 Nov, D, RN", "Tue 1 Dec, N, RN"} <= set(table["Shift"])
    assert "ICU, D as RN on Sun 29 Nov:" in told
    assert "free that day; has not floated yet." in told
    assert "$" not in told


def test_the_staffing_office_sends_somebody_with_one_click_and_leadership_nobody(tmp_path):
    store = begin(tmp_path)
    publish_house(store)
    assert not [each for each in house_page("floats").button if each.label == "Send"]
    app = house_page("floats", "staffing-office")
    app = next(each for each in app.button if each.label == "Send").click().run()
    assert not app.exception and not app.error
    changed = [history(store, MANAGER, draft, after=1) for draft in (1, 2)]
    (edit,) = [edit for edits in changed for edit in edits]
    ((who, duty),) = edit.plus
    assert who.startswith("Float:") and duty.day == FIRST
    assert (edit.who, edit.why[:10]) == ("x1", "Floats to ")


def test_without_a_hospital_or_a_publication_it_says_what_to_do(tmp_path):
    store = begin(tmp_path)
    assert "Open one on the page Hospital" in words_of(house_page("floats"))
    publish_house(store)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM publication")
    assert "Publish one to see it here" in words_of(house_page("floats")).replace("\\", "")
