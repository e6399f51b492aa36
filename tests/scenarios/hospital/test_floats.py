"""Who floats where next: short and over by unit, by turn and orientation, with the rules of both units and the pool."""

from dataclasses import replace
from datetime import datetime, timedelta

from optimizer.planning.pair import Pair
from optimizer.scenarios.hospital.floats import floats_to, short_shifts_in
from optimizer.scenarios.hospital.house_known import house_known
from optimizer.scenarios.hospital.house_told import house_rows, stands
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.demand import Need
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.hospital.hospital import Hospital, Member, Orientation
from optimizer.staffing.policy import default_policy
from tests.samples.cast import D12, EVERY_DAY, N12, PTO12
from tests.samples.hospitals import FIRST, ROLES

CALENDAR = Calendar(FIRST, FIRST + timedelta(days=6), pay_period_start=FIRST, pay_period_days=7)
MORNING = datetime(FIRST.year, FIRST.month, FIRST.day, 6)
LICENCE = {"RN licence": None}
TODAY = Duty(FIRST, "D", "RN")


def nurse(who, credentials=LICENCE):
    return Staff(who, who.capitalize(), "RN", ("RN",), fte=0.9, credentials=credentials)


def unit(name, staff=(), need=1):
    needs = (Need(EVERY_DAY, "D", "RN", 1, need, need + 2),) if need else ()
    return Unit(name, CALENDAR, (D12, N12), ROLES, staff, needs=needs)


PEOPLE = (nurse("pia"), nurse("qi"))


def house(people=PEOPLE, turns=(), lines=None, need=1, given=(), **plans):
    """Return two units, of which A needs two by day and B one, as published; the pool has no staff of its own there."""
    members = (
        Member("A", unit("Unit A", (nurse("ann"),), 2), default_policy()),
        Member("B", unit("Unit B", (nurse("ben"),), need), default_policy()),
    )
    own = replace(unit("Float pool", people, 0), turns=turns, shifts=(D12, N12, PTO12))
    pool = Member("Float", own, default_policy(), frozenset(given))
    every = tuple(Orientation(each.id, code, rank=rank) for each in people for rank, code in enumerate("AB", start=1))
    facts = Hospital("Two", members, pool, every if lines is None else lines)
    published = {code: frozenset(Pair(who, TODAY) for who in who_) for code, who_ in plans.items()}
    return house_known(facts, published)


def offers(found):
    short = next(each for each in short_shifts_in(found, MORNING) if each.code == "A")
    assert short.duty == TODAY
    return floats_to(found, short, MORNING)


def test_units_are_short_and_over_side_by_side():
    found = house(A=["ann"], B=["ben", "Float:pia"])
    row = house_rows(found, MORNING)[0]
    assert {code: stands(cover) for code, cover in row.covers.items()} == {"A": "▽ 1 of 2", "B": "△ 2 of 1"}
    assert row.uneven and row.said == "Sun 29 Nov, D, RN"


def test_who_is_spared_elsewhere_on_the_same_shift_is_moved_and_who_is_free_comes():
    found = {each.who: each.frm for each in offers(house(A=["ann"], B=["ben", "Float:pia"]))}
    assert found == {"pia": "B", "qi": None}


def test_nobody_is_taken_from_a_unit_that_has_no_more_than_its_target():
    assert [each.who for each in offers(house(A=["ann"], B=["Float:pia"]))] == ["qi"]


def test_whose_turn_to_float_is_longest_ago_goes_first():
    days = [FIRST - timedelta(days=number) for number in (2, 9)]
    turns = tuple(TurnHad(day, "Float", who) for day, who in zip(days, ("pia", "qi"), strict=True))
    found = offers(house(turns=turns, A=["ann"], B=["ben"]))
    assert [(each.who, each.last) for each in found] == [("qi", days[1]), ("pia", days[0])]
    assert [each.who for each in offers(house(turns=turns[:1], A=["ann"], B=["ben"]))] == ["qi", "pia"]


def test_a_duty_where_somebody_likes_less_to_work_is_a_turn_had():
    found = offers(house(A=["ann"], B=["ben", "Float:pia"]))
    assert [(each.who, each.last) for each in found] == [("qi", None), ("pia", FIRST)]


def test_who_is_not_oriented_yet_or_at_all_is_not_sent():
    lines = (Orientation("pia", "B"), Orientation("qi", "A", since=FIRST + timedelta(days=1)))
    assert offers(house(lines=lines, A=["ann"], B=["ben"])) == []


def test_who_has_leave_in_the_pools_own_schedule_is_not_sent_and_has_not_floated():
    days = [Duty(FIRST + timedelta(days=number), "PTO") for number in (0, 1)]
    assert [each.who for each in offers(house(A=["ann"], B=["ben"], given=[Pair("pia", days[0])]))] == ["qi"]
    found = offers(house(A=["ann"], B=["ben"], given=[Pair("pia", days[1])]))
    assert {each.who: each.last for each in found} == {"pia": None, "qi": None}


def test_a_must_of_either_unit_is_told_and_puts_somebody_last():
    found = offers(house((nurse("pia", {}), nurse("qi")), A=["ann"], B=["ben"]))
    assert [each.who for each in found if not each.breaks] == ["qi"]
    assert all(each.who == "pia" and "Pia" in each.breaks[0] for each in found[1:])
