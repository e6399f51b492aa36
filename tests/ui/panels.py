"""The page, opened as somebody on the small sample panel, without a browser."""

import os
from functools import cache

from optimizer.store.database.connection import database
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import open_draft
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Actor, Role
from optimizer.workbook.panel.read import read_panel
from tests.paths import SAMPLES

MANAGER = Actor("m1", Role.MANAGER)
SAMPLE = SAMPLES / "panel-small.xlsx"


@cache
def contents():
    """Return what the sample holds."""
    return read_panel(SAMPLE)


def open_panel(tmp_path, content=None):
    """Make a store with a draft on a panel, and let the page find it. Return the store and the draft's id."""
    os.environ["OPTIMIZER_DB"] = str(tmp_path / "store.db")
    store = database()
    upgrade(store, Actor("a1", Role.ADMINISTRATOR))
    content, plan, name = content or SAMPLE.read_bytes(), contents().plan, contents().panel.name
    return store, open_draft(store, MANAGER, name, "December", content, plan, DraftKind.CASELOADS)
