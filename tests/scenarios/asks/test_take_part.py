"""Staff ask, and what the rules of the unit decide is decided at once; all else waits for the manager."""

from dataclasses import replace

import pytest

from optimizer.planning.pair import Pair
from optimizer.scenarios.asks.approve import BreaksMustError, RefusedAskError, approve
from optimizer.scenarios.asks.for_me import claimable, swaps_for, wanted_of
from optimizer.scenarios.asks.judged_ask import judge_ask
from optimizer.scenarios.asks.take_part import RULES, agree, give_up, may_claim, take_part
from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.staffing.asks.claim import Claim
from optimizer.staffing.asks.part_rules import PartRules
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Employment
from optimizer.store.asks.asks import asks_of, put_ask, take_back
from optimizer.store.asks.decisions import deny
from optimizer.store.asks.part_rules import set_rules
from optimizer.store.audit.verify import verify
from optimizer.store.database.connection import database
from optimizer.store.drafts import accept, plan_at
from optimizer.store.errors import StoreError
from optimizer.store.frozen import policy_text
from optimizer.store.publications import grounds_of, publications, publish, published_plan
from tests.draw import day
from tests.scenarios.asks.asked import ANN, BEN, CAM, MANAGER, PLAN, POLICY, TODAY, UNIT, look_at, one, opened
from tests.stores import empty

AT_ONCE = PartRules(frozenset(AskKind), frozenset(AskKind), by_rank=False)


@pytest.fixture
def store(tmp_path):
    (tmp_path / "store.db").write_bytes(empty())
    return database(str(tmp_path / "store.db"))


@pytest.fixture
def draft(store):
    return opened(store)


def asks(store, draft, kind, wanted, actor=ANN, rules=AT_ONCE):
    set_rules(store, MANAGER, draft, rules)
    return take_part(store, actor, look_at(store, draft), draft, kind, wanted, TODAY)


def ask_of(store, draft, number):
    return next(each for each in asks_of(store, MANAGER, draft) if each.id == number)


def test_an_open_shift_is_had_at_once_and_told_as_an_amendment(store, draft):
    found = asks(store, draft, AskKind.OPEN_SHIFT, one(2, "N"))
    assert (found.state, found.said) == (AskState.APPROVED, "Approved.")
    assert plan_at(store, MANAGER, draft) == PLAN | {Pair("ann", Duty(day(2), "N", "RN"))}
    assert published_plan(store, ANN, draft) == plan_at(store, MANAGER, draft)
    assert [each.number for each in publications(store, ANN, draft)] == [1, 2]
    assert ask_of(store, draft, found.ask).steps[-1].who == RULES.id
    assert verify(store, MANAGER) == ()


def test_what_the_manager_has_in_hand_is_not_published_by_the_way(store, draft):
    accept(store, MANAGER, draft, 1, PLAN, [], "Scratch")
    found = asks(store, draft, AskKind.OPEN_SHIFT, one(2, "N"))
    assert found.state is AskState.APPROVED
    assert "published next" in found.said
    assert published_plan(store, ANN, draft) == PLAN


@pytest.mark.parametrize("after", [False, True])
def test_what_the_manager_edits_at_the_same_moment_is_not_published_by_the_way(store, draft, after):
    number, looks, look = put_ask(store, ANN, draft, AskKind.OPEN_SHIFT, one(2, "N")), [], look_at(store, draft)

    def while_somebody_edits():
        looks.append(look())
        if len(looks) == 2:
            accept(store, MANAGER, draft, 2, PLAN, [], "Scratch")
        return looks[-1] if after else look()

    found = approve(store, MANAGER, while_somebody_edits, ask_of(store, draft, number))
    assert len(looks) == 2
    assert (found.version, found.amendment) == (2, None)
    assert ask_of(store, draft, number).state is AskState.APPROVED
    assert published_plan(store, ANN, draft) == PLAN


@pytest.mark.parametrize("over", [take_back, lambda store, _, ask: deny(store, MANAGER, ask, "No")])
def test_what_was_taken_back_or_denied_is_not_entered_by_a_page_that_is_old(store, draft, over, monkeypatch):
    number = put_ask(store, ANN, draft, AskKind.TIME_OFF, Wanted(day(3), day(3)))
    shown = ask_of(store, draft, number)
    over(store, ANN, number)
    monkeypatch.setattr("optimizer.scenarios.asks.approve.enter", lambda *_: pytest.fail("it was entered"))
    with pytest.raises(StoreError, match="cannot be done any more"):
        approve(store, MANAGER, look_at(store, draft), shown)
    assert plan_at(store, MANAGER, draft) == PLAN


def test_a_shift_that_nobody_needs_any_more_is_refused(store, draft):
    with pytest.raises(RefusedAskError, match="not open any more"):
        asks(store, draft, AskKind.OPEN_SHIFT, one(0, "D"), CAM)
    assert asks_of(store, MANAGER, draft) == ()


