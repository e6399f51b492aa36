"""What staff ask for is told to themselves and to whoever decides, and to nobody else."""

from dataclasses import replace
from datetime import date

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.staffing.asks.part_rules import AskOrder, PartRules
from optimizer.staffing.facts.shift import Duty
from optimizer.store.asks.asks import answer_offer, asks_of, put_ask, take_back
from optimizer.store.asks.decisions import deny, grant, waitlist
from optimizer.store.asks.part_rules import open_drafts, rules_of, set_rules
from optimizer.store.audit.trail import export
from optimizer.store.audit.verify import verify
from optimizer.store.drafts import history, open_draft, plan_at
from optimizer.store.edits import ConflictError
from optimizer.store.errors import ForbiddenError, StoreError
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import Actor, Role
from tests.draw import day
from tests.store.conftest import MANAGER
from tests.store.test_publications import PLAN

ANN, BEN, CAM = (Actor(f"{who}@work.example", Role.STAFF, who) for who in ("ann", "ben", "cam"))
OFF = Wanted(day(2), day(3))
SWAP = Wanted(
    day(0), day(2), other="ben",
    gives=frozenset({Pair("ann", Duty(day(0), "N", "RN"))}), gets=frozenset({Pair("ann", Duty(day(2), "N", "RN"))}),
)  # fmt: skip


@pytest.fixture
def opened(store):
    open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN)
    return store


def ask(store, actor=ANN, kind=AskKind.TIME_OFF, wanted=OFF, note="My mother is ill"):
    return put_ask(store, actor, 1, kind, wanted, note)


def states(store, actor=MANAGER):
    return [each.state for each in asks_of(store, actor, 1)]


def test_an_ask_is_kept_with_every_step_and_nothing_of_it_stands_in_the_audit(opened):
    number = ask(opened)
    waitlist(opened, MANAGER, number)
    deny(opened, MANAGER, number, "Three are off already")
    (found,) = asks_of(opened, MANAGER, 1)
    assert (found.who, found.kind, found.wanted, found.note) == ("ann", AskKind.TIME_OFF, OFF, "My mother is ill")
    assert [each.state for each in found.steps] == [AskState.ASKED, AskState.WAITLISTED, AskState.DENIED]
    assert [each.who for each in found.steps] == [ANN.id, "m1", "m1"]
    told = "".join(export(opened, MANAGER))
    assert "mother" not in told and "Three are off" not in told
    assert verify(opened, MANAGER) == ()


def test_nobody_of_the_staff_sees_what_others_ask_for_or_why(opened):
    ask(opened, ANN)
    ask(opened, BEN, wanted=replace(OFF, first=day(3)), note="Court")
    deny(opened, MANAGER, 1, "Three are off already")
    (own,) = asks_of(opened, ANN, 1)
    assert (own.who, own.note, own.steps[-1].why) == ("ann", "My mother is ill", "Three are off already")
    assert MANAGER.id not in {each.who for each in own.steps}
    assert asks_of(opened, CAM, 1) == ()
    with pytest.raises(ForbiddenError):
        asks_of(opened, Actor("l", Role.LEADERSHIP), 1)


def test_a_swap_is_told_to_the_colleague_alone_and_without_the_note(opened):
    number = ask(opened, ANN, AskKind.SWAP, SWAP, "School play")
    (offered,) = asks_of(opened, BEN, 1)
    assert (offered.state, offered.wanted, offered.note) == (AskState.OFFERED, SWAP, "")
    assert asks_of(opened, CAM, 1) == ()
    with pytest.raises(ForbiddenError):
        answer_offer(opened, CAM, number, agrees=True)
    with pytest.raises(StoreError, match="offered to a colleague"):
        grant(opened, MANAGER, number, 1, SWAP.gives, SWAP.gets, ())
    answer_offer(opened, BEN, number, agrees=True)
    deny(opened, MANAGER, number, "You are in charge that night")
    (seen,) = asks_of(opened, BEN, 1)
    assert seen.steps[-1].why == ""
    assert states(opened) == [AskState.DENIED]


def test_a_declined_swap_is_over(opened):
    number = ask(opened, ANN, AskKind.SWAP, SWAP)
    answer_offer(opened, BEN, number, agrees=False)
    assert states(opened) == [AskState.DENIED]
    with pytest.raises(StoreError, match="cannot be done any more"):
        answer_offer(opened, BEN, number, agrees=True)


