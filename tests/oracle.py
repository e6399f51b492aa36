"""Safety rules in plain dates, written without laws, machines or the product's rules: a second opinion.

Each function returns what is wrong as (person, day) or, for coverage, (day, shift, role).
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit

AWAY = (Kind.LEAVE, Kind.BLOCKED)


def on_leave(unit: Unit, plan: Plan) -> set:
    """Return who has a duty on approved leave or on a blocked day."""
    wrong = set()
    for request in unit.requests:
        if not request.approved and request.wish != "blocked":
            continue
        for who, duty in plan:
            kind = next(s.kind for s in unit.shifts if s.code == duty.shift)
            meant = not request.shift or duty.shift in request.shift.split(" or ")
            if who == request.who and request.first <= duty.day <= request.last and kind not in AWAY and meant:
                wrong.add((who, duty.day))
    return wrong


def twice_a_day(unit: Unit, plan: Plan) -> set:
    """Return who has more than one duty on a day, whatever the contract."""
    duties = Counter((_human(unit, who), duty.day) for who, duty in plan)
    return {cell for cell, number in duties.items() if number > 1}


def tired(unit: Unit, plan: Plan, least: timedelta) -> set:
    """Return who starts work before enough rest since the last duty of an earlier day; none is rest within a day.

    What somebody is called in of a call that begins between the two is no rest.
    """
    wrong, had = set(), {}
    for who, duty in plan | unit.history:
        had.setdefault(_human(unit, who), []).append(duty)
    for person, duties in had.items():
        days = {}
        for duty in duties:
            if spells := _spell(unit, duty):
                days.setdefault(duty.day, []).extend(spells)
        calls, each = _calls(unit, duties), _called_in(unit, person)
        for (_, before), (day, spells) in pairwise(sorted(days.items())):
            left, back = max(end for _, end in before), min(spells)[0]
            called = each * sum(left <= call < back for call in calls)
            if back - left - called < least and day >= unit.calendar.first:
                wrong.add((person, day))
    return wrong


def _calls(unit: Unit, duties: list) -> list:
    """Return when somebody's calls begin."""
    starts = {shift.code: shift.start for shift in unit.shifts if shift.kind == Kind.ON_CALL}
    return [_moment(unit, duty.day, starts[duty.shift]) for duty in duties if duty.shift in starts]


def _called_in(unit: Unit, person: str) -> timedelta:
    """Return how long somebody is expected to be called in of a call."""
    contracts = [staff.pay_class for staff in unit.staff if _human(unit, staff.id) == person]
    return timedelta(minutes=max((unit.pay[c].called_in for c in contracts if c in unit.pay), default=0))


