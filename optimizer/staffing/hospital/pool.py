"""The float pool as a unit of its own, whose shifts are those of the units that it serves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.rates import Premium
from optimizer.staffing.facts.shift import Duty, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.hospital.hospital import POOL, Hospital, Orientation
from optimizer.staffing.hospital.names import SIGN, Names, is_guest, throughout


@dataclass(frozen=True)
class Pool(Unit):
    """A unit without needs of its own: ``reach`` are the duties its people can have elsewhere, ``wanted`` those needed.

    ``orientations`` say where each of them may work. Leave and classes are the pool's own.
    """

    orientations: tuple[Orientation, ...] = ()
    reach: tuple[Pair, ...] = ()
    wanted: Plan = frozenset()

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Return every duty in another unit, and what is only ever entered by hand."""
        entered = [shift.code for shift in self.shifts if not shift.staffs]
        return (
            *self.reach,
            *(Pair(s.id, Duty(day, code)) for s in self.staff for day in self.days for code in entered),
        )

    @cached_property
    def offered(self) -> Plan:
        """Return the duties that a unit needs, outside closed cells."""
        return frozenset(pair for pair in self.wanted if (pair.who, pair.what.day) not in self.closed)


def pool_of(hospital: Hospital, units: Mapping[str, Unit]) -> Pool:
    """Return the pool of a hospital; ``units`` are its units by code, each with its guests."""
    pool = hospital.pool.unit
    facts = {name: getattr(pool, name) for name in Unit.__dataclass_fields__}
    own = {
        "shifts": (*pool.shifts, *_shifts(units)),
        "roles": _roles(pool, units),
        "staff": tuple(_allowed(staff, units) for staff in pool.staff),
        "premiums": (*pool.premiums, *_premiums(pool, units)),
        "needs": (),
        "skill_needs": (),
        "care": None,
    }
    reach = [pair for code, unit in units.items() for pair in _of_guests(code, unit.pairs)]
    wanted = frozenset(pair for code, unit in units.items() for pair in _of_guests(code, unit.offered))
    return Pool(**{**facts, **own}, orientations=hospital.orientations, reach=tuple(sorted(reach)), wanted=wanted)


def _of_guests(code: str, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the duties of guests in a unit as the pool says them; leave is entered in the pool."""
    guests = frozenset(Names(code).pair(pair) for pair in pairs if is_guest(pair.who) and pair.what.role)
    yield from Names(POOL).own(guests)


def _shifts(units: Mapping[str, Unit]) -> Iterator[Shift]:
    """Yield the shifts of every unit in which somebody can be a guest."""
    for code, unit in units.items():
        shifts = (shift for shift in unit.shifts if shift.staffs)
        yield from (replace(shift, code=throughout(code, shift.code)) for shift in shifts)


def _roles(pool: Unit, units: Mapping[str, Unit]) -> tuple[DutyRole, ...]:
    """Return the roles of the pool and of the units; what a unit asks of who fills one, its own rules look at."""
    others = (DutyRole(role.name) for unit in units.values() for role in unit.roles)
    return (*pool.roles, *{role.name: role for role in others if role.name not in pool.role_by_name}.values())


def _premiums(pool: Unit, units: Mapping[str, Unit]) -> Iterator[Premium]:
    """Yield what is paid for a shift's code for the shifts of units with it, unless it is their part of the day."""
    for shift in _shifts(units):
        code = shift.code.partition(SIGN)[2]
        yield from (replace(p, on=shift.code) for p in pool.premiums if p.on == code and code not in shift.tags)


def _allowed(staff: Staff, units: Mapping[str, Unit]) -> Staff:
    """Return somebody whose contract for some of the pool's shifts is one for those of the units with these codes."""
    if not staff.shifts:
        return staff
    there = (
        throughout(code, shift) for code, unit in units.items() for shift in unit.shift_by_code if shift in staff.shifts
    )
    return replace(staff, shifts=(*staff.shifts, *there))
