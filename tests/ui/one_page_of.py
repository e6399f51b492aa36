"""One page alone, over a store with a draft, as somebody with a role sees it."""

from streamlit.testing.v1 import AppTest

from tests.paths import PROJECT
from tests.ui.apps import open_store

SCRIPT = """
from optimizer.store.database.connection import database
from optimizer.store.drafts import drafts
from optimizer.store.roles import Actor, Role
from optimizer.ui.frame.desk import Desk
from optimizer.ui.{room} import {module}

actor, store = Actor("x1", Role("{role}")), database()
{module}.show(Desk(actor, store, drafts(store, actor)[-1]))
"""


def open_page(tmp_path, page, role="manager", sample="small", plan=frozenset()):
    """Return a page drawn once, and the store that it is over."""
    store, _ = open_store(tmp_path, sample, plan)
    return page_as(page, role), store


def page_as(page, role="manager"):
    """Return a page over the store that is there, drawn once."""
    (path,) = (PROJECT / "optimizer" / "ui").glob(f"*/{page.rstrip('_')}_page.py")
    script = SCRIPT.format(room=path.parent.name, module=path.stem, role=role)
    return AppTest.from_string(script, default_timeout=60).run()
