"""The two kinds of draft, a unit's schedule and a panel's caseloads, and what reading and changing each takes."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, select

from optimizer.planning.pair import Plan
from optimizer.staffing.hospital.names import is_guest
from optimizer.store.database.tables import DRAFT, UNIT
from optimizer.store.errors import StoreError
from optimizer.store.roles import PERMITTED, Actor, Permission, check, check_unit


class DraftKind(StrEnum):
    """What a draft decides."""

    SCHEDULE = "schedule"
    CASELOADS = "caseloads"


READING: Mapping[DraftKind, Permission] = {
    DraftKind.SCHEDULE: Permission.READ_DRAFTS,
    DraftKind.CASELOADS: Permission.READ_CASELOADS,
}
"""What it takes to know of a draft: that it is there, its versions and how far searches came."""
PLANS: Mapping[DraftKind, tuple[Permission, ...]] = {
    DraftKind.SCHEDULE: (Permission.READ_DRAFTS,),
    DraftKind.CASELOADS: (Permission.READ_CASELOADS, Permission.READ_PATIENT_NAMES),
}
"""What it takes to read what is in a draft: for caseloads that is who has which patient."""
EDITING: Mapping[DraftKind, Permission] = {
    DraftKind.SCHEDULE: Permission.EDIT_DRAFTS,
    DraftKind.CASELOADS: Permission.EDIT_CASELOADS,
}


def readable(actor: Actor) -> frozenset[DraftKind]:
    """Return the kinds of draft that somebody may read. Raise ForbiddenError when there is none."""
    found = frozenset(kind for kind, permission in READING.items() if permission in PERMITTED[actor.role])
    if not found:
        check(actor, Permission.READ_DRAFTS)
    return found


def check_reading(connection: Connection, actor: Actor, draft: int) -> None:
    """Raise ForbiddenError unless somebody may read a draft of its kind."""
    check(actor, READING[kind_of(connection, draft)])


def check_plan(connection: Connection, actor: Actor, draft: int) -> None:
    """Raise ForbiddenError unless somebody may read what is in a draft of its kind."""
    check(actor, *PLANS[kind_of(connection, draft)])


def check_editing(connection: Connection, actor: Actor, draft: int) -> None:
    """Raise ForbiddenError unless somebody may change a draft of its kind, and it is of a unit of theirs."""
    check(actor, EDITING[kind_of(connection, draft)])
    check_own(connection, actor, draft)


def check_own(connection: Connection, actor: Actor, draft: int) -> None:
    """Raise ForbiddenError where a draft is of a unit that is not somebody's; one that is not there is told later."""
    unit = _unit_of(connection, draft)
    if unit is not None:
        check_unit(actor, unit)


def decides_asks(connection: Connection, actor: Actor, draft: int) -> bool:
    """Tell whether somebody decides what is asked on a draft: whoever does for its unit, and no other manager."""
    unit = _unit_of(connection, draft)
    return Permission.DECIDE_ASKS in PERMITTED[actor.role] and (unit is None or actor.manages(unit))


def _unit_of(connection: Connection, draft: int) -> str | None:
    """Return the name of the unit, or panel, of a draft; None where there is no such draft."""
    wanted = select(UNIT.c.name).join(DRAFT, DRAFT.c.unit == UNIT.c.id).where(DRAFT.c.id == draft)
    return connection.execute(wanted).scalar()


def check_changing(connection: Connection, actor: Actor, draft: int, pairs: Plan) -> None:
    """Raise ForbiddenError unless somebody may change these pairs of a draft.

    Who moves floats, and edits no drafts, changes what people of the float pool have in a unit, and nobody else.
    """
    floats = {Permission.MOVE_FLOATS} == PERMITTED[actor.role] & {Permission.MOVE_FLOATS, Permission.EDIT_DRAFTS}
    if floats and all(is_guest(pair.who) for pair in pairs) and kind_of(connection, draft) is DraftKind.SCHEDULE:
        return
    check_editing(connection, actor, draft)


def require_schedule(connection: Connection, draft: int) -> None:
    """Raise StoreError when a draft is of caseloads, which have no days and are not published."""
    if kind_of(connection, draft) is not DraftKind.SCHEDULE:
        raise StoreError(f"Draft {draft} is of caseloads; only a schedule can be locked by the day and published.")


def require_caseloads(connection: Connection, draft: int) -> None:
    """Raise StoreError when a draft is a schedule, which has no patients."""
    if kind_of(connection, draft) is not DraftKind.CASELOADS:
        raise StoreError(f"Draft {draft} is a schedule; only patients of caseloads can be locked.")


def is_of_patients(connection: Connection, draft: int) -> bool:
    """Tell whether a draft says who has which patient."""
    return kind_of(connection, draft) is DraftKind.CASELOADS


def kind_of(connection: Connection, draft: int) -> DraftKind:
    """Return what a draft decides; a draft that is not there counts as a schedule, and is told to be missing later."""
    found = connection.execute(select(DRAFT.c.kind).where(DRAFT.c.id == draft)).scalar()
    return DraftKind.SCHEDULE if found is None else DraftKind(found)
