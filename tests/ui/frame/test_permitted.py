"""A page that is drawn directly, past the navigation, asks for its permission all the same."""

import json
from importlib import import_module

import pytest

from optimizer.store.audit.trail import export
from optimizer.store.drafts import drafts
from optimizer.store.errors import ForbiddenError
from optimizer.store.roles import PERMITTED, Actor, Role
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.sitemap import PAGES
from tests.ui.panels import MANAGER, open_panel

MODULES = {page.module: page for pages in PAGES.values() for page in pages if page.needs}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    store, _ = open_panel(tmp_path_factory.mktemp("permitted"))
    return store, drafts(store, MANAGER)[0]


@pytest.mark.parametrize("role", [*Role])
def test_every_page_refuses_who_may_not_see_it_and_tells_the_audit(opened, role):
    store, draft = opened
    actor = Actor(f"direct-{role}", role)
    desk = Desk(actor, store, draft)
    refused = {name for name, page in MODULES.items() if not set(page.needs) <= PERMITTED[role]}
    for name in refused:
        for show in (import_module(f"optimizer.ui.{name}_page").show, MODULES[name].show):
            with pytest.raises(ForbiddenError, match=f"has the role {role}, which may not "):
                show(desk)
    rows = [json.loads(line) for line in export(store, MANAGER)]
    told = {json.loads(row["details"])["asked"] for row in rows if (row["who"], row["action"]) == (actor.id, "refuse")}
    assert told == {f"page {name}" for name in refused}


def test_every_page_that_needs_anything_asks():
    assert all(hasattr(import_module(f"optimizer.ui.{name}_page").show, "__wrapped__") for name in MODULES)


def test_the_desk_itself_refuses_a_draft_to_who_may_not_read_it(opened):
    store, draft = opened
    for role in (Role.STAFF, Role.ADMINISTRATOR):
        for asked in (lambda desk: PanelDesk(desk).panel, lambda desk: PanelDesk(desk).locked, Desk.workbook):
            with pytest.raises(ForbiddenError):
                asked(Desk(Actor("x", role), store, draft))
