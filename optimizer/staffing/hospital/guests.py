"""A unit with the people of the pool who may work in it: each stands in a row of its staff, as a guest."""

from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.hospital.hospital import POOL, Hospital, Member, Orientation
from optimizer.staffing.hospital.names import throughout

GUEST = "Float"
"""The group of all guests, by which a unit's rules can speak of them."""


def with_guests(hospital: Hospital, member: Member) -> Unit:
    """Return a unit with a row for everyone of the pool who may work in it and can fill a role there."""
    people = hospital.pool.unit.people
    rows = (_guest(people[each.who], member.unit, each) for each in hospital.oriented(member.code))
    return replace(member.unit, staff=(*member.unit.staff, *(row for row in rows if row.roles)))


def _guest(staff: Staff, unit: Unit, orientation: Orientation) -> Staff:
    """Return somebody's row in a unit, which owes them no hours and pays nothing: their pool does."""
    return Staff(
        throughout(POOL, staff.id),
        staff.name,
        staff.job,
        tuple(role for role in staff.roles if role in unit.role_by_name),
        fte=0.0,
        employment=Employment.PER_DIEM,
        credentials=staff.credentials,
        experience=staff.experience,
        started=_later(staff.started, orientation.since),
        leaves=staff.leaves,
        groups=(*staff.groups, GUEST),
    )


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)