def worked_too_much(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` in some 24 hours, looked at from every full hour."""
    wrong = set()
    for person in _humans(unit):
        spells = [spell for who, duty in plan if _human(unit, who) == person for spell in _spell(unit, duty)]
        for began, _ in spells:
            for hour in range(-24, 25):
                start = began + timedelta(hours=hour)
                end = start + timedelta(hours=24)
                parts = (min(b, end) - max(a, start) for a, b in spells)
                if sum((max(part, timedelta(0)) for part in parts), timedelta(0)) > most:
                    wrong.add(person)
    return wrong


def at_a_stretch(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` without an hour off between."""
    wrong = set()
    for person in _humans(unit):
        worked, last = timedelta(0), datetime.min.replace(tzinfo=UTC)
        for began, ended in sorted(s for who, duty in plan if _human(unit, who) == person for s in _spell(unit, duty)):
            worked = ended - began + (worked if began - last < timedelta(hours=1) else timedelta(0))
            last = ended
            if worked > most:
                wrong.add((person, _day(unit, began)))
    return wrong


def weeks_too_long(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` in a week that starts at a weekday and an hour of the clock."""
    wrong, calendar = set(), unit.calendar
    monday = calendar.first - timedelta(days=calendar.first.weekday() + 14)
    for person in _humans(unit):
        spells = [spell for who, duty in plan if _human(unit, who) == person for spell in _spell(unit, duty)]
        for week in range(6):
            day = monday + timedelta(days=7 * week + calendar.week_start)
            start, end = (_moment(unit, day + timedelta(days=n), calendar.week_minute) for n in (0, 7))
            parts = (min(b, end) - max(a, start) for a, b in spells)
            if sum((max(part, timedelta(0)) for part in parts), timedelta(0)) > most:
                wrong.add(person)
    return wrong


def too_many_days(unit: Unit, plan: Plan, most: int) -> set:
    """Return who works on a day after at least ``most`` days of work without a break."""
    wrong = set()
    for person in _humans(unit):
        days = {duty.day for who, duty in plan | unit.history if _human(unit, who) == person and _spell(unit, duty)}
        for day in days:
            before = all(day - timedelta(days=n) in days for n in range(1, most + 1))
            if before and day >= unit.calendar.first:
                wrong.add((person, day))
    return wrong


def uncovered(unit: Unit, plan: Plan) -> set:
    """Return the needs on their days that have fewer people than the minimum."""
    wrong = set()
    day = unit.calendar.first
    while day <= unit.calendar.last:
        for key, need in _needs_on(unit, day).items():
            people = {
                who for who, duty in plan | unit.history if duty.role == need.role and _fills(unit, duty, day, need)
            }
            if len(people) < need.minimum:
                wrong.add((day, *key))
        day += timedelta(days=1)
    return wrong


def _human(unit: Unit, who: str) -> str:
    """Return who is behind a row of the staff: one row, or both rows of one human being."""
    first = next(person.same_as or who for person in unit.staff if person.id == who)
    return " and ".join(person.id for person in unit.staff if first in (person.id, person.same_as))


def _humans(unit: Unit) -> set:
    return {_human(unit, person.id) for person in unit.staff}


def _needs_on(unit: Unit, day) -> dict:
    chosen = {}
    for rank in range(4):
        for need in unit.needs:
            when = need.when
            own = 3 if when.day else 2 if when.holidays else 1 if when.weekdays else 0
            there = (
                when.day == day if when.day
                else day in unit.calendar.holidays if when.holidays
                else day.weekday() in when.weekdays if when.weekdays
                else True
            )  # fmt: skip
            if own == rank and there:
                chosen[need.shift, need.role] = need
    return chosen


def _fills(unit: Unit, duty, day, need) -> bool:
    shift = next(s for s in unit.shifts if s.code == duty.shift)
    if need.shift == shift.code:
        return duty.day == day
    if "-" not in need.shift or shift.kind != Kind.WORK:
        return False
    start, end = (datetime.combine(day, datetime.strptime(part, "%H:%M").time()) for part in need.shift.split("-"))
    end += timedelta(days=1) if end <= start else timedelta(0)
    midnight = datetime.combine(duty.day, datetime.min.time())
    there = [
        (midnight + timedelta(minutes=began), midnight + timedelta(minutes=ended)) for began, ended in _parts(shift)
    ]
    return any(began <= start and end <= ended for began, ended in there)


def _spell(unit: Unit, duty) -> list:
    """Return from when to when a duty is work; nothing for leave and on call."""
    shift = next(s for s in unit.shifts if s.code == duty.shift)
    if shift.kind in (*AWAY, Kind.ON_CALL):
        return []
    return [(_moment(unit, duty.day, start), _moment(unit, duty.day, end)) for start, end in _parts(shift)]


def _parts(shift) -> list:
    return [*(shift.parts or [(shift.start, shift.end)])]


def twice_at_once(unit: Unit, plan: Plan) -> set:
    """Return who has two duties of one day that overlap; leave for a day holds nobody, for some hours of it it does."""
    wrong = set()
    for (who, one), (other_who, other) in combinations(sorted(plan), 2):
        if (_human(unit, who), one.day) == (_human(unit, other_who), other.day):
            held = [_held(unit, duty) for duty in (one, other)]
            if any(a < d and c < b for a, b in held[0] for c, d in held[1]):
                wrong.add((_human(unit, who), one.day))
    return wrong


def _held(unit: Unit, duty) -> list:
    """Return from when to when a duty, on call or some hours of leave hold somebody, in minutes of its day."""
    shift = next(s for s in unit.shifts if s.code == duty.shift)
    whole_day_off = shift.kind == Kind.BLOCKED or (shift.kind == Kind.LEAVE and not 0 < shift.paid <= 6 * 60)
    return [] if whole_day_off else _parts(shift)


def not_qualified(unit: Unit, plan: Plan) -> set:
    """Return who has a duty in a role without a credential that it takes, valid on the day."""
    wrong = set()
    for who, duty in plan:
        person = next(p for p in unit.staff if p.id == who)
        for role in unit.roles:
            lacks = [name for name in role.requires if not _valid(person, name, duty.day)]
            if role.name == duty.role and lacks:
                wrong.add((who, duty.day))
    return wrong


def _valid(person, name: str, day) -> bool:
    return name in person.credentials and (person.credentials[name] is None or day <= person.credentials[name])


def too_many_nights(unit: Unit, plan: Plan, most: int) -> set:
    """Return who works a night after at least ``most`` nights without a day between."""
    nights = {s.code for s in unit.shifts if s.part == "night" and s.kind not in (*AWAY, Kind.ON_CALL)}
    worked = {(_human(unit, who), duty.day) for who, duty in plan | unit.history if duty.shift in nights}
    return {
        (who, day)
        for who, day in worked
        if day >= unit.calendar.first and all((who, day - timedelta(days=n)) in worked for n in range(1, most + 1))
    }


def not_recovered(unit: Unit, plan: Plan, least: timedelta, most: int) -> set:
    """Return who works too soon after ``most`` nights in a row or more; a night the day after goes on with them."""
    wrong = set()
    nights = {s.code for s in unit.shifts if s.part == "night"}
    for person in _humans(unit):
        days, row, last = _worked_days(unit, plan, person), 0, None
        for day, duties in sorted(days.items()):
            spells = [spell for duty in duties for spell in _spell(unit, duty)]
            night = any(duty.shift in nights for duty in duties)
            goes_on = night and row and last[0] == day - timedelta(days=1)
            if row >= most and not goes_on and min(spells)[0] - last[1] < least and day >= unit.calendar.first:
                wrong.add((person, day))
            row = (row if goes_on else 0) + 1 if night else 0
            last = day, max(end for _, end in spells)
    return wrong


def _worked_days(unit: Unit, plan: Plan, person: str) -> dict:
    days = {}
    for who, duty in plan | unit.history:
        if _human(unit, who) == person and _spell(unit, duty):
            days.setdefault(duty.day, []).append(duty)
    return days


def weeks_without_rest(unit: Unit, plan: Plan, least: timedelta, *, within: bool) -> set:
    """Return who has a whole week that no long enough rest touches, or within which none lies.

    The first known week is not held, nor one that the plan does not close. Clocks are taken not to change.
    """
    wrong, calendar = set(), unit.calendar
    known = unit.history_from or calendar.first
    start = known + timedelta(days=(calendar.week_start - known.weekday()) % 7 or 7)
    never, ever = (datetime.combine(known + timedelta(days=n), datetime.min.time(), UTC) for n in (-99, 999))
    for person in _humans(unit):
        spells = sorted(
            spell for duties in _worked_days(unit, plan, person).values() for d in duties for spell in _spell(unit, d)
        )
        rests = [(a, b) for (_, a), (b, _) in pairwise([(never, never), *spells, (ever, ever)]) if b - a >= least]
        for week in (start + timedelta(days=7 * n) for n in range((calendar.last - start).days // 7 + 1)):
            begins, ends = (datetime.combine(week + timedelta(days=n), datetime.min.time(), UTC) for n in (0, 7))
            there = [min(b, ends) - max(a, begins) for a, b in rests]
            closed = week + timedelta(days=6) <= calendar.last
            if closed and not any(part >= (least if within else timedelta(minutes=1)) for part in there):
                wrong.add(person)
    return wrong


def _moment(unit: Unit, day, minute: int) -> datetime:
    """Return the moment at which the wall shows a time, whatever clocks did before."""
    midnight = datetime.combine(day, datetime.min.time(), _zone(unit))
    return (midnight + timedelta(minutes=minute)).astimezone(UTC)


def _day(unit: Unit, moment: datetime):
    return moment.astimezone(_zone(unit)).date()


def _zone(unit: Unit) -> ZoneInfo:
    return ZoneInfo(unit.calendar.time_zone or "UTC")
