"""Who of the pool floats where next: to each unit that is short, by turn, with the rules of both units and the pool."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.hospital.house_known import HouseKnown, KnownMember, in_pool
from optimizer.scenarios.replan.today import ShiftAhead
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.names import SIGN, is_guest
from optimizer.staffing.need.cover import CoverLevel, NeedCover
from optimizer.summary.schedule.effect import effect

TURN = "float"
"""What the pool's turn list of floating is called, whatever the capitals."""


@dataclass(frozen=True, slots=True)
class ShortShift:
    """A need of a unit that is below its target."""

    code: str
    ahead: ShiftAhead
    role: str
    cover: NeedCover

    @property
    def duty(self) -> Duty:
        """Return the duty that somebody is missing on."""
        return Duty(self.ahead.day, self.ahead.label, self.role)


@dataclass(frozen=True, slots=True)
class FloatOffer:
    """Somebody of the pool who could go to a short shift; ``frm`` is the unit that can spare them, None if free.

    ``last`` is when they had the turn of floating last. ``breaks`` are sentences for every must that it breaks in
    either unit or in the pool, ``new`` for all that gets worse.
    """

    who: str
    name: str
    to: str
    plus: Pair
    frm: str | None
    minus: Pair | None
    last: date | None
    breaks: tuple[str, ...]
    new: tuple[str, ...]


def short_shifts_in(house: HouseKnown, now: datetime) -> list[ShortShift]:
    """Return what is short in all units in the next 72 hours, the soonest first, then what lacks its minimum."""
    found = [
        ShortShift(code, ahead, demand.need.role, cover)
        for code, known in house.units.items() for ahead in known.ahead(now) for demand, cover in ahead.open
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.ahead.begins, -each.cover.missing(CoverLevel.MINIMUM), each.code))


def floats_to(house: HouseKnown, short: ShortShift, now: datetime) -> list[FloatOffer]:
    """Return who of the pool could go there, whose turn is next first; behind them who would break a must."""
    turns = _turns(house, now.date())
    offers = [_offer(house, short, turns, *way) for way in _ways(house, short)]
    return sorted(offers, key=lambda each: (bool(each.breaks), each.last or date.min, len(each.new), each.who))


def spare_in(known: KnownMember, duty: Duty) -> bool:
    """Tell whether a unit has more than its target on a duty."""
    there = sum(pair.what == duty for pair in known.plan)
    needs = [need for day, need in known.member.unit.fillable if (day, need.shift, need.role) == duty]
    return bool(needs) and there > max(need.target for need in needs)


def _ways(house: HouseKnown, short: ShortShift) -> Iterator[tuple[Pair, str | None, Pair | None]]:
    """Yield who is oriented to the unit and free that day, or on the same shift of a unit that can spare them."""
    unit = house.units[short.code].member.unit
    for staff in unit.staff:
        pair = Pair(staff.id, short.duty)
        if not (is_guest(staff.id) and staff.employed(short.duty.day) and pair in unit.offered):
            continue
        has = house.has.get((staff.id.partition(SIGN)[2], short.duty.day), ())
        if not has:
            yield pair, None, None
        for duty in has[: len(has) == 1]:
            code, _, shift = duty.shift.partition(SIGN)
            there = duty._replace(shift=shift)
            if code != short.code and _same_time(house, code, there, short) and spare_in(house.units[code], there):
                yield pair, code, Pair(staff.id, there)


def _same_time(house: HouseKnown, code: str, duty: Duty, short: ShortShift) -> bool:
    """Tell whether a shift of another unit is at the time of the one that is short, to the minute."""
    if code not in house.units:
        return False
    shifts = house.units[code].member.unit.shift_by_code, house.units[short.code].member.unit.shift_by_code
    one, other = shifts[0].get(duty.shift), shifts[1].get(short.duty.shift)
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


def _offer(
    house: HouseKnown, short: ShortShift, turns: Mapping[str, date], plus: Pair, frm: str | None, minus: Pair | None
) -> FloatOffer:
    edits = _edits(house, short.code, plus, frm, minus)
    effects = [effect(known.member.unit, known.judge, known.verdict, out, put) for known, out, put in edits]
    breaks, new = (said for each in effects for said in each.breaks), (said for each in effects for said in each.new)
    who = plus.who.partition(SIGN)[2]
    name = house.pool.member.unit.name_of(who)
    return FloatOffer(who, name, short.code, plus, frm, minus, turns.get(who), tuple(breaks), tuple(new))


def _edits(
    house: HouseKnown, to: str, plus: Pair, frm: str | None, minus: Pair | None
) -> Iterator[tuple[KnownMember, Plan, Plan]]:
    """Yield whose schedules change, what is taken out and what is put in: of both units, and of the pool."""
    taken: Plan = frozenset()
    yield house.units[to], frozenset(), frozenset({plus})
    if frm is not None and minus is not None:
        taken = frozenset({in_pool(frm, minus)})
        yield house.units[frm], frozenset({minus}), frozenset()
    yield house.pool, taken, frozenset({in_pool(to, plus)})


def _turns(house: HouseKnown, today: date) -> dict[str, date]:
    """Return when everybody of the pool floated last, by the turn list and by duties away from where they like best."""
    pool = house.pool.member.unit
    had = [(turn.who, turn.day) for turn in pool.turns if turn.what.casefold() == TURN]
    first = {each.who: each.unit for each in house.hospital.orientations if each.rank == 1}
    floated = ((who, duty) for who, duty in house.pool.plan if SIGN in duty.shift)  # the rest is leave, or a class
    had += [(who, duty.day) for who, duty in floated if duty.shift.partition(SIGN)[0] != first.get(who)]
    last: dict[str, date] = {}
    for who, day in sorted(had, key=lambda each: each[1]):
        if day <= today:
            last[who] = day
    return last
