"""A manager is told of an ask what speaks for and against it, and who goes first where several ask for one shift."""

from dataclasses import replace

from optimizer.scenarios.asks.ask_view import ask_views, balance_said
from optimizer.scenarios.asks.judged_ask import judge_ask
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import Ask, AskKind, AskState, AskStep, Wanted
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.request import Request, Wish
from tests.draw import day, draw
from tests.scenarios.asks.asked import JUDGE, PLAN, POLICY, UNIT, one

KNOWN = KnownSchedule(UNIT, POLICY, JUDGE, JUDGE.judge(PLAN))


def ask(number, who, kind, wanted, state=AskState.ASKED):
    return Ask(number, 1, who, kind, wanted, "", (AskStep(1, "2026-05-01T00:00:00+00:00", who, state),))


def test_time_off_tells_who_is_left_and_the_cover_if_it_is_granted():
    (view,) = ask_views(KNOWN, [ask(1, "ann", AskKind.TIME_OFF, Wanted(day(0), day(0)))])
    assert view.cover == (
        "Mon 1 Jun: 2 RN duties to fill, 2 RNs left for them",
        "D as RN on Mon 1 Jun: 0 of 1 if granted, 1 now",
    )
    assert (view.who, view.said) == ("Ann", "off Mon 1 Jun")
    assert view.judged.minus == {pair for pair in PLAN if (pair.who, pair.what.day) == ("ann", day(0))}


def test_time_off_takes_out_all_that_somebody_does_then_but_a_leave_code():
    unit, plan = draw("ann  S C P")
    known = KnownSchedule.of(unit, POLICY, plan)
    judged = judge_ask(known, ask(1, "ann", AskKind.TIME_OFF, Wanted(day(0), day(2))))
    assert {pair.what.shift for pair in judged.minus} == {"S", "C"}


def test_what_else_is_asked_for_that_day_is_told():
    both = [
        ask(1, "ann", AskKind.TIME_OFF, Wanted(day(0), day(1))),
        ask(2, "ben", AskKind.TIME_OFF, Wanted(day(1), day(2)), AskState.WAITLISTED),
        ask(3, "cam", AskKind.TIME_OFF, Wanted(day(3), day(3))),
        ask(4, "cam", AskKind.TIME_OFF, Wanted(day(1), day(1)), AskState.DENIED),
    ]
    first, *_ = ask_views(KNOWN, both)
    assert first.others == ("Ben: off Tue 2 Jun to Wed 3 Jun (on the waitlist)",)


def test_who_is_out_sick_comes_first_and_claims_on_one_shift_go_by_rank():
    asks = [
        ask(1, "ben", AskKind.OPEN_SHIFT, one(4, "D")),
        ask(2, "cam", AskKind.OPEN_SHIFT, one(4, "D")),
        ask(3, "ann", AskKind.CALL_OUT, Wanted(day(3), day(3))),
    ]
    unit = replace(UNIT, staff=tuple(replace(each, experience=99 if each.id == "cam" else 9) for each in UNIT.staff))
    found = ask_views(replace(KNOWN, unit=unit), asks)
    assert [view.ask.id for view in found] == [3, 2, 1]
    assert found[1].balance.startswith("within the contract; ")


def test_the_balance_is_what_somebody_was_granted_so_far():
    unit = replace(UNIT, requests=(Request("ann", Wish.OFF, day(0), day(1), approved=True),))
    assert balance_said(unit, "ann") == "2 days of leave in this period; of earlier ones no requests are known"
    row = LedgerRow("ann", day(-28), day(-1), 1.0, 28, asked=8, granted=5, denied_in_a_row=2)
    told = balance_said(replace(unit, ledger=(row,)), "ann")
    assert told.endswith("5 of 8 requests met before, 2 denied in a row")


def test_somebody_who_left_is_not_listed():
    assert ask_views(KNOWN, [ask(1, "zoe", AskKind.TIME_OFF, Wanted(day(0), day(0)))]) == []
