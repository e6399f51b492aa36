"""Random small units, policies and plans for Hypothesis, in which any law can meet any other."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy, Ruling
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
from optimizer.staffing.facts.weekend import SAT_SUN
from optimizer.staffing.policy import RULES
from optimizer.staffing.rules import charged
from optimizer.staffing.rules.border import BORDERS
from optimizer.staffing.rules.excused import WAYS
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.hours_in_period import PARTS
from optimizer.staffing.rules.rule import UnitRule
from optimizer.staffing.rules.sequence.follow_rotation import WAYS as FOLLOWED
from optimizer.staffing.rules.sequence.follow_rotation import FollowRotation
from optimizer.staffing.rules.sequence.succession import ForbiddenSuccession
from optimizer.staffing.rules.sequence.unwanted_pattern import UnwantedPattern
from optimizer.staffing.rules.sequence.wanted_pattern import WantedPattern
from optimizer.staffing.rules.weekends.counted import COUNTED
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from optimizer.staffing.rules.who.no_overlap import NoOverlap
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.rules.wishes.fair_share import BURDENS, FairShare
from optimizer.staffing.rules.wishes.holiday_turns import WAYS as IN_PAIRS
from optimizer.staffing.rules.wishes.holiday_turns import HolidayTurns
from optimizer.staffing.rules.wishes.ties import TOGETHER
from tests.draw import BLOCKED, MONDAY, ROLES, SHIFTS

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
LIMITS = {
    "hours": (0, 30 * 60),
    "days": (1, 4),
    "weekends": (0, 2),
    "dollars": (0, 3_000_00),
    "percent": (0, 100),
    "times": (0, 2),
}

SETTINGS = {
    "border": BORDERS, "weekend": (SAT_SUN, "Fri-Sun", "Sat-Mon"), "counted": COUNTED, "parts": PARTS,
    "shifts": ((), ("night",), ("D", "E")), "span": ("period", "week", "2 weeks", "3 days"), "leave": (0, 456),
    "leave_is": WAYS, "charged": charged.WAYS, "eve": ((), ("night",)), "when": TOGETHER, "begins": ((), ("Sat",)),
    "days": ((), ("Sat", "holidays"), ("2026-06-03 to 2026-06-06",)), "lengths": (("2",), ("1", "3"), ("0",)),
}  # fmt: skip
"""What any rule with a setting of the name may have there."""
PATTERNS = (("night", "off", "day"), ("D", "D"), ("Sat any", "off", "N"), ("N or D", "anything", "not N"))
OWN = {
    FairShare: {"burden": (*BURDENS, "call", "C", "Charge"), "back": (0, 1, 2)},
    FollowRotation: {"days_off": FOLLOWED},
    HolidayTurns: {"pair": IN_PAIRS},
    ForbiddenSuccession: {"pairs": (("night>day",), ("N>D", "E>D"), ("D>D",))},
    UnwantedPattern: {"pattern": PATTERNS},
    WantedPattern: {"pattern": PATTERNS},
    MostWeekends: {"weekends": (0, 2)},
}

SHIFTS_IN_TURN = (
    *(replace(shift, turn="call" if shift.code == "C" else "") for shift in SHIFTS),
    BLOCKED,
    *MORE_SHIFTS,
)
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


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """Return a unit of one to three people, two of whom may be one, and three to nine days, with all that they have."""
    first = draw(st.sampled_from(MONDAYS)) + timedelta(days=draw(st.integers(0, 6)))
    length, before = draw(st.integers(3, 9)), draw(st.integers(0, 4))
    days = [first + timedelta(days=n) for n in range(length)]
    calendar = Calendar(
        first,
        days[-1],
        time_zone=draw(st.sampled_from(("", "America/New_York", "Europe/Berlin"))),
        week_minute=draw(st.sampled_from((None, None, 0, 7 * 60))),
        pay_cycle=draw(st.sampled_from((PayCycle.DAYS, *PayCycle))),
        full_time_weekday=draw(st.sampled_from((None, 8 * 60))),
        premiums_by_clock=draw(st.booleans()),
        week_start=draw(st.integers(0, 6)),
        pay_period_start=first - timedelta(days=draw(st.integers(0, 6))),
        pay_period_days=7,
        full_time=40 * 60,
        overtime_after=draw(st.sampled_from((16 * 60, 40 * 60))),
        night_weekend_shift=draw(st.sampled_from((0, -1, 1))),
        holidays=(holidays := draw(st.dictionaries(st.sampled_from(days), HOLIDAY_NAMES, max_size=2))),
        holiday_pairs=dict.fromkeys(holidays, "Feast") if draw(st.booleans()) else {},
    )
    ids = ["ann", "bob", "cas"][: draw(st.integers(1, 3))]
    staff = tuple(draw(people(who, ids, days[-1])) for who in ids)
    if len(ids) > 1 and draw(st.booleans()):
        staff = (*staff[:-1], replace(staff[-1], same_as=ids[0]))
    past = [first - timedelta(days=n) for n in range(before, 0, -1)]
    history = frozenset(
        Pair(person.id, Duty(day, code, person.roles[0] if code in CODES else ""))
        for person in staff
        for day in past
        if (code := draw(st.sampled_from((*CODES, "S", "", ""))))
    )
    when = st.one_of(
        st.just(When()),
        st.builds(When, weekdays=st.frozensets(st.integers(0, 6), min_size=1)),
        st.just(When(holidays=True)),
        st.builds(When, day=st.sampled_from(days)),
    )
    needs = draw(st.lists(st.builds(_need, when, st.sampled_from(LABELS), st.sampled_from(("RN", "Charge", "CNA")),
                                    st.integers(0, 1), st.integers(0, 1), st.integers(0, 1)), max_size=4))  # fmt: skip
    skills = draw(
        st.lists(
            st.builds(
                SkillNeed,
                when,
                st.sampled_from(LABELS),
                st.just("ACLS"),
                st.just(1),
                st.sampled_from((None, 2)),
                st.sampled_from((None, 1)),
            ),
            max_size=2,
        )
    )
    requests = draw(st.lists(st.builds(_request, st.sampled_from(ids), st.sampled_from(Wish), st.sampled_from(days),
                                       st.integers(0, 2), st.sampled_from(("", "E or N", *CODES)), st.integers(1, 3),
                                       st.booleans()), max_size=4))  # fmt: skip
    bond = st.builds(Tie, st.just(ids[0]), st.just(ids[-1]), st.sampled_from(Bond))
    ties = draw(st.lists(bond, max_size=2)) if len(ids) > 1 else []
    unit = Unit(
        "Random", calendar, SHIFTS_IN_TURN, ROLES, staff, tuple(needs), tuple(skills), tuple(requests), tuple(ties),
        history=history, history_from=past[0] if past else None,
        pay={"low": draw(PAY), "high": PayClass(45_01)}, premiums=draw(PREMIUMS), ledger=draw(ledgers(ids, first)),
        rotations=draw(rotations(first)), turns=draw(turns(ids, first)),
    )  # fmt: skip
    given = draw(plans(unit)) if draw(st.booleans()) else frozenset()
    return Unit(**{**{name: getattr(unit, name) for name in unit.__dataclass_fields__}, "given": given})


@st.composite
def rotations(draw: st.DrawFn, first: date) -> tuple[Rotation, ...]:
    """Return two rotations of some days each, of which one may begin in the middle of the plan."""
    codes = st.lists(st.sampled_from((*CODES, "C", "", "")), min_size=1, max_size=5).map(tuple)
    return tuple(Rotation(name, draw(codes), first + timedelta(draw(st.integers(-9, 3)))) for name in ROTATION_NAMES)


@st.composite
def turns(draw: st.DrawFn, ids: list[str], first: date) -> tuple[TurnHad, ...]:
    """Return who had which turns in the days before, and which holidays a year before."""
    words = st.sampled_from(("call", "Eve", "Day"))
    before = st.sampled_from((1, 5, 12, 364, 366)).map(lambda days: first - timedelta(days))
    return tuple(sorted(draw(st.sets(st.builds(TurnHad, before, words, st.sampled_from((*ids, "old"))), max_size=4))))


@st.composite
def ledgers(draw: st.DrawFn, ids: list[str], first: date) -> Ledger:
    """Return what some people, one of whom has left, bore in up to two weeks before a day."""
    weeks = draw(st.integers(0, 2))
    return tuple(
        LedgerRow(
            who, first - timedelta(7 * week), first - timedelta(7 * week - 6), draw(st.sampled_from((1.0, 0.6))),
            draw(st.integers(0, 7)), *(draw(st.integers(0, 5)) for _ in BURDENS),
        )
        for week in range(weeks, 0, -1)
        for who in (*ids, "old")
        if draw(st.booleans())
    )  # fmt: skip


@st.composite
def people(draw: st.DrawFn, who: str, ids: list[str], last: object) -> Staff:
    """Return a person, perhaps a novice, an orientee, someone part-time, or someone who leaves in the middle."""
    others = [other for other in ids if other != who]
    rotation = draw(st.sampled_from(("", *ROTATION_NAMES)))
    return Staff(
        who,
        who.title(),
        "RN",
        draw(st.sampled_from((("RN",), ("RN", "Charge"), ("CNA",), ("Orientee",)))),
        draw(st.sampled_from((1.0, 0.6, 0.0))),
        draw(st.sampled_from(Employment)),
        draw(st.sampled_from(((), ("D", "N"), ("N",)))),
        draw(st.sampled_from(({}, {"ACLS": None, "charge course": None}, {"ACLS": last - timedelta(days=2)}))),
        draw(st.sampled_from((3, 24, 90))),
        leaves=draw(st.sampled_from((None, last - timedelta(days=1)))),
        pay_class=draw(st.sampled_from(("low", "high", ""))),
        preceptors=tuple(others) if others and draw(st.booleans()) else (),
        rotation=rotation,
        rotation_day_one=draw(st.sampled_from((None, last - timedelta(days=3)))) if rotation else None,
    )


def _need(when: When, shift: str, role: str, least: int, more: int, spare: int) -> Need:
    return Need(when, shift, role, least, least + more, least + more + spare)


def _request(who: str, wish: Wish, first: object, length: int, shift: str, weight: int, approved: bool) -> Request:
    approved = approved and wish is Wish.OFF
    return Request(who, wish, first, first + timedelta(days=length), shift, weight, approved)


@st.composite
def rules(draw: st.DrawFn) -> UnitRule:
    """Return any rule with random limits."""
    cls = draw(st.sampled_from(RULES))
    known = {name: values for name, values in SETTINGS.items() if name in cls.__dataclass_fields__}
    settings = {name: draw(st.sampled_from(values)) for name, values in (known | OWN.get(cls, {})).items()}
    if cls.measure:
        low, high = LIMITS.get(cls.measure.title.split()[0], (0, 3))
        settings["limit"] = draw(st.integers(low, high))
    if cls is not Budget:
        settings["to"] = draw(st.sampled_from(((), ("ann",), ("not bob",))))
    return cls(**settings)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Return a policy with one duty a day, perhaps but for some shifts, as a must, and up to six other rules."""
    chosen = draw(st.lists(rules(), min_size=1, max_size=6))
    one_a_day = OneDutyADay(together=draw(st.sampled_from(((), (), ("D+C", "H+Q")))))
    rulings = [
        Ruling(rule, *draw(st.sampled_from(((Mode.MUST, 0), (Mode.PRICED, 100), (Mode.PRICED, 37)))))
        for rule in chosen
        if not isinstance(rule, OneDutyADay)
    ]
    several = [Ruling(NoOverlap(same_day=1))] if one_a_day.together else []
    return Policy((Ruling(one_a_day), *several, *rulings))


@st.composite
def plans(draw: st.DrawFn, unit: Unit) -> Plan:
    """Return a plan with at most two duties a day for anyone, mostly fewer, whatever the rules say of it."""
    pairs = set()
    for (who, day), cell in sorted(unit.cells.items()):
        if day >= unit.calendar.first and who not in unit.walkers:
            pairs |= {draw(st.sampled_from(cell)) for _ in range(draw(st.sampled_from((0, 1, 1, 1, 2))))}
    return frozenset(pairs)
