"""Two of the staff ask for one thing at the same moment: one gets it, and one is told."""

import threading
from concurrent.futures import ThreadPoolExecutor

from optimizer.planning.pair import Pair
from optimizer.scenarios.asks.approve import RefusedAskError
from optimizer.scenarios.asks.take_part import take_part
from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
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
FEW = 20
"""Enough where both count before either writes, if nothing keeps them from it."""
DUTY = Duty(day(2), "N", "RN")


def test_one_of_two_gets_an_open_shift_and_the_other_is_told(store):
    with ThreadPoolExecutor(2) as both:
        told = [_claimed(store, both) for _ in range(TRIES)]
    assert all("not open any more" in each or "faster" in each for each in told)
    assert len(told) == TRIES
    assert verify(store, MANAGER) == ()


def test_of_two_who_ask_for_the_last_place_off_one_is_waitlisted(store):
    with ThreadPoolExecutor(2) as both:
        found = [_asked_off(store, both) for _ in range(FEW)]
    assert all(each == {AskState.ASKED, AskState.WAITLISTED} for each in found)
    assert verify(store, MANAGER) == ()


def test_what_one_asks_for_twice_at_once_is_asked_once(store):
    draft = opened(store, published=False)
    with ThreadPoolExecutor(2) as both:
        told = _at_once(store, both, draft, (ANN, ANN), AskKind.TIME_OFF, Wanted(day(3), day(3)))
    assert {state for state, _ in told} == {AskState.ASKED, AskState.DENIED}
    assert len(asks_of(store, MANAGER, draft)) == 1


def _claimed(store, both):
    """Have two claim one shift of a new draft at once; return what the one heard who did not get it."""
    draft = opened(store, published=False)
    set_rules(store, MANAGER, draft, PartRules(automatic=frozenset({AskKind.OPEN_SHIFT}), by_rank=False))
    found = dict(_at_once(store, both, draft, (ANN, CAM), AskKind.OPEN_SHIFT, one(2, "N")))
    assert found.keys() == {AskState.APPROVED, AskState.DENIED}
    new = plan_at(store, MANAGER, draft) - PLAN
    assert new in ({Pair("ann", DUTY)}, {Pair("cam", DUTY)})
    assert sum(ask.state is AskState.APPROVED for ask in asks_of(store, MANAGER, draft)) == 1
    return found[AskState.DENIED]


def _asked_off(store, both):
    """Have two ask for a day of a new draft off on which one may be; return the states in which their asks are."""
    draft = opened(store, published=False)
    set_rules(store, MANAGER, draft, PartRules(most_off=1))
    _at_once(store, both, draft, (ANN, CAM), AskKind.TIME_OFF, Wanted(day(3), day(3)))
    return {ask.state for ask in asks_of(store, MANAGER, draft)}


def _at_once(store, both, draft, actors, kind, wanted):
    """Have two ask at the same moment; return the state that each comes to, and what each is told."""
    gate = threading.Barrier(2)

    def asks(actor):
        gate.wait()
        try:
            found = take_part(store, actor, look_at(store, draft), draft, kind, wanted, TODAY)
        except RefusedAskError as error:
            return AskState.DENIED, str(error)
        return found.state, found.said

    return [*both.map(asks, actors)]
