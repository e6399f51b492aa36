"""Signing in through a provider, in a browser: whoever it vouches for gets their role, and nobody gets another's."""

import pytest

from optimizer.ui.parts.plain import APART
from tests.ui.apps import open_store
from tests.ui.browser import ROOT, free_port, serve
from tests.ui.provider import CLIENT, SECRET, provider

NO_ROLE = "in no group that has a role here"
SIGN_INS = [
    ({"email": "ann@b.example", "groups": ["nurse-managers"]}, 0, f"ann@{APART}b.example, manager"),
    ({"email": "kim@b.example", "groups": ["executives"]}, 0, f"kim@{APART}b.example, leadership"),
    ({"email": "ann@b.example", "groups": ["cooks"]}, 0, NO_ROLE),
    ({"email": "eve@b.example", "groups": ["n"]}, 0, NO_ROLE),
    ({"email": "eve@b.example", "groups": None}, 0, NO_ROLE),
    ({"email": "eve@b.example"}, 0, NO_ROLE),
    ({"email": "old@b.example", "groups": ["nurse-managers"]}, 3 * 3600, NO_ROLE),
]
"""What the provider says, how long ago, and what the page then shows."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = tmp_path_factory.mktemp("sign-in")
    open_store(place)
    with provider() as vouching:
        port = free_port()
        secrets = place / "secrets.toml"
        secrets.write_text(f"""
            [auth]
            redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
            cookie_secret = "0123456789abcdef0123456789abcdef"
            client_id = "{CLIENT}"
            client_secret = "{SECRET}"
            server_metadata_url = "{vouching.url}/.well-known/openid-configuration"
            [roles]
            manager = "nurse-managers"
            leadership = ["executives"]
            hours = 2
        """)
        environment = {"OPTIMIZER_DB": str(place / "store.db"), "STREAMLIT_SECRETS_FILES": str(secrets)}
        with serve(ROOT / "app.py", environment, port) as url:
            yield vouching, url


@pytest.mark.parametrize("claims, age, shown", SIGN_INS)
def test_who_is_vouched_for_has_the_role_of_their_groups(browser, place, claims, age, shown):
    vouching, url = place
    vouching.claims, vouching.age = claims, age
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text(shown).first.wait_for()
    if shown == NO_ROLE:
        assert not page.get_by_test_id("stSidebarNav").count()
    context.close()
