"""Staff take part on My schedule: they see what is new, ask for days, swap, take shifts, and call out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.scenarios.asks.judged_ask import duty_of
from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.store.asks.asks import asks_of, put_ask
from optimizer.store.asks.decisions import deny
from optimizer.store.drafts import plan_at
from optimizer.store.publications import publications, published_plan
from optimizer.store.telling.told import told_of
from optimizer.ui.frame.calendar_door import private_calendar
from optimizer.ui.staff.part import MyPart
from tests.ui.apps import app_as, at_page
from tests.ui.one_page import words_of
from tests.ui.staff.nurse import ANA, EVE, MANAGER, contents, open_unit, swappable

LATER = contents().unit.calendar.first + timedelta(days=9)


@pytest.fixture
def store(tmp_path):
    return open_unit(tmp_path)[0]


def page(who=ANA):
    return drawn(at_page(app_as("staff", who.id), "my-schedule"))


def drawn(app):
    assert not app.exception
    return app


def section(app, name):
    next(each for each in app.get("button_group") if each.label == "Section").set_value(name)
    return drawn(app.run())


def press(app, label):
    next(button for button in app.button if button.label == label).click()
    return drawn(app.run())


def labels(app):
    return [button.label for button in app.button]


def told(app):
    return words_of(app).replace("\\", "").replace("\u2060", "")


def test_a_publication_is_new_until_it_was_seen(store):
    app = page()
    assert "New since your last look" in told(app)
    app = press(app, "I have seen it")
    assert "New since your last look" not in told(app)
    assert [(each.who, each.news) for each in told_of(store, MANAGER, 1)] == [("1001", "publication 1")]


def test_an_open_shift_is_taken_told_and_marked_as_new(store):
    app = section(press(page(), "I have seen it"), "Open shifts")
    before = published_plan(store, ANA, 1)
    app = press(app, "Take it")
    assert "Approved." in told(app)
    (ask,) = asks_of(store, MANAGER, 1)
    (new,) = published_plan(store, ANA, 1) - before
    assert (new.who, new.what) == (ANA.staff_id, duty_of(ask))
    app = section(app, "My days")
    assert "instead of off" in told(app) and "(changed)" in told(app)
    assert "(changed)" not in told(press(app, "I have seen it"))


def test_a_swap_is_offered_to_those_who_may_take_it_and_agreed(store):
    app = section(page(), "Swap")
    next(each for each in app.selectbox if each.label == "Which duty").select(swappable())
    app = drawn(app.run())
    assert "you work" in told(app)
    app = press(app, "Offer")
    assert "Offered to your colleague" in told(app)
    (ask,) = asks_of(store, MANAGER, 1)
    app = page(replace(EVE, id=ask.wanted.other, staff_id=ask.wanted.other))
    assert "offers a swap" in told(app)
    app = press(app, "Swap")
    assert "Approved." in told(app)
    assert ask.wanted.gets <= published_plan(store, ANA, 1)
    assert len(publications(store, ANA, 1)) == 2


def test_time_off_tells_how_many_are_off_and_who_is_too_many_is_waitlisted(store):
    put_ask(store, EVE, 1, AskKind.TIME_OFF, Wanted(LATER, LATER))
    app = section(page(), "Ask for days")
    for field in app.date_input[::-1]:
        field.set_value(LATER)
    app = drawn(app.run())
    assert "1 of 1" in told(app) and "waitlist" in told(app)
    assert "Eve" not in "".join(line for line in told(app).splitlines() if "Off already" in line)
    app = press(app, "Ask")
    assert [ask.state for ask in asks_of(store, ANA, 1)] == [AskState.WAITLISTED]
    assert "on the waitlist" in told(app)


def test_a_denial_is_told_with_its_reason_and_seen(store):
    ask = put_ask(store, ANA, 1, AskKind.TIME_OFF, Wanted(LATER, LATER), "My sister marries")
    deny(store, MANAGER, ask, "Three are off that day")
    app = page()
    assert "denied" in told(app) and "Three are off that day" in told(app)
    press(app, "I have seen it")
    assert f"ask {ask}" in {each.news for each in told_of(store, MANAGER, 1)}
    other = told(page(EVE))
    assert "Three are off" not in other and "marries" not in other


def test_what_is_not_answered_is_taken_back(store):
    put_ask(store, ANA, 1, AskKind.TIME_OFF, Wanted(LATER, LATER))
    press(page(), "Take it back")
    assert [ask.state for ask in asks_of(store, ANA, 1)] == [AskState.WITHDRAWN]


@pytest.mark.parametrize("name", ["Ask for days", "Swap", "Open shifts", "Out sick"])
def test_who_left_after_publication_is_told_so_and_asks_for_nothing(store, monkeypatch, name):
    one, look = page(), MyPart.known.fget

    def known(part):
        found = look(part)
        stays = tuple(each for each in found.unit.staff if each.id != ANA.staff_id)
        return replace(found, unit=replace(found.unit, staff=stays))

    monkeypatch.setattr(MyPart, "known", property(known))
    assert "You are on no row of this schedule" in told(section(one, name))


def test_a_private_calendar_answers_until_it_is_revoked(store):
    app = press(page(), "Make an address")
    address = next(each.value for each in app.code if "/calendar/" in each.value)
    secret = address.rpartition("/")[2].removesuffix(".ics")
    feed = private_calendar(store, secret).decode()
    own = [pair for pair in plan_at(store, MANAGER, 1) if pair.who == ANA.staff_id]
    assert feed.count("BEGIN:VEVENT") == len(own)
    app = page()
    assert address not in told(app) and "You have a private address" in told(app)
    press(app, "Revoke it")
    with pytest.raises(Exception, match="no calendar"):
        private_calendar(store, secret)


def test_a_schedule_in_the_making_is_filled_by_its_staff_who_see_nothing_else_of_it(tmp_path):
    store, _ = open_unit(tmp_path, published=False)
    app = page()
    assert "in the making" in told(app)
    assert not app.dataframe and not app.table
    app = section(app, "Open shifts")
    colleagues = [staff.name for staff in contents().unit.staff]
    assert not [name for name in colleagues if name in told(app)]
    before = plan_at(store, MANAGER, 1)
    app = press(app, "Take it")
    assert len(plan_at(store, MANAGER, 1) - before) == 1
    assert "$" not in told(app)
    press(app, "Give it back")
    assert plan_at(store, MANAGER, 1) == before
    assert [ask.state for ask in asks_of(store, ANA, 1)] == [AskState.WITHDRAWN]
