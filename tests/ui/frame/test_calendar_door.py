"""A private calendar answers its address, this machine alone without sign-in, and nobody once it is revoked."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from optimizer.store.telling.calendar_addresses import new_calendar_address, revoke_calendar_address
from optimizer.ui.frame import door
from optimizer.ui.frame.front_doors import front_doors
from tests.ui.staff.nurse import ANA, open_unit, plan


@pytest.fixture
def store(tmp_path):
    return open_unit(tmp_path)[0]


@pytest.fixture
def asked(monkeypatch):
    """Return what asks for an address, as served to this machine without sign-in."""
    monkeypatch.setattr(door.st, "get_option", lambda name: "127.0.0.1" if name == "server.address" else [])
    client = TestClient(Starlette(routes=front_doors()), base_url="http://127.0.0.1")
    return lambda secret, **headers: client.get(f"/calendar/{secret}.ics", headers=headers)


def test_an_address_tells_ones_own_days_until_it_is_revoked(store, asked):
    secret = new_calendar_address(store, ANA)
    answer = asked(secret)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.count("BEGIN:VEVENT") == sum(pair.who == ANA.staff_id for pair in plan())
    revoke_calendar_address(store, ANA)
    assert asked(secret).status_code == 404


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"X-Forwarded-For": "10.0.0.1"}, {"Origin": "http://x.y"}]
)
def test_without_sign_in_it_answers_this_machine_alone(store, asked, headers):
    secret = new_calendar_address(store, ANA)
    refused, wrong = asked(secret, **headers), asked("guessed")
    assert (refused.status_code, refused.text) == (wrong.status_code, wrong.text) == (404, "There is no calendar here.")
