from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.ledger import LedgerRow, last_periods, levelled, surplus, with_rows
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.next_period import next_unit
from optimizer.staffing.schedule.ledger_entry import with_period
from tests.draw import day, draw
from tests.made.random_units import plans, units

NIGHTS = attrgetter("nights")


def row(who, nights, fte=1.0, present=7, first=-7):
    return LedgerRow(who, day(first), day(first + 6), fte, present, nights=nights)


def entered(picture, people=None, published=None, **facts):
    unit, plan = draw(picture, people, **facts)
    return {row.who: row for row in with_period(unit, plan, published)}


def test_nights_weekends_and_holidays_are_duties_and_classes_and_leave_are_none():
    calendar = {"holidays": {day(0): "Whit Monday"}}
    ann = entered("ann  N M D . . D N  S P C . . S P", calendar=calendar)["ann"]
    assert (ann.nights, ann.weekends, ann.holidays) == (3, 2, 1)
    assert (ann.first, ann.last) == (day(0), day(13))


def test_days_present_are_those_employed_and_not_on_leave():
    leave = (Request("ann", Wish.OFF, day(0), day(1), approved=True),)
    rows = entered("ann  . . D D \n ben  D D D .", {"ben": {"fte": 0.5, "leaves": day(2)}}, requests=leave)
    assert (rows["ann"].present, rows["ben"].present, rows["ben"].fte) == (2, 3, 0.5)


def test_requests_count_by_day_whatever_they_weigh_and_approved_leave_is_none():
    requests = (
        Request("ann", Wish.OFF, day(0), day(1), weight=3),
        Request("ann", Wish.ON, day(2), day(2), "N"),
        Request("ann", Wish.OFF, day(3), day(3), approved=True),
    )
    ann = entered("ann  D . N .", requests=requests)["ann"]
    assert (ann.asked, ann.granted) == (3, 2)


def test_a_run_of_denied_days_goes_on_until_one_is_granted():
    wishes = tuple(Request("ann", Wish.OFF, day(n), day(n)) for n in range(3))
    assert entered("ann  D . D", requests=wishes)["ann"].denied_in_a_row == 1
    before = (replace(row("ann", 0), denied_in_a_row=4),)
    assert entered("ann  D D D", requests=wishes, ledger=before)["ann"].denied_in_a_row == 7
    assert entered("ann  D D .", requests=wishes, ledger=before)["ann"].denied_in_a_row == 0
    assert entered("ann  D D .", ledger=before)["ann"].denied_in_a_row == 4


def test_moved_is_what_differs_from_the_published_plan():
    _, published = draw("ann  D D . \n ben  . . N")
    rows = entered("ann  D . E \n ben  . . N", published=published)
    assert (rows["ann"].moved, rows["ben"].moved) == (2, 0)
    assert entered("ann  D . E")["ann"].moved == 0


def test_a_period_entered_again_takes_the_place_of_its_rows():
    ledger = with_rows((row("ann", 1, first=-14), row("ann", 2)), (row("ann", 5), row("ben", 1)))
    assert [(r.who, r.nights) for r in ledger] == [("ann", 1), ("ann", 5), ("ben", 1)]


def test_the_last_periods_that_ended_before_a_day_count():
    ledger = (row("ann", 1, first=-21), row("ann", 1, first=-14), row("ben", 1, first=-7), row("ann", 1, first=0))
    assert last_periods(ledger, day(0), 2) == (Span(day(-14), day(-8)), Span(day(-7), day(-1)))
    assert last_periods(ledger, day(0), 0) == ()
    assert len(last_periods(ledger, day(0), 9)) == 3


def test_the_surplus_is_what_lies_above_the_share_by_fte_and_days_present():
    assert surplus((row("ann", 4), row("ben", 2)), NIGHTS) == {"ann": 1, "ben": -1}
    assert surplus((row("ann", 4), row("ben", 2, fte=0.5)), NIGHTS) == {"ann": 0, "ben": 0}
    assert surplus((row("ann", 6), row("ben", 2, fte=0.5, present=7)), NIGHTS)["ann"] == Fraction(2, 3)
    assert surplus((row("ann", 4), row("ben", 2, present=0)), NIGHTS) == {"ann": -2, "ben": 2}


def test_surpluses_of_several_periods_add_up():
    rows = (row("ann", 4), row("ben", 2), row("ann", 0, first=-14), row("ben", 4, first=-14))
    assert surplus(rows, NIGHTS) == {"ann": -1, "ben": 1}


def test_who_had_more_takes_less_and_nobody_less_than_none():
    even = {"ann": 7, "ben": 7}
    assert levelled(6, even, {}) == {"ann": 3, "ben": 3}
    assert levelled(6, even, {"ann": Fraction(2), "ben": Fraction(-2)}) == {"ann": 1, "ben": 5}
    assert levelled(6, even, {"ann": Fraction(9), "ben": Fraction(-9)}) == {"ann": 0, "ben": 6}
    assert levelled(6, {"ann": 0, "ben": 7}, {}) == {"ann": 0, "ben": 6}
    assert levelled(6, {"ann": 0}, {}) == {"ann": 0}


@given(
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(1, 9), st.integers(-20, 20)), min_size=1, max_size=6),
)
def test_what_is_levelled_is_all_that_is_shared(shared, people):
    mean = Fraction(sum(more for _, more in people), len(people))
    weights = {n: weight for n, (weight, _) in enumerate(people)}
    targets = levelled(shared, weights, {n: more - mean for n, (_, more) in enumerate(people)})
    assert sum(targets.values()) == shared
    assert min(targets.values()) >= 0


@given(st.data())
def test_next_periods_add_their_rows_and_earlier_ones_stay(data):
    unit = data.draw(units())
    plan = data.draw(plans(unit))
    after = next_unit(unit, plan)
    later = next_unit(after, frozenset())
    assert after.ledger == with_period(unit, plan)
    assert after.ledger[: len(unit.ledger)] == unit.ledger
    assert later.ledger[: len(after.ledger)] == after.ledger
    entered = later.ledger[len(unit.ledger) :]
    assert [row.who for row in entered] == 2 * [staff.id for staff in unit.staff]
    assert all(row.granted <= row.asked and row.present <= len(unit.days) for row in entered)
    assert entered[-1].last == later.calendar.first - timedelta(days=1)
