"""A manager changes her unit, the staffing office the floats, and leadership nothing: the store itself sees to it."""

import json

import pytest

from optimizer.planning.pair import Pair
from optimizer.planning.score import Score
from optimizer.staffing.asks.ask import AskKind
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.store.asks.asks import asks_of, put_ask
from optimizer.store.asks.decisions import deny
from optimizer.store.asks.part_rules import set_rules
from optimizer.store.audit.trail import export
from optimizer.store.drafts import accept, open_draft, plan_at, redo, undo
from optimizer.store.edits import ConflictError
from optimizer.store.errors import ForbiddenError, StoreError
from optimizer.store.hospital.floats import FloatMove, send_float
from optimizer.store.kinds import DraftKind
from optimizer.store.locks import set_locks
from optimizer.store.publications import publish
from optimizer.store.revisions import revise
from optimizer.store.roles import Actor, Role
from optimizer.store.telling.told import mark_mailed, mark_seen, of_ask, told_of
from tests.store.conftest import MANAGER
from tests.store.full import ANN, OFF
from tests.store.test_drafts import BEN, FIRST

HERS, OTHERS = 1, 2
MIA = Actor("mia", Role.MANAGER, units=frozenset({"4 West"}))
OFFICE, LEADER = Actor("o1", Role.STAFFING_OFFICE), Actor("l1", Role.LEADERSHIP)
GUEST = Pair("Float:r1", BEN.what)
CHANGES = {
    "accept": lambda store, actor, draft: accept(store, actor, draft, 2, [], [GUEST], "x"),
    "undo": lambda store, actor, draft: undo(store, actor, draft, 2),
    "redo": lambda store, actor, draft: redo(store, actor, draft, 2),
    "locks": lambda store, actor, draft: set_locks(store, actor, draft, [("ben", FIRST)], True),
    "revise": lambda store, actor, draft: revise(store, actor, draft, 1, b"another", "x"),
    "rules": lambda store, actor, draft: set_rules(store, actor, draft, PartRules()),
    "mailed": lambda store, actor, draft: mark_mailed(store, actor, draft, "ann", "publication 1"),
    "deny": lambda store, actor, draft: deny(store, actor, draft, "No"),
    "publish": lambda store, actor, draft: publish(
        store, actor, draft, 2, revision=1, unit=None, policy="[]", score=Score(0, 0)
    ),
}


@pytest.fixture
def kept(store):
    """Return a store with a draft of each of two units, on each of which ann asks for time off."""
    for draft, unit in ((HERS, "4 West"), (OTHERS, "5 East")):
        open_draft(store, MANAGER, unit, "June", b"a workbook", frozenset())
        accept(store, MANAGER, draft, 1, [], [BEN], "x")
        put_ask(store, ANN, draft, AskKind.TIME_OFF, OFF, "My mother is ill")
        mark_seen(store, ANN, draft, of_ask(draft))
    return store


@pytest.mark.parametrize("name", CHANGES)
def test_a_manager_changes_her_own_unit_and_no_other(kept, name):
    before = export(kept, MANAGER)
    with pytest.raises(ForbiddenError, match=r"^mia manages 4 West, and may not change what is of 5 East[.]$"):
        CHANGES[name](kept, MIA, OTHERS)
    *same, refusal = export(kept, MANAGER)
    assert same == before
    assert (json.loads(refusal)["action"], json.loads(refusal)["who"]) == ("refuse", "mia")
    try:
        CHANGES[name](kept, MIA, HERS)
    except ForbiddenError:
        pytest.fail("it is her own unit")
    except Exception as error:  # nothing is there to be done again, or the facts are none
        assert name in ("redo", "publish"), error


def test_what_staff_ask_and_saw_is_told_to_the_managers_of_their_unit_alone(kept):
    for actor, draft, many in ((MIA, HERS, 1), (MIA, OTHERS, 0), (MANAGER, OTHERS, 1), (ANN, OTHERS, 1)):
        assert len(asks_of(kept, actor, draft)) == many
        assert len(told_of(kept, actor, draft)) == many


