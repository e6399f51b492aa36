"""A link to any page opens without an error for every role: where it leads depends on what somebody may see."""

import pytest

from optimizer.store.roles import PERMITTED, Role
from optimizer.ui.frame.elsewhere import ELSEWHERE
from optimizer.ui.frame.sitemap import PAGES
from tests.ui.apps import app_as, open_store
from tests.ui.one_page import words_of

EVERY = {page.address: page for pages in PAGES.values() for page in pages}


@pytest.mark.parametrize("role", [*Role])
def test_every_address_is_there_and_leads_to_a_page_or_tells_that_it_is_not_for_the_role(tmp_path, role):
    open_store(tmp_path)
    app = app_as(role, "R004")
    found = {info["url_pathname"]: (page, info["page_name"]) for page, info in app._registered_pages.items()}
    assert found.keys() == {"", *EVERY}
    hidden = {address: page for address, (page, name) in found.items() if name == ELSEWHERE}
    first = next(page for pages in PAGES.values() for page in pages if set(page.needs) <= PERMITTED[role])
    assert first.address in hidden
    for address in (first.address, *([*hidden][-1:])):
        app._page_hash = hidden[address]
        app.run()
        assert not app.exception
        may = set(EVERY[address].needs) <= PERMITTED[role]
        assert ("is not for the role" in words_of(app)) is not may
