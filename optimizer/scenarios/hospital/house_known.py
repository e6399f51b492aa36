"""What everybody in a hospital was told: each unit's published schedule, judged, and what the pool has in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge, Verdict
from optimizer.scenarios.replan.today import ShiftAhead, today_of
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.hospital import POOL, Hospital, Member
from optimizer.staffing.hospital.names import Names, is_guest
from optimizer.staffing.hospital.whole import laws_of, members_with_guests
from optimizer.staffing.schedule.figures import Figures


@dataclass(frozen=True)
class KnownMember:
    """A unit with its guests, or the pool, and its schedule, judged by its own rules."""

    member: Member
    judge: Judge
    verdict: Verdict

    @property
    def plan(self) -> Plan:
        """Return its schedule, as it is said in the unit."""
        return self.verdict.plan

    def ahead(self, now: datetime) -> tuple[ShiftAhead, ...]:
        """Return its shifts that run now or begin within 72 hours."""
        return today_of(Figures(self.member.unit, self.plan), None, now).shifts


@dataclass(frozen=True)
class HouseKnown:
    """The units whose schedules are published, by code, and the pool."""

    hospital: Hospital
    units: Mapping[str, KnownMember]
    pool: KnownMember

    @cached_property
    def has(self) -> Mapping[tuple[str, date], tuple[Duty, ...]]:
        """Return what everybody of the pool has on a day, by id and day, shifts as they are called in the pool."""
        found: dict[tuple[str, date], tuple[Duty, ...]] = {}
        for who, duty in sorted(self.pool.plan):
            found[who, duty.day] = (*found.get((who, duty.day), ()), duty)
        return found


def house_known(hospital: Hospital, published: Mapping[str, Plan]) -> HouseKnown:
    """Return what was told in the units, by their codes, whose schedules are ``published``.

    The pool's is what it has in them, and the leave and classes that are entered in its own.
    """
    *members, pool = members_with_guests(hospital)
    units = {each.code: _known(each, published[each.code]) for each in members if each.code in published}
    floating = frozenset(
        Names(code).pair(pair) for code, known in units.items() for pair in known.plan if is_guest(pair.who)
    )
    entered = pool.unit.entered(pool.given | pool.unit.locked)
    return HouseKnown(hospital, units, _known(pool, Names(POOL).own(floating) | entered))


def _known(member: Member, plan: Plan) -> KnownMember:
    """Return a schedule judged, without what the facts do not know any more."""
    judge = Judge(laws_of(member))
    return KnownMember(member, judge, judge.judge(plan & frozenset(member.unit.pairs)))


def in_pool(code: str, pair: Pair) -> Pair:
    """Return a guest's pair of a unit as the pool says it."""
    (found,) = Names(POOL).own(frozenset({Names(code).pair(pair)}))
    return found
