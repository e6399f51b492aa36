"""Publish and history tells whom a publication concerns, who has seen it, and has a notice to copy and to mail."""

from datetime import date

import pytest

from optimizer.scenarios.asks.for_me import claimable
from optimizer.scenarios.asks.take_part import take_part
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.store.telling.contacts import contacts_of
from optimizer.store.telling.told import mark_seen, of_publication
from optimizer.ui.asks.look import look_at
from tests.ui.apps import app_as, at_page
from tests.ui.staff.nurse import ANA, MANAGER, RULES, contents, open_unit


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.delenv("OPTIMIZER_SMTP_HOST", raising=False)
    return open_unit(tmp_path)[0]


def page(role="manager"):
    app = at_page(app_as(role), "publish-and-history")
    assert not app.exception
    return app


def to_tell(app):
    return next(table.value for table in app.dataframe if "Seen" in table.value)


def test_everybody_with_duties_is_told_first_and_who_looked_has_seen_it(store):
    mark_seen(store, ANA, 1, of_publication(1))
    rows = to_tell(page()).set_index("Person")
    assert (rows["Seen"] != "not yet").sum() == 1
    assert rows.loc[contents().unit.name_of(ANA.staff_id), "Seen"] != "not yet"


def test_a_notice_is_there_to_copy_and_to_mail_and_nothing_is_sent_by_itself(store):
    app = page()
    notice = next(each.value for each in app.code if "My schedule" in each.value)
    assert "is published" in notice
    (link,) = [each.proto.url for each in app.get("link_button")]
    assert link.startswith("mailto:?subject=")
    assert not [button.label for button in app.button if button.label.startswith("Mail")]
    field = next(each for each in app.text_input if each.label == "Mail address")
    field.input("ana@home.example")
    app.run()
    next(button for button in app.button if button.label == "Keep the address").click().run()
    assert [*contacts_of(store, MANAGER).values()] == ["ana@home.example"]
    (link,) = [each.proto.url for each in app.get("link_button")]
    assert link.startswith("mailto:ana@home.example?")


def test_with_a_server_named_those_are_mailed_whose_address_is_known(store, monkeypatch):
    monkeypatch.setenv("OPTIMIZER_SMTP_HOST", "mail.hospital.example")
    app = page()
    assert "needs a sender" in app.error[0].value.replace("\\", "")
    monkeypatch.setenv("OPTIMIZER_SMTP_FROM", "ward@hospital.example")
    captions = " ".join(each.value for each in page().caption)
    assert "No mail address is known of" in captions


def test_leadership_tells_nobody(store):
    assert "Tell people" not in {each.value for each in page("leadership").header}


def test_what_the_rules_decided_is_told_with_the_amendment(store):
    rules_take(store)
    rows = to_tell(page())
    assert [*rows["Person"]] == [contents().unit.name_of(ANA.staff_id)]
    assert "instead of off" in rows["What is new"].iloc[0]


def rules_take(store):
    """Have Ana take the first open shift that she may."""
    look = look_at(store, 1)
    first = next(claimable(look().known, RULES, AskKind.OPEN_SHIFT, ANA.staff_id, date.today()))
    duty = first.opening.duty
    wanted = Wanted(duty.day, duty.day, shift=duty.shift, role=duty.role)
    take_part(store, ANA, look, 1, AskKind.OPEN_SHIFT, wanted, date.today())
