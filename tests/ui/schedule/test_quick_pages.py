"""How soon pages about a large unit stand, by the work that they take: what else a machine does is no part of it."""

import time

import pytest

from optimizer.engine.clock import UNHURRIED
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.improve import quick
from optimizer.planning.formulation import formulate
from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.schedule.cell.why import why_list
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store

COLD, WARM, PAGE, PANEL = 5, 2.5, 1.5, 1
"""Seconds."""


@pytest.fixture
def store(tmp_path):
    contents = unit_sample("icu")
    formulation = formulate(contents.unit, contents.policy)
    plan = quick(formulation.relaxed(), Pins(contents.unit.locked), 0, UNHURRIED.check).plan
    return open_store(tmp_path, "icu", plan)[0]


def seconds(draw):
    began = time.process_time()
    found = draw()
    assert not getattr(found, "exception", ())
    return time.process_time() - began


def test_the_first_grid_every_page_and_the_panel_stand_soon(store):
    assert seconds(lambda: app_as("manager")) < COLD
    app = app_as("manager")
    assert seconds(lambda: app_as("manager")) < WARM
    took = {address: seconds(lambda at=address: at_page(app, at)) for address in addresses(app)}
    assert {at: each for at, each in took.items() if each > PAGE} == {}
    desk = Desk(MANAGER, store, drafts(store, MANAGER)[-1])
    cells = [(request.who, day) for request, day, granted in desk.figures.wishes if not granted]
    assert max(seconds(lambda cell=cell: why_list(desk, Selected(*cell))) for cell in cells[:5]) < PANEL
