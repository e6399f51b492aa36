"""Every finding has its place in the grid."""

import pytest

from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.spots import spots
from optimizer.ui.grid.view import grid_data
from tests.ui.apps import MANAGER, open_store, solved_small


@pytest.fixture
def desk(tmp_path):
    """Return a desk on a schedule that lacks every third duty."""
    store, _ = open_store(tmp_path, plan=frozenset(p for at, p in enumerate(sorted(solved_small())) if at % 3))
    return Desk(MANAGER, store, drafts(store, MANAGER)[-1])


def test_every_finding_has_a_place_that_is_in_the_grid_and_tells_it(desk):
    shown = grid_data(desk.now, desk.locks, None, editable=True, session="", ack=0, refused=(), focus=None)
    assert len(shown.problems) == len(desk.findings) > 30
    days, rows = {day.iso for day in shown.days}, {row.label for row in shown.coverage}
    for spot in shown.problems:
        if spot.who and spot.iso:
            assert shown.cells[spot.who, spot.iso].findings
            assert not spot.sentence
        else:
            assert spot.sentence or spot.row
            assert spot.who in desk.unit.people if spot.who else spot.iso in days and spot.row in rows | {""}
    kinds = {(bool(spot.who), bool(spot.iso), bool(spot.row)) for spot in shown.problems}
    assert {(True, True, False), (True, False, False), (False, True, True)} <= kinds


def test_what_is_short_is_at_its_count(desk):
    short = [finding for finding in desk.findings if finding.rule.key == "cover-minimum"]
    assert short
    for finding, spot in zip(short, spots(desk.unit, short), strict=True):
        assert (spot.row, spot.iso) == (" ".join(finding.place.what), finding.day.isoformat())
