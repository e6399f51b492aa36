"""Every page is drawn for every role that may see it, and for no other."""

import pytest

from optimizer.store.kinds import DraftKind
from optimizer.store.roles import PERMITTED, Role
from optimizer.ui.frame.sitemap import PAGES
from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small

ALL = [page for pages in PAGES.values() for page in pages if page.kind in (None, DraftKind.SCHEDULE)]


def address(page):
    return page.title.casefold().replace(" ", "-")


@pytest.mark.parametrize("role", [*Role])
def test_a_role_has_its_pages_and_they_are_drawn(tmp_path, role):
    open_store(tmp_path, "small", solved_small())
    app = app_as(role, "R004")
    permitted = [page for page in ALL if set(page.needs) <= PERMITTED[role]]
    assert sorted(addresses(app)) == sorted(address(page) for page in permitted)
    for page in permitted:
        at_page(app, address(page))
        assert not app.exception, page.title
        assert app.title[0].value.replace("\\", "") in (page.title, "Step-down 3 East (sample)"), page.title
