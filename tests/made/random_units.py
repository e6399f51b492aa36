"""Random small units and plans for Hypothesis, in which any law can meet any other.

What to draw from is made once and kept: Hypothesis looks through a strategy before it first draws from it, which takes
longer than the draw.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.clock.pay_cycle import PayCycle
from optimizer.staffing.facts.demand import Need, SkillNeed, When
from optimizer.staffing.facts.ledger import Ledger, LedgerRow
from optimizer.staffing.facts.rates import SCHEMES, PayClass, Premium
from optimizer.staffing.facts.request import Bond, Request, Tie, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.facts.shift import Duty, Kind, Shift, Window
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.rules.wishes.fair_share import BURDENS
from tests.draw import BLOCKED, MONDAY, ROLES, SHIFTS
from tests.made.picks import YES_OR_NO, between, pick

MONDAYS = (MONDAY, date(2026, 3, 2), date(2026, 10, 26), date(2026, 10, 19))
"""Weeks of no clock change; of one in New York, forward and back; of one in Berlin."""
CODES = ("D", "E", "N", "L", "M")
SPLIT_TIMES = (Window(7 * 60, 11 * 60), Window(16 * 60, 20 * 60))
MORE_SHIFTS = (
    Shift("T", "Split", 7 * 60, 20 * 60, 8 * 60, parts=SPLIT_TIMES),
    Shift("H", "Half a day", 7 * 60, 11 * 60, 4 * 60),
    Shift("Q", "Half a day of leave", 11 * 60, 15 * 60, 4 * 60, kind=Kind.LEAVE),
)
"""A split shift, half a duty and half a day of leave."""
LABELS = ("D", "N", "M", "23:00-07:00", "07:00-15:00", "15:00-19:00", "C")
SHIFTS_IN_TURN = (
    *(replace(shift, turn="call" if shift.code == "C" else "") for shift in SHIFTS),
    BLOCKED,
    *MORE_SHIFTS,
)
CODES_IN_TURN = st.lists(st.sampled_from((*CODES, "C", "", "")), min_size=1, max_size=5).map(tuple)
ROTATION_NAMES = ("early", "late")
HOLIDAY_NAMES = st.sampled_from(("Eve", "Day"))

PAY = st.builds(
    PayClass, st.just(21_37), st.sampled_from(tuple(SCHEMES)), st.sampled_from((0, 137)), st.sampled_from((0, 15_00)),
    st.sampled_from((0, 90)),
)  # fmt: skip
PREMIUMS = st.lists(
    st.builds(
        Premium,
        st.sampled_from(("night", "evening", "weekend", "holiday", "Charge", "precepting")),
        st.integers(0, 300),
    ),
    max_size=2,
).map(tuple)


@cache
@st.composite
def units(draw: st.DrawFn) -> Unit:
    """Return a unit of one to three people, two of whom may be one, and three to nine days, with all that they have."""
    first = pick(draw, MONDAYS) + timedelta(days=draw(between(0, 6)))
    length, before = draw(between(3, 9)), draw(between(0, 4))
    days = tuple(first + timedelta(days=n) for n in range(length))
    calendar = Calendar(
        first,
        days[-1],
        time_zone=pick(draw, ("", "America/New_York", "Europe/Berlin")),
        week_minute=pick(draw, (None, None, 0, 7 * 60)),
        pay_cycle=pick(draw, (PayCycle.DAYS, *PayCycle)),
        full_time_weekday=pick(draw, (None, 8 * 60)),
        premiums_by_clock=draw(YES_OR_NO),
        week_start=draw(between(0, 6)),
        pay_period_start=first - timedelta(days=draw(between(0, 6))),
        pay_period_days=7,
        full_time=40 * 60,
        overtime_after=pick(draw, (16 * 60, 40 * 60)),
        night_weekend_shift=pick(draw, (0, -1, 1)),
        holidays=(holidays := draw(holidays_on(days))),
        holiday_pairs=dict.fromkeys(holidays, "Feast") if draw(YES_OR_NO) else {},
    )
    ids = ("ann", "bob", "cas")[: draw(between(1, 3))]
    staff = tuple(somebody(draw, who, ids, days[-1]) for who in ids)
    if len(ids) > 1 and draw(YES_OR_NO):
        staff = (*staff[:-1], replace(staff[-1], same_as=ids[0]))
    past = [first - timedelta(days=n) for n in range(before, 0, -1)]
    history = frozenset(
        Pair(person.id, Duty(day, code, person.roles[0] if code in CODES else ""))
        for person in staff
        for day in past
        if (code := pick(draw, (*CODES, "S", "", "")))
    )
    needs, skills = draw(needs_within(days)), draw(skills_within(days))
    requests = draw(requests_within(days, ids))
    ties = draw(ties_of(ids)) if len(ids) > 1 else []
    unit = Unit(
        "Random", calendar, SHIFTS_IN_TURN, ROLES, staff, tuple(needs), tuple(skills), tuple(requests), tuple(ties),
        history=history, history_from=past[0] if past else None,
        pay={"low": draw(PAY), "high": PayClass(45_01)}, premiums=draw(PREMIUMS), ledger=ledger_of(draw, ids, first),
        rotations=rotations_of(draw, first), turns=tuple(sorted(draw(turns_of(ids, first)))),
    )  # fmt: skip
    given = plan_of(draw, unit) if draw(YES_OR_NO) else frozenset()
    return Unit(**{**{name: getattr(unit, name) for name in unit.__dataclass_fields__}, "given": given})


@cache
def holidays_on(days: tuple[date, ...]) -> st.SearchStrategy[dict[date, str]]:
    """Draw up to two holidays."""
    return st.dictionaries(st.sampled_from(days), HOLIDAY_NAMES, max_size=2)


@cache
def whens_within(days: tuple[date, ...]) -> st.SearchStrategy[When]:
    """Draw on which days something is needed."""
    return st.one_of(
        st.just(When()),
        st.builds(When, weekdays=st.frozensets(st.integers(0, 6), min_size=1)),
        st.just(When(holidays=True)),
        st.builds(When, day=st.sampled_from(days)),
    )


@cache
def needs_within(days: tuple[date, ...]) -> st.SearchStrategy[list[Need]]:
    """Draw up to four needs."""
    need = st.builds(_need, whens_within(days), st.sampled_from(LABELS), st.sampled_from(("RN", "Charge", "CNA")),
                     st.integers(0, 1), st.integers(0, 1), st.integers(0, 1))  # fmt: skip
    return st.lists(need, max_size=4)


@cache
def skills_within(days: tuple[date, ...]) -> st.SearchStrategy[list[SkillNeed]]:
    """Draw up to two needs of a skill."""
    return st.lists(st.builds(SkillNeed, whens_within(days), st.sampled_from(LABELS), st.just("ACLS"), st.just(1),
                              st.sampled_from((None, 2)), st.sampled_from((None, 1))), max_size=2)  # fmt: skip


@cache
def requests_within(days: tuple[date, ...], ids: tuple[str, ...]) -> st.SearchStrategy[list[Request]]:
    """Draw up to four requests."""
    return st.lists(st.builds(_request, st.sampled_from(ids), st.sampled_from(Wish), st.sampled_from(days),
                              st.integers(0, 2), st.sampled_from(("", "E or N", *CODES)), st.integers(1, 3),
                              st.booleans()), max_size=4)  # fmt: skip


@cache
def ties_of(ids: tuple[str, ...]) -> st.SearchStrategy[list[Tie]]:
    """Draw up to two ties of the first person and the last."""
    return st.lists(st.builds(Tie, st.just(ids[0]), st.just(ids[-1]), st.sampled_from(Bond)), max_size=2)


def rotations_of(draw: st.DrawFn, first: date) -> tuple[Rotation, ...]:
    """Return two rotations of some days each, of which one may begin in the middle of the plan."""
    return tuple(
        Rotation(name, draw(CODES_IN_TURN), first + timedelta(draw(between(-9, 3)))) for name in ROTATION_NAMES
    )


@cache
def turns_of(ids: tuple[str, ...], first: date) -> st.SearchStrategy[set[TurnHad]]:
    """Draw who had which turns in the days before, and which holidays a year before."""
    words = st.sampled_from(("call", "Eve", "Day"))
    before = st.sampled_from((1, 5, 12, 364, 366)).map(lambda days: first - timedelta(days))
    return st.sets(st.builds(TurnHad, before, words, st.sampled_from((*ids, "old"))), max_size=4)


def ledger_of(draw: st.DrawFn, ids: Sequence[str], first: date) -> Ledger:
    """Return what some people, one of whom has left, bore in up to two weeks before a day."""
    weeks = draw(between(0, 2))
    return tuple(
        LedgerRow(
            who, first - timedelta(7 * week), first - timedelta(7 * week - 6), pick(draw, (1.0, 0.6)),
            draw(between(0, 7)), *(draw(between(0, 5)) for _ in BURDENS),
        )
        for week in range(weeks, 0, -1)
        for who in (*ids, "old")
        if draw(YES_OR_NO)
    )  # fmt: skip


def somebody(draw: st.DrawFn, who: str, ids: Sequence[str], last: date) -> Staff:
    """Return a person, perhaps a novice, an orientee, someone part-time, or someone who leaves in the middle."""
    others = [other for other in ids if other != who]
    rotation = pick(draw, ("", *ROTATION_NAMES))
    return Staff(
        who,
        who.title(),
        "RN",
        pick(draw, (("RN",), ("RN", "Charge"), ("CNA",), ("Orientee",))),
        pick(draw, (1.0, 0.6, 0.0)),
        pick(draw, (*Employment,)),
        pick(draw, ((), ("D", "N"), ("N",))),
        pick(draw, ({}, {"ACLS": None, "charge course": None}, {"ACLS": last - timedelta(days=2)})),
        pick(draw, (3, 24, 90)),
        leaves=pick(draw, (None, last - timedelta(days=1))),
        pay_class=pick(draw, ("low", "high", "")),
        preceptors=tuple(others) if others and draw(YES_OR_NO) else (),
        rotation=rotation,
        rotation_day_one=pick(draw, (None, last - timedelta(days=3))) if rotation else None,
    )


def _need(when: When, shift: str, role: str, least: int, more: int, spare: int) -> Need:
    return Need(when, shift, role, least, least + more, least + more + spare)


def _request(who: str, wish: Wish, first: object, length: int, shift: str, weight: int, approved: bool) -> Request:
    approved = approved and wish is Wish.OFF
    return Request(who, wish, first, first + timedelta(days=length), shift, weight, approved)


@st.composite
def plans(draw: st.DrawFn, unit: Unit) -> Plan:
    """Return a plan with at most two duties a day for anyone, mostly fewer, whatever the rules say of it."""
    return plan_of(draw, unit)


def plan_of(draw: st.DrawFn, unit: Unit) -> Plan:
    """Return such a plan as a part of what is drawn."""
    pairs = set()
    for (who, day), cell in sorted(unit.cells.items()):
        if day >= unit.calendar.first and who not in unit.walkers:
            pairs |= {pick(draw, cell) for _ in range(pick(draw, (0, 1, 1, 1, 2)))}
    return frozenset(pairs)
