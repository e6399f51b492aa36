"""Who asks, and what each role may do; every public function of the store checks it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from optimizer.store.errors import ForbiddenError, StoreError


class Role(StrEnum):
    """What somebody is in the hospital, as far as schedules and caseloads go."""

    MANAGER = "manager"
    STAFFING_OFFICE = "staffing-office"
    LEADERSHIP = "leadership"
    STAFF = "staff"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """One thing that a role may do, in words that end a sentence: "may not ..."."""

    READ_PUBLISHED = "read published schedules"
    READ_LEAVE = "see why others are away"
    READ_OWN_LEDGER = "read their own ledger"
    READ_LEDGERS = "read the ledgers of others"
    READ_DRAFTS = "read drafts"
    EDIT_DRAFTS = "change drafts"
    READ_PAY = "see pay"
    READ_COSTS = "see what schedules cost in all"
    PUBLISH = "publish schedules"
    TAKE_PART = "ask for days and shifts"
    DECIDE_ASKS = "decide what staff ask for"
    READ_CASELOADS = "read caseloads"
    EDIT_CASELOADS = "change caseloads"
    READ_PATIENT_NAMES = "see single patients and their names"
    PLAN_HOSPITAL = "plan the whole hospital"
    MOVE_FLOATS = "change the float pool and who floats where"
    READ_AUDIT = "read the audit"
    MAINTAIN = "maintain the database"


OFFICE = frozenset(
    {
        Permission.READ_PUBLISHED,
        Permission.READ_LEAVE,
        Permission.READ_OWN_LEDGER,
        Permission.READ_LEDGERS,
        Permission.READ_DRAFTS,
        Permission.READ_COSTS,
        Permission.PLAN_HOSPITAL,
        Permission.MOVE_FLOATS,
    }
)
OF_ONE_UNIT = frozenset({Permission.EDIT_DRAFTS, Permission.EDIT_CASELOADS, Permission.PUBLISH, Permission.DECIDE_ASKS})
"""What somebody does to the drafts of their own units alone, where it is known which these are."""
KEPT_FROM_LEADERSHIP = frozenset(
    {
        Permission.EDIT_DRAFTS,
        Permission.MOVE_FLOATS,
        Permission.PUBLISH,
        Permission.TAKE_PART,
        Permission.DECIDE_ASKS,
        Permission.MAINTAIN,
        Permission.READ_PAY,
        Permission.EDIT_CASELOADS,
        Permission.READ_PATIENT_NAMES,
    }
)
PERMITTED: Mapping[Role, frozenset[Permission]] = {
    Role.MANAGER: frozenset(Permission),
    Role.STAFFING_OFFICE: OFFICE,
    Role.LEADERSHIP: frozenset(Permission) - KEPT_FROM_LEADERSHIP,
    Role.STAFF: frozenset({Permission.READ_PUBLISHED, Permission.READ_OWN_LEDGER, Permission.TAKE_PART}),
    Role.ADMINISTRATOR: frozenset({Permission.READ_PUBLISHED, Permission.READ_AUDIT, Permission.MAINTAIN}),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks; ``staff_id`` is theirs on the sheet Staff, None when they are on no schedule.

    ``units`` are the names of the units, or panels, that they may change; None where nobody says which, and all are.
    """

    id: str
    role: Role
    staff_id: str | None = None
    units: frozenset[str] | None = None

    def __post_init__(self) -> None:
        """Refuse an actor whom nothing could be laid to."""
        if not self.id:
            raise ValueError("An actor needs an id.")

    def manages(self, unit: str) -> bool:
        """Tell whether a unit is one of theirs to change, as far as their role lets them change any."""
        return self.units is None or unit in self.units


VARIABLE = "OPTIMIZER_ACTOR"
"""The environment variable that names who asks, as ``named`` reads it, where nobody signs in."""
LOCAL = Actor("local", Role.MANAGER)
"""Who asks when nobody is named: whoever sits at this machine."""


def named(words: str) -> Actor:
    """Return the actor that a role, a colon and an id name; staff go by their id on the sheet Staff."""
    role, _, name = words.partition(":")
    if role not in [*Role] or not name:
        raise StoreError(f"'{words}' names nobody; write a role ({', '.join(Role)}), a colon and an id.")
    return Actor(name, Role(role), name if role == Role.STAFF else None)


def check_unit(actor: Actor, unit: str) -> None:
    """Raise ForbiddenError unless a unit is one of those that somebody may change."""
    if not actor.manages(unit):
        own = ", ".join(sorted(actor.units or ())) or "no unit"
        told = f"{actor.id} manages {own}, and may not change what is of {unit}."
        raise ForbiddenError(told, "change other units")


def check(actor: Actor, *permissions: Permission) -> None:
    """Raise ForbiddenError unless the actor's role permits all of some things."""
    for permission in permissions:
        if permission not in PERMITTED[actor.role]:
            told = f"{actor.id} has the role {actor.role}, which may not {permission.value}."
            raise ForbiddenError(told, permission.value)
