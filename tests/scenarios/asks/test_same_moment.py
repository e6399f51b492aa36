"""Two of the staff claim one open shift at the same moment: one gets it, and one is told."""

import threading
from concurrent.futures import ThreadPoolExecutor

from optimizer.planning.pair import Pair
from optimizer.scenarios.asks.approve import RefusedAskError
from optimizer.scenarios.asks.take_part import take_part
from optimizer.staffing.asks.ask import AskKind, AskState
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.facts.shift import Duty
from optimizer.store.asks.asks import asks_of
from optimizer.store.asks.part_rules import set_rules
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import plan_at
from tests.draw import day
from tests.scenarios.asks.asked import ANN, CAM, MANAGER, PLAN, TODAY, look_at, one, opened
from tests.store.conftest import address, new_address, postgres, store, templates

__all__ = ["address", "new_address", "postgres", "store", "templates"]

TRIES = 200
DUTY = Duty(day(2), "N", "RN")


def test_one_of_two_gets_an_open_shift_and_the_other_is_told(store):
    with ThreadPoolExecutor(2) as both:
        told = [_try(store, both) for _ in range(TRIES)]
    assert all("not open any more" in each or "faster" in each for each in told)
    assert len(told) == TRIES
    assert verify(store, MANAGER) == ()


def _try(store, both):
    """Have two claim one shift of a new draft at once; return what the one heard who did not get it."""
    draft = opened(store, published=False)
    set_rules(store, MANAGER, draft, PartRules(automatic=frozenset({AskKind.OPEN_SHIFT}), by_rank=False))
    gate = threading.Barrier(2)

    def claims(actor):
        gate.wait()
        try:
            found = take_part(store, actor, look_at(store, draft), draft, AskKind.OPEN_SHIFT, one(2, "N"), TODAY)
        except RefusedAskError as error:
            return AskState.DENIED, str(error)
        return found.state, found.said

    found = dict(both.map(claims, (ANN, CAM)))
    assert found.keys() == {AskState.APPROVED, AskState.DENIED}
    new = plan_at(store, MANAGER, draft) - PLAN
    assert new in ({Pair("ann", DUTY)}, {Pair("cam", DUTY)})
    assert sum(ask.state is AskState.APPROVED for ask in asks_of(store, MANAGER, draft)) == 1
    return found[AskState.DENIED]
