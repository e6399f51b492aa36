"""Today across units, as the staffing office sees it: short and over, and who of the pool goes where next."""

import pytest

from tests.stores import begin
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


def test_without_a_hospital_or_a_publication_it_says_what_to_do(tmp_path):
    store = begin(tmp_path)
    assert "Open one on the page Hospital" in words_of(house_page("floats"))
    publish_house(store)
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM publication")
    assert "Publish one to see it here" in words_of(house_page("floats")).replace("\\", "")