def test_by_rank_claims_wait_until_somebody_decides(store, draft):
    found = asks(store, draft, AskKind.OPEN_SHIFT, one(4, "D"), BEN, replace(AT_ONCE, by_rank=True))
    assert found.state is AskState.ASKED
    assert plan_at(store, MANAGER, draft) == PLAN


def test_what_breaks_a_must_waits_for_the_manager_and_tells_nothing_of_why(store, draft):
    found = asks(store, draft, AskKind.OPEN_SHIFT, one(1, "D"), BEN)
    assert found.state is AskState.ASKED
    assert "rest" not in found.said and "speaks against it" in found.said
    waiting, look = ask_of(store, draft, found.ask), look_at(store, draft)
    for actor in (MANAGER, RULES):
        with pytest.raises(BreaksMustError, match="rest"):
            approve(store, actor, look, waiting)
    with pytest.raises(StoreError):
        approve(store, BEN, look, waiting, "I want it")
    assert plan_at(store, MANAGER, draft) == PLAN
    approve(store, MANAGER, look, waiting, "He asked for it and sleeps here")
    assert [each.reason for each in grounds_of(store, MANAGER, draft)[-1].accepted] == [
        "He asked for it and sleeps here"
    ]


def test_a_swap_goes_through_both_and_is_judged_before_anybody_approves(store, draft):
    look = look_at(store, draft)
    offers = {each.other: each for each in swaps_for(look().known, "ann", day(0), PLAN)}
    found = asks(store, draft, AskKind.SWAP, wanted_of(offers["ben"]))
    assert found.state is AskState.OFFERED
    assert plan_at(store, MANAGER, draft) == PLAN
    assert agree(store, BEN, look, draft, found.ask).state is AskState.APPROVED
    assert plan_at(store, MANAGER, draft) == PLAN - offers["ben"].minus | offers["ben"].plus


def test_a_swap_that_breaks_a_must_is_approved_by_nobody_without_the_reason_on_record(store, draft):
    gives = frozenset({Pair("ann", Duty(day(0), "D", "RN"))})
    gets = frozenset({Pair("ann", Duty(day(2), "D", "RN"))})
    late = frozenset({Pair("cam", Duty(day(1), "N", "RN"))})
    accept(store, MANAGER, draft, 1, late, {Pair("ann", Duty(day(1), "N", "RN"))}, "A night before her new day")
    number = put_ask(store, ANN, draft, AskKind.SWAP, Wanted(day(0), day(2), other="ben", gives=gives, gets=gets))
    set_rules(store, MANAGER, draft, AT_ONCE)
    accept(store, MANAGER, draft, 2, {Pair("ben", Duty(day(0), "N", "RN"))}, [], "Free for it")
    look = look_at(store, draft)
    assert agree(store, BEN, look, draft, number).state is AskState.ASKED
    before = plan_at(store, MANAGER, draft)
    for actor in (MANAGER, RULES, ANN, BEN):
        for why in ("", "  "):
            with pytest.raises(StoreError):
                approve(store, actor, look, ask_of(store, draft, number), why)
    assert plan_at(store, MANAGER, draft) == before
    approve(store, MANAGER, look, ask_of(store, draft, number), "She asked twice")
    assert gets <= plan_at(store, MANAGER, draft)
    assert ask_of(store, draft, number).steps[-1].why == "She asked twice"


def test_a_swap_of_days_that_are_others_by_now_is_refused(store, draft):
    look = look_at(store, draft)
    offer = swaps_for(look().known, "ann", day(0), PLAN)[0]
    number = asks(store, draft, AskKind.SWAP, wanted_of(offer)).ask
    accept(store, MANAGER, draft, 1, offer.minus, [], "Both are off")
    other = next(each for each in (ANN, BEN, CAM) if each.staff_id == offer.other)
    assert agree(store, other, look, draft, number).state is AskState.DENIED
    assert "not as they were" in ask_of(store, draft, number).steps[-1].why


def test_who_swaps_is_not_told_of_the_others_leave(store, draft):
    look = look_at(store, draft)
    offer = next(each for each in swaps_for(look().known, "ann", day(0), PLAN) if each.other == "ben")
    number = asks(store, draft, AskKind.SWAP, wanted_of(offer)).ask
    unit = replace(UNIT, requests=(Request("ben", Wish.OFF, day(0), day(4), approved=True),))

    def while_ben_has_leave():
        now = look()
        return replace(now, known=replace(now.known, unit=unit))

    (cannot,) = judge_ask(while_ben_has_leave().known, ask_of(store, draft, number)).cannot
    assert cannot.startswith("Ben is on approved leave")
    other = replace(wanted_of(offer), last=day(1))
    with pytest.raises(RefusedAskError, match="This swap cannot be had"):
        take_part(store, ANN, while_ben_has_leave, draft, AskKind.SWAP, other, TODAY)
    found = agree(store, BEN, while_ben_has_leave, draft, number)
    assert (found.state, found.said) == (AskState.DENIED, "This swap cannot be had as the schedule stands.")
    assert [each.steps[-1].why for each in asks_of(store, ANN, draft) if each.id == number] == [found.said]


