"""Whether the page answers at all."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.secrets import Secrets
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from optimizer.ui.frame import door as door_module
from optimizer.ui.frame.door import Door, door
from tests.ui.apps import open_store
from tests.ui.browser import ROOT, serve

GOOD = """
[auth]
redirect_uri = "https://schedules.example/oauth2callback"
cookie_secret = "0123456789abcdef"
client_id = "x"
client_secret = "y"
server_metadata_url = "https://id.example/.well-known/openid-configuration"
"""
BROKEN = {
    "a dropped quote": GOOD.replace('"x"', '"x'),
    "a repeated key": f"{GOOD}client_id = 'z'\n",
    "another name": GOOD.replace("[auth]", "[Auth]"),
    "nothing at all": "",
    "roles alone": "[roles]\nmanager = ['m']\n",
    "a value for the table": 'auth = "yes"\n',
    "no client": GOOD.replace('client_id = "x"', ""),
    "an empty secret of cookies": GOOD.replace("0123456789abcdef", ""),
    "a secret to guess": GOOD.replace("0123456789abcdef", "0123"),
    "roles that are no table": f"roles = 1\n{GOOD}",
    "no text": b"\xff\xfe\x00",
}


@pytest.fixture
def secrets_file(tmp_path, monkeypatch):
    monkeypatch.setattr(door_module.st, "secrets", Secrets())
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "secrets.toml")])
    config.set_option("server.address", "127.0.0.1")
    yield tmp_path / "secrets.toml"
    config.set_option("secrets.files", before)


def test_without_secrets_the_page_is_this_machines_own(secrets_file):
    assert door() is Door.OURS
    config.set_option("server.address", "0.0.0.0")
    assert door() is Door.FOREIGN


def test_with_a_provider_people_sign_in(secrets_file):
    secrets_file.write_text(GOOD)
    assert door() is Door.SIGN_IN


@pytest.mark.parametrize("name", BROKEN)
def test_secrets_that_are_not_in_order_let_nobody_in(secrets_file, caplog, name):
    written = BROKEN[name]
    secrets_file.write_bytes(written if isinstance(written, bytes) else written.encode())
    assert door() is Door.SHUT
    assert "Nobody can sign in" in caplog.text


def test_secrets_that_cannot_be_opened_let_nobody_in(secrets_file):
    secrets_file.mkdir()
    assert door() is Door.SHUT


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    place = tmp_path_factory.mktemp("door")
    open_store(place)
    with serve(ROOT / "app.py", {"OPTIMIZER_DB": str(place / "store.db")}) as url:
        yield url


ASKED = {
    "this machine's own": ("127.0.0.1", {}, True),
    "by name": ("localhost:8501", {"Origin": "http://localhost:8501"}, True),
    "in the new way of numbers": ("[::1]:8501", {"Origin": "http://[::1]:8501"}, True),
    "another name that leads here": ("rebound.example", {"Origin": "http://rebound.example"}, False),
    "another's page": ("127.0.0.1", {"Origin": "http://other.example"}, False),
    "another's name": ("rebound.example:8501", {}, False),
    "another's name that begins like ours": ("localhost.rebound.example", {}, False),
    "passed on": ("127.0.0.1", {"X-Forwarded-For": "203.0.113.7"}, False),
    "passed on in the new way": ("127.0.0.1", {"Forwarded": "for=203.0.113.7"}, False),
}


@pytest.mark.parametrize("name", ASKED)
def test_without_sign_in_only_this_machine_is_answered(served, name):
    host, headers, answered = ASKED[name]
    with ThreadPoolExecutor(1) as apart:  # a browser's tests in the same process have a loop of their own
        sent = apart.submit(asyncio.run, everything_sent(served, host, headers)).result()
    assert (b"Step-down" in sent) is answered


async def everything_sent(url, host, headers):
    """Return all that a server sends to a program that asks for the page as a browser does, by a name of its choice."""
    asked, sent = BackMsg(), []
    asked.rerun_script.query_string = ""
    way = connect(
        f"ws://{host}/_stcore/stream",
        host="127.0.0.1",
        port=urlsplit(url).port,
        additional_headers=headers,
        max_size=None,
    )
    with suppress(WebSocketException):  # whoever is refused at once is sent nothing
        async with way as it:
            await it.send(asked.SerializeToString())
            while not sent or ForwardMsg.FromString(sent[-1]).WhichOneof("type") != "script_finished":
                sent.append(await asyncio.wait_for(it.recv(), 60))
    return b"".join(sent)
