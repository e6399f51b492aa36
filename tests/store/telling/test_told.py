"""Who has seen what, where people are reached, and whose calendar a private address is."""

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import open_draft
from optimizer.store.errors import ForbiddenError, MissingError, StoreError
from optimizer.store.roles import Actor, Role
from optimizer.store.telling.calendar_addresses import (
    calendar_address_since,
    calendar_holder,
    new_calendar_address,
    revoke_calendar_address,
)
from optimizer.store.telling.contacts import contacts_of, set_contact
from optimizer.store.telling.told import NewsWay, mark_mailed, mark_seen, of_publication, told_of
from tests.store.conftest import MANAGER
from tests.store.test_publications import PLAN

ANN, BEN = Actor("a", Role.STAFF, "ann"), Actor("b", Role.STAFF, "ben")
NEWS = of_publication(2)


def test_the_first_look_counts_and_everybody_sees_their_own(store):
    open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN)
    mark_mailed(store, MANAGER, 1, "ann", NEWS)
    for _ in range(2):
        mark_seen(store, ANN, 1, NEWS)
    mark_seen(store, BEN, 1, NEWS)
    assert [(each.who, each.how) for each in told_of(store, ANN, 1)] == [("ann", NewsWay.MAILED), ("ann", NewsWay.SEEN)]
    assert len(told_of(store, MANAGER, 1)) == 3
    with pytest.raises(ForbiddenError):
        mark_mailed(store, ANN, 1, "ben", NEWS)
    assert verify(store, MANAGER) == ()


def test_where_people_are_reached_is_theirs_and_their_managers(store):
    set_contact(store, ANN, "ann", " ann@home.example ")
    set_contact(store, MANAGER, "ben", "ben@home.example")
    set_contact(store, BEN, "ben", "other@home.example")
    assert contacts_of(store, MANAGER) == {"ann": "ann@home.example", "ben": "other@home.example"}
    assert contacts_of(store, ANN) == {"ann": "ann@home.example"}
    with pytest.raises(ForbiddenError):
        set_contact(store, ANN, "ben", "x@y.example")
    set_contact(store, ANN, "ann", "")
    assert contacts_of(store, ANN) == {}
    assert "home.example" not in "".join(export(store, MANAGER))
    assert verify(store, MANAGER) == ()


@pytest.mark.parametrize(
    "mail", ["ann", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example", "a@b.example?cc=x"]
)
def test_an_address_is_one_address(store, mail):
    with pytest.raises(StoreError, match="no address"):
        set_contact(store, ANN, "ann", mail)


def test_a_private_address_answers_until_it_is_revoked_or_made_anew(store):
    first = new_calendar_address(store, ANN)
    assert calendar_holder(store, MANAGER, first) == "ann"
    second = new_calendar_address(store, ANN)
    assert calendar_holder(store, MANAGER, second) == "ann"
    assert calendar_address_since(store, ANN) and calendar_address_since(store, BEN) is None
    for gone in (first, "x", ""):
        with pytest.raises(MissingError):
            calendar_holder(store, MANAGER, gone)
    revoke_calendar_address(store, ANN)
    with pytest.raises(MissingError):
        calendar_holder(store, MANAGER, second)
    assert calendar_address_since(store, ANN) is None
    with store.reading() as connection:
        kept = "".join(map(str, connection.exec_driver_sql("SELECT * FROM calendar_address").all()))
    assert first not in kept and second not in kept
    assert verify(store, MANAGER) == ()
