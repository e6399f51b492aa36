"""Which published drafts count as a unit's on a day, until when, and who may move floats between them."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.planning.pair import Pair
from optimizer.planning.score import Score
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.guests import with_guests
from optimizer.store.drafts import accept, open_draft
from optimizer.store.publications import publish
from optimizer.ui.frame.desk import Desk
from optimizer.ui.hospital.published import published_units
from tests.samples.hospitals import FIRST
from tests.stores import begin
from tests.ui.apps import MANAGER
from tests.ui.hospital.houses import house_page, publish_house
from tests.ui.one_page import words_of


@pytest.fixture
def house(tmp_path):
    """Return a store with a hospital whose units are published, and its facts."""
    store = begin(tmp_path)
    return store, publish_house(store)


def put_up(store, unit, draft, version=1):
    """Publish a draft of a unit."""
    publish(store, MANAGER, draft, version, revision=1, unit=unit, policy="[]", score=Score(0, 0), why="x")


def test_of_two_drafts_of_a_unit_the_one_counts_that_was_published_last_also_by_an_amendment(house):
    store, facts = house
    unit = with_guests(facts, facts.members[0])
    second = open_draft(store, MANAGER, unit.name, "Again", b"another", frozenset())
    put_up(store, unit, second)
    assert published_units(Desk(MANAGER, store), facts, FIRST)["3E"].draft == second
    who = facts.members[0].unit.staff[0].id
    put_up(store, unit, 1, accept(store, MANAGER, 1, 1, [], [Pair(who, Duty(FIRST, "D", "RN"))], "x"))
    assert published_units(Desk(MANAGER, store), facts, FIRST)["3E"].draft == 1


def test_a_unit_is_not_short_on_days_that_its_schedule_does_not_reach(house):
    store, facts = house
    told = words_of(house_page("floats")).replace("\\", "")
    assert "Their schedules end, and no more is counted: 3E after Tue 1 Dec, ICU after Tue 1 Dec." in told
    assert "ICU, D as RN on Mon 30 Nov" in told
    unit = replace(with_guests(facts, facts.members[1]), calendar=Calendar(FIRST, FIRST, pay_period_start=FIRST))
    put_up(store, unit, open_draft(store, MANAGER, unit.name, "A day", b"a day", frozenset()))
    app = house_page("floats")
    told = words_of(app).replace("\\", "")
    assert "3E after Tue 1 Dec, ICU after Sun 29 Nov." in told
    assert "ICU, D as RN on Mon 30 Nov" not in told
    (table,) = [each.value.set_index("Shift") for each in app.dataframe]
    assert table["ICU"]["Sun 29 Nov, D, RN"]
    assert not any(table["ICU"][[row for row in table.index if "Sun 29 Nov" not in row]])


def _as_manager_of(*units):
    from optimizer.store.database.connection import database
    from optimizer.store.roles import Actor, Role
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.hospital.floats_page import show

    show(Desk(Actor("mia", Role.MANAGER, units=frozenset(units)), database()))


@pytest.mark.parametrize(("units", "may"), [(("Unit 3E", "Unit ICU"), True), (("Unit 3E",), False)])
def test_a_manager_is_offered_to_send_somebody_between_her_own_units_alone(house, units, may):
    _, facts = house
    assert [each.unit.name for each in facts.members] == ["Unit 3E", "Unit ICU"]
    app = AppTest.from_function(_as_manager_of, default_timeout=120, args=units).run()
    assert not app.exception
    sends = [each.key for each in app.button if each.label == "Send" and " ICU " in each.key]
    assert bool(sends) == may
