"""Every page is drawn for every role that may see it, and for no other."""

import re

import pytest

from optimizer.store.kinds import DraftKind
from optimizer.store.roles import PERMITTED, Role
from optimizer.ui.frame.sitemap import PAGES
from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small

ALL = [page for pages in PAGES.values() for page in pages if page.kind in (None, DraftKind.SCHEDULE)]

HEADING = re.compile("<h1>(.*?)</h1>")


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
        assert heading(app) in (page.title, "Step-down 3 East (sample)"), page.title


def heading(app):
    """Return what a page is called on it: its title, or the heading of the strip above the grid."""
    if app.title:
        return app.title[0].value.replace("\\", "")
    return next(found[1] for each in app.get("html") if (found := HEADING.search(each.proto.body)))