def test_what_is_granted_is_one_edit_of_the_schedule(opened):
    number = ask(opened)
    gone = Pair("ben", Duty(day(2), "N", "RN"))
    assert grant(opened, MANAGER, number, 1, [gone], [], ()) == 2
    assert plan_at(opened, MANAGER, 1) == PLAN - {gone}
    assert history(opened, MANAGER, 1)[-1].why == "Ask 1: time off."
    assert states(opened) == [AskState.APPROVED]
    assert verify(opened, MANAGER) == ()


def test_what_changes_nothing_of_the_schedule_makes_no_version(opened):
    assert grant(opened, MANAGER, ask(opened), 1, [], [], ()) == 1
    assert states(opened) == [AskState.APPROVED]


def test_who_judged_an_older_version_grants_nothing(opened):
    first, second = ask(opened), ask(opened, BEN)
    grant(opened, MANAGER, first, 1, PLAN, [], ())
    with pytest.raises(ConflictError):
        grant(opened, MANAGER, second, 1, [], PLAN, ())
    assert states(opened) == [AskState.APPROVED, AskState.ASKED]


def test_what_breaks_a_must_is_granted_to_nobody_without_the_reason_on_record(opened):
    number = ask(opened)
    for why in ("", "  "):
        with pytest.raises(StoreError, match="takes a reason"):
            grant(opened, MANAGER, number, 1, PLAN, [], ["Ann has too little rest."], why)
    assert states(opened) == [AskState.ASKED]
    grant(opened, MANAGER, number, 1, PLAN, [], ["Ann has too little rest."], "She sleeps here")
    assert "She sleeps here" in history(opened, MANAGER, 1)[-1].why


@pytest.mark.parametrize("actor", [ANN, Actor("l", Role.LEADERSHIP), Actor("k", Role.ADMINISTRATOR)])
def test_nobody_but_a_manager_decides(opened, actor):
    number = ask(opened)
    for decide in (
        lambda: grant(opened, actor, number, 1, [], [], (), "why"),
        lambda: deny(opened, actor, number, "why"),
        lambda: waitlist(opened, actor, number),
    ):
        with pytest.raises(ForbiddenError):
            decide()
    assert states(opened) == [AskState.ASKED]


def test_a_denial_takes_a_reason_since_it_is_told(opened):
    with pytest.raises(StoreError, match="Say why"):
        deny(opened, MANAGER, ask(opened), " ")


def test_one_takes_back_what_is_ones_own_and_not_answered(opened):
    number = ask(opened)
    with pytest.raises(ForbiddenError):
        take_back(opened, BEN, number)
    take_back(opened, ANN, number)
    with pytest.raises(StoreError, match="withdrawn"):
        take_back(opened, ANN, number)
    with pytest.raises(StoreError, match="withdrawn"):
        grant(opened, MANAGER, number, 1, [], [], ())


def test_nobody_asks_who_is_on_no_schedule_nor_decides_what_they_ask(opened):
    with pytest.raises(StoreError, match="on no row"):
        ask(opened, Actor("x", Role.STAFF))
    with pytest.raises(StoreError, match="Nobody decides"):
        put_ask(opened, ANN, 1, AskKind.TIME_OFF, OFF, begins=lambda _: AskState.APPROVED)
    open_draft(opened, MANAGER, "Panel", "June", b"a panel", frozenset(), DraftKind.CASELOADS)
    with pytest.raises(StoreError, match="of caseloads"):
        put_ask(opened, ANN, 2, AskKind.TIME_OFF, OFF)


RULES = PartRules(
    frozenset({AskKind.SWAP}), frozenset({AskKind.SWAP}), date(2026, 5, 1), date(2026, 5, 9), AskOrder.SENIORITY, 3, 2,
    (date(2026, 6, 4),), 2, False, True,
)  # fmt: skip


def test_rules_are_kept_and_carried_on_to_the_units_next_draft_without_their_days(opened):
    assert rules_of(opened, MANAGER, 1) == PartRules()
    set_rules(opened, MANAGER, 1, PartRules())
    set_rules(opened, MANAGER, 1, RULES)
    assert rules_of(opened, ANN, 1) == RULES
    open_draft(opened, MANAGER, "4 West", "July", b"a workbook", frozenset())
    assert rules_of(opened, ANN, 2) == replace(RULES, opens=None, closes=None, blackout=())
    assert [(each.draft, each.unit, each.name, each.rules) for each in open_drafts(opened, ANN)] == [
        (1, "4 West", "June", RULES)
    ]
    assert verify(opened, MANAGER) == ()
