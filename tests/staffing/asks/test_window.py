"""When somebody may ask: windows in turn, blackout days, and how many are off already."""

from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.staffing.asks.ask import Ask, AskKind, AskState, AskStep, Wanted
from optimizer.staffing.asks.part_rules import AskOrder, PartRules
from optimizer.staffing.asks.window import full_days, in_turn, off_by_day, opens_for, refusals
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.request import Request, Wish
from tests.draw import day, draw

UNIT, _ = draw(
    """
    ann  . . . . .
    ben  . . . . .
    cam  . . . . .
    dee  . . . . .
    """,
    {
        "ann": {"experience": 12}, "ben": {"experience": 240}, "cam": {"experience": 60},
        "dee": {"experience": 90, "roles": ("CNA",)},
    },
)  # fmt: skip
OPENS = day(-20)
OFF = Wanted(day(1), day(2))


def told(rules, *, kind=AskKind.TIME_OFF, who="ann", wanted=OFF, today=OPENS):
    return " ".join(refusals(rules, UNIT, kind, who, wanted, today))


def test_by_the_usual_rules_somebody_asks_at_any_time():
    assert told(PartRules()) == ""


def test_a_window_is_open_from_its_first_day_to_its_last():
    rules = PartRules(opens=OPENS, closes=OPENS + timedelta(days=5))
    assert told(rules, today=OPENS) == told(rules, today=OPENS + timedelta(days=5)) == ""
    assert "opens on Tue 12 May" in told(rules, today=OPENS - timedelta(days=1))
    assert "closed on Sun 17 May" in told(rules, today=OPENS + timedelta(days=6))


@pytest.mark.parametrize("kind", [AskKind.SWAP, AskKind.OPEN_SHIFT, AskKind.CALL_OUT])
def test_what_comes_after_publication_has_no_window(kind):
    assert told(PartRules(opens=day(-1), closes=day(-1)), kind=kind, today=day(0)) == ""


def test_by_seniority_the_longest_here_ask_first_and_the_others_in_groups_after():
    rules = PartRules(opens=OPENS, order=AskOrder.SENIORITY, groups=2, days_each=3)
    assert in_turn(rules, UNIT) == ["ben", "dee", "cam", "ann"]
    opens = {who: (opens_for(rules, UNIT, who) - OPENS).days for who in UNIT.people}
    assert opens == {"ben": 0, "dee": 0, "cam": 3, "ann": 3}
    assert opens_for(replace(rules, order=AskOrder.FIRST_COME), UNIT, "ann") == OPENS
    assert opens_for(replace(rules, opens=None), UNIT, "ann") is None


def test_by_turn_those_ask_first_who_were_granted_the_least_of_what_they_asked_for():
    rows = (ledger_row("ann", 4, 4), ledger_row("ben", 4, 1), ledger_row("cam", 4, 2))
    unit = replace(UNIT, ledger=rows)
    assert in_turn(PartRules(order=AskOrder.BY_TURN), unit) == ["ben", "cam", "ann", "dee"]
    unit = replace(unit, ledger=(ledger_row("ann", 0, 0), *rows[1:]))
    assert in_turn(PartRules(order=AskOrder.BY_TURN), unit) == ["ben", "cam", "ann", "dee"]


def test_by_turn_who_asked_for_nothing_does_not_go_before_who_was_denied():
    unit = replace(UNIT, ledger=(ledger_row("ann", 0, 0), ledger_row("ben", 4, 1)))
    assert in_turn(PartRules(order=AskOrder.BY_TURN), unit) == ["ben", "ann", "cam", "dee"]


def ledger_row(who, asked, granted):
    return LedgerRow(who, day(-28), day(-1), 1.0, 28, asked=asked, granted=granted)


def test_blackout_days_are_for_time_off_alone():
    rules = PartRules(blackout=(day(2), day(4)))
    assert told(rules) == "Nobody can be off by asking on Wed 3 Jun: it is a blackout day."
    assert told(rules, kind=AskKind.PREFERENCE) == ""


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(day(2), day(1)), "is before the first day"),
        (Wanted(day(3), day(9)), "This schedule is from"),
    ],
)
def test_days_are_in_order_and_of_the_schedule(wanted, said):
    assert said in told(PartRules(), wanted=wanted)


def test_what_is_past_is_not_asked_for():
    assert "is past" in told(PartRules(), today=day(2))


def test_a_kind_that_the_unit_does_not_take_is_refused():
    assert "takes no asks for time off" in told(PartRules(kinds=frozenset()))


def an_ask(who, wanted, state=AskState.ASKED, kind=AskKind.TIME_OFF):
    return Ask(1, 1, who, kind, wanted, "", (AskStep(1, "2026", who, state),))


def test_as_many_of_a_role_are_off_as_have_leave_or_ask_for_it():
    unit = replace(UNIT, requests=(Request("ben", Wish.OFF, day(1), day(1), approved=True),))
    asks = [
        an_ask("cam", OFF), an_ask("dee", OFF), an_ask("ann", OFF, AskState.DENIED), an_ask("ben", OFF),
        an_ask("ann", OFF, kind=AskKind.PREFERENCE),
    ]  # fmt: skip
    off = off_by_day(unit, asks)
    assert (off["RN", day(1)], off["RN", day(2)], off["CNA", day(1)]) == (2, 2, 1)
    span = Span(day(0), day(2))
    assert full_days(PartRules(most_off=2), unit, "ann", span, off) == (day(1), day(2))
    assert full_days(PartRules(most_off=3), unit, "ann", span, off) == ()
    assert full_days(PartRules(), unit, "ann", span, off) == ()