def test_a_manager_opens_drafts_of_her_own_unit_alone(kept):
    open_draft(kept, MIA, "4 West", "July", b"", frozenset())
    with pytest.raises(ForbiddenError, match="may not change what is of 5 East"):
        open_draft(kept, MIA, "5 East", "July", b"", frozenset())
    nobody = Actor("new", Role.MANAGER, units=frozenset())
    with pytest.raises(ForbiddenError, match=r"^new manages no unit"):
        open_draft(kept, nobody, "4 West", "July", b"", frozenset())


def test_the_staffing_office_moves_floats_in_every_unit_and_nobody_else(kept):
    assert accept(kept, OFFICE, HERS, 2, [], [GUEST], "Short by day") == 3
    assert accept(kept, OFFICE, OTHERS, 2, [], [GUEST], "Short by day") == 3
    assert accept(kept, OFFICE, OTHERS, 3, [GUEST], [], "Not any more") == 4
    assert plan_at(kept, OFFICE, HERS) == {BEN, GUEST}
    for minus, plus in (([BEN], []), ([], [Pair("ann", BEN.what)]), ([BEN], [GUEST])):
        with pytest.raises(ForbiddenError, match="staffing-office, which may not change drafts"):
            accept(kept, OFFICE, OTHERS, 4, minus, plus, "x")
    for name in {*CHANGES} - {"accept"}:
        with pytest.raises(ForbiddenError, match=r"^o1 has the role staffing-office, which may not "):
            CHANGES[name](kept, OFFICE, HERS)


def test_a_float_goes_out_of_one_unit_and_into_another_at_once_or_not_at_all(kept):
    accept(kept, OFFICE, HERS, 2, [], [GUEST], "x")
    out, into = (
        FloatMove(HERS, 3, frozenset({GUEST}), frozenset()),
        FloatMove(OTHERS, 2, frozenset(), frozenset({GUEST})),
    )
    for actor, moves in ((MIA, (out, into)), (OFFICE, (out, into._replace(version=1))), (LEADER, (out, into))):
        with pytest.raises(StoreError):
            send_float(kept, actor, moves, "x")
    assert plan_at(kept, MANAGER, HERS) == {BEN, GUEST}
    send_float(kept, OFFICE, (out, into), "Floats")
    assert (plan_at(kept, MANAGER, HERS), plan_at(kept, MANAGER, OTHERS)) == ({BEN}, {BEN, GUEST})


def test_who_was_sent_elsewhere_meanwhile_is_not_sent_twice(kept):
    seen, move = {HERS: 2, OTHERS: 2}, FloatMove(OTHERS, 2, frozenset(), frozenset({GUEST}))
    accept(kept, MANAGER, HERS, 2, [], [Pair("ann", BEN.what)], "Somebody else")
    accept(kept, OFFICE, HERS, 3, [], [GUEST], "Short by day")
    with pytest.raises(ConflictError, match=r"version 4 by o1: Short by day[.]$"):
        send_float(kept, OFFICE, [move], "Floats", seen)
    assert plan_at(kept, MANAGER, OTHERS) == {BEN}
    send_float(kept, OFFICE, [move._replace(plus=frozenset({Pair("Float:r2", BEN.what)}))], "Floats", seen)
    assert len(plan_at(kept, MANAGER, OTHERS)) == 2


def test_the_staffing_office_knows_no_caseloads(kept):
    draft = open_draft(kept, MANAGER, "A panel", "June", b"", frozenset(), DraftKind.CASELOADS)
    with pytest.raises(ForbiddenError):
        accept(kept, OFFICE, draft, 1, [], [GUEST], "x")
    with pytest.raises(ForbiddenError):
        plan_at(kept, OFFICE, draft)


def test_leadership_moves_nobody(kept):
    with pytest.raises(ForbiddenError, match="leadership, which may not change drafts"):
        accept(kept, LEADER, HERS, 2, [], [GUEST], "x")
