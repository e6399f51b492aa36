"""The page, opened as somebody on a sample, without a browser."""

import os
from functools import cache

from streamlit.testing.v1 import AppTest

from optimizer.planning.formulation import formulate
from optimizer.scenarios.plan_unit import pins_of
from optimizer.store.drafts import open_draft
from optimizer.store.roles import Actor, Role
from optimizer.ui.frame.elsewhere import ELSEWHERE
from tests.first_plan import first_plan
from tests.paths import PROJECT, SAMPLES
from tests.read_samples import unit_sample
from tests.stores import begin

MANAGER = Actor("m1", Role.MANAGER)


def open_store(tmp_path, sample="small", plan=frozenset()):
    """Make a store with a draft on a sample, and let the page find it. Return the store and the draft's id."""
    store = begin(tmp_path)
    content = (SAMPLES / f"unit-{sample}.xlsx").read_bytes()
    return store, open_draft(store, MANAGER, unit_sample(sample).unit.name, "December", content, plan)


def open_app(tmp_path, role="manager", sample="small", plan=frozenset(), name="x1"):
    """Return the page as somebody with a role sees it, drawn once."""
    open_store(tmp_path, sample, plan)
    return app_as(role, name)


def app_as(role, name="x1"):
    """Return the page over the store that is there, as somebody with a role sees it, drawn once."""
    os.environ["OPTIMIZER_ACTOR"] = f"{role}:{name}"
    return AppTest.from_file(str(PROJECT / "app.py"), default_timeout=60).run()


def addresses(app):
    """Return the pages that whoever is there may see, by their addresses as their titles make them."""
    pages = {page: info["page_name"] for page, info in app._registered_pages.items() if info["page_name"] != ELSEWHERE}
    return {name.casefold().replace("_", "-").replace(" ", "-"): page for page, name in pages.items()}


def at_page(app, address):
    """Return the page at an address, drawn."""
    app._page_hash = addresses(app)[address]
    return app.run()


@cache
def solved_small():
    """Return a schedule of the small sample that keeps every must: the first that is found."""
    contents = unit_sample("small")
    formulation = formulate(contents.unit, contents.policy)
    return first_plan(formulation, pins_of(contents.unit, contents.plan, frozenset(), formulation))