def test_only_what_was_published_is_offered_for_a_swap(store, draft):
    assert swaps_for(look_at(store, draft)().known, "ann", day(0), frozenset()) == []


def test_the_same_is_not_asked_for_twice(store, draft):
    rules = PartRules()
    asks(store, draft, AskKind.TIME_OFF, Wanted(day(3), day(3)), rules=rules)
    with pytest.raises(RefusedAskError, match="already"):
        asks(store, draft, AskKind.TIME_OFF, Wanted(day(3), day(3)), rules=rules)


def test_who_comes_after_as_many_as_may_be_off_is_waitlisted(store, draft):
    rules = PartRules(most_off=1, automatic=frozenset({AskKind.TIME_OFF}))
    put_ask(store, ANN, draft, AskKind.TIME_OFF, Wanted(day(3), day(4)))
    assert asks(store, draft, AskKind.TIME_OFF, Wanted(day(4), day(4)), BEN, rules).state is AskState.WAITLISTED
    deny(store, MANAGER, 1, "No")
    assert (
        asks(store, draft, AskKind.TIME_OFF, Wanted(day(3), day(3)), CAM, PartRules(most_off=1)).state is AskState.ASKED
    )


def test_a_call_out_is_only_told(store, draft):
    found = asks(store, draft, AskKind.CALL_OUT, Wanted(day(0), day(0)))
    assert found.state is AskState.ASKED
    assert plan_at(store, MANAGER, draft) == PLAN


def test_who_is_on_no_row_takes_no_part(store, draft):
    stranger = replace(ANN, staff_id="zoe")
    with pytest.raises(RefusedAskError, match="no row of this schedule"):
        asks(store, draft, AskKind.TIME_OFF, Wanted(day(3), day(3)), stranger)


def test_self_scheduling_is_within_the_contract_of_the_pay_period():
    room, none = Claim(Employment.PART_TIME, 60, 0, 0), Claim(Employment.PART_TIME, 60, 0, 30)
    assert may_claim(AT_ONCE, AskKind.SELF_SCHEDULE, room) == ""
    assert "within your contract" in may_claim(AT_ONCE, AskKind.SELF_SCHEDULE, none)
    assert may_claim(AT_ONCE, AskKind.OPEN_SHIFT, none) == ""
    assert "overtime" in may_claim(AT_ONCE, AskKind.OPEN_SHIFT, replace(room, overtime=60))
    assert may_claim(replace(AT_ONCE, overtime=True), AskKind.OPEN_SHIFT, replace(room, overtime=60)) == ""


def test_a_draft_that_nobody_was_told_of_is_filled_by_its_staff(store):
    draft = opened(store, published=False)
    assert asks(store, draft, AskKind.SELF_SCHEDULE, one(4, "D"), BEN).state is AskState.APPROVED
    assert Pair("ben", Duty(day(4), "D", "RN")) in plan_at(store, MANAGER, draft)
    assert publications(store, BEN, draft) == ()


def test_what_was_taken_is_given_back_until_people_were_told(store):
    draft = opened(store, published=False)
    number = asks(store, draft, AskKind.SELF_SCHEDULE, one(4, "D"), BEN).ask
    look = look_at(store, draft)
    with pytest.raises(RefusedAskError):
        give_up(store, ANN, look, ask_of(store, draft, number))
    give_up(store, BEN, look, ask_of(store, draft, number))
    assert plan_at(store, MANAGER, draft) == PLAN
    again = asks(store, draft, AskKind.SELF_SCHEDULE, one(4, "D"), BEN).ask
    with pytest.raises(StoreError, match="try again"):
        give_up(store, BEN, lambda: replace(look(), version=1), ask_of(store, draft, again))
    score = look().known.verdict.score
    publish(store, MANAGER, draft, look().version, revision=1, unit=UNIT, policy=policy_text(POLICY), score=score)
    with pytest.raises(RefusedAskError, match="People were told"):
        give_up(store, BEN, look, ask_of(store, draft, again))
    assert verify(store, MANAGER) == ()


def test_open_shifts_are_those_that_one_may_take_without_breaking_a_must(store, draft):
    known = look_at(store, draft)().known
    found = {each.opening.duty[:2] for each in claimable(known, AT_ONCE, AskKind.OPEN_SHIFT, "ben", TODAY)}
    assert (day(1), "D") not in found  # after his night
    assert (day(4), "D") in found
    assert (day(0), "D") not in found  # nobody is missing there
