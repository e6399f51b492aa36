"""A manager decides what staff ask for."""

import pytest

from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.staffing.asks.part_rules import AskOrder
from optimizer.store.asks.asks import asks_of, put_ask, take_back
from optimizer.store.asks.part_rules import rules_of
from optimizer.store.drafts import plan_at
from optimizer.store.facts import facts_of
from optimizer.store.roles import Actor, Role
from optimizer.workbook.unit.read import Contents
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.one_page import words_of
from tests.ui.one_page_of import page_as

UNIT = unit_sample("small").unit
ME = Actor("me@work.example", Role.STAFF, UNIT.staff[1].id)
DUTY = min(pair.what for pair in solved_small() if pair.who == ME.staff_id and UNIT.shift_of(pair.what).staffs)
OFF = Wanted(DUTY.day, DUTY.day)


@pytest.fixture
def store(tmp_path):
    store, _ = open_store(tmp_path, plan=solved_small())
    put_ask(store, ME, 1, AskKind.TIME_OFF, OFF, "A wedding")
    return store


def press(page, label):
    next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def states(store):
    return [ask.state for ask in asks_of(store, MANAGER, 1)]


def test_an_ask_tells_who_what_and_what_is_left_and_is_approved_as_leave(store):
    page = page_as("requests")
    told = words_of(page).replace("\\", "")
    assert UNIT.name_of(ME.staff_id) in told and "A wedding" in told
    assert "days of leave in this period" in told
    assert "if granted, " in told
    reason = next(field for field in page.text_input if field.label == "Reason")
    reason.input("She gave notice in spring").run()
    press(page, "Approve")
    assert states(store) == [AskState.APPROVED]
    assert not [pair for pair in plan_at(store, MANAGER, 1) if (pair.who, pair.what.day) == (ME.staff_id, DUTY.day)]
    assert DUTY.day in facts_of(store, MANAGER, 1, Contents).unit.leave[ME.staff_id]
    assert "Nothing waits for you" in words_of(page)


def test_who_took_an_ask_back_is_sent_no_notice_of_it(store):
    take_back(store, ME, 1)
    page = page_as("requests")
    assert "Nothing waits for you" in words_of(page)
    assert "Notice of the answer to" not in [box.label for box in page.selectbox]


def test_a_denial_takes_a_reason_and_stands_below_with_it(store):
    page = press(page_as("requests"), "Deny")
    assert "whoever asked is told" in words_of(page)
    assert states(store) == [AskState.ASKED]
    next(field for field in page.text_input if field.label == "Reason").input("Three are off").run()
    told = words_of(press(page, "Deny"))
    assert states(store) == [AskState.DENIED]
    assert "Three are off" in told and "not yet" in told


def test_an_ask_is_waitlisted_and_decided_later(store):
    page = press(page_as("requests"), "Waitlist")
    assert states(store) == [AskState.WAITLISTED]
    assert "Waitlist" not in {button.label for button in page.button}
    assert "Deny" in {button.label for button in page.button}


def test_the_rules_for_asking_are_kept(store):
    page = page_as("requests")
    page.number_input[2].set_value(2)
    next(each for each in page.selectbox if each.label.startswith("Whose turn")).select(AskOrder.SENIORITY)
    press(page, "Save the rules")
    found = rules_of(store, MANAGER, 1)
    assert (found.most_off, found.order) == (2, AskOrder.SENIORITY)


def test_leadership_sees_nothing_of_what_people_ask_for(store):
    page = page_as("requests", "leadership")
    assert not page.exception
    assert "A wedding" not in words_of(page)
    assert "What staff ask for" not in words_of(page)
