"""Plans of whole hospitals: who has which duty in which unit, and what is told of them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from optimizer.planning.pair import Plan
from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.canonical import now, read_plan, written
from optimizer.store.database.connection import Database
from optimizer.store.database.tables import HOSPITAL_PLAN
from optimizer.store.errors import MissingError
from optimizer.store.hospital.hospitals import require_hospital
from optimizer.store.roles import Actor, Permission, check


@dataclass(frozen=True, slots=True)
class KeptHospitalPlan:
    """What is told of a plan at a budget in cents, None without one.

    ``report`` has sums, whom of the pool each unit gets on which day, by id, and nobody's pay.
    """

    number: int
    at: str
    who: str
    budget: int | None
    report: str


@guarded
def keep_hospital_plan(
    database: Database, actor: Actor, hospital: int, budget: int | None, plan: Plan, report: str
) -> int:
    """Keep a plan of a hospital and return its number, which counts from 1."""
    check(actor, Permission.PLAN_HOSPITAL)
    with database.writing() as connection:
        require_hospital(connection, hospital)
        last = connection.execute(select(func.max(HOSPITAL_PLAN.c.number)).where(_of(hospital))).scalar()
        key = {"hospital": hospital, "number": int(last or 0) + 1}
        row = {**key, "at": now(), "who": actor.id, "budget_cents": budget, "plan": written(plan), "report": report}
        changes = Changes(connection)
        changes.add(HOSPITAL_PLAN, row)
        changes.tell(actor, "plan hospital", f"hospital {hospital}", {"plan": key["number"]})
    return key["number"]


@guarded
def hospital_plans(database: Database, actor: Actor, hospital: int) -> tuple[KeptHospitalPlan, ...]:
    """Return what is told of the plans of a hospital, the oldest first."""
    check(actor, Permission.PLAN_HOSPITAL)
    columns = [HOSPITAL_PLAN.c[name] for name in ("number", "at", "who", "budget_cents", "report")]
    with database.reading() as connection:
        require_hospital(connection, hospital)
        rows = connection.execute(select(*columns).where(_of(hospital)).order_by(HOSPITAL_PLAN.c.number)).all()
    return tuple(KeptHospitalPlan(*row) for row in rows)


@guarded
def hospital_plan(database: Database, actor: Actor, hospital: int, number: int) -> Plan:
    """Return who has which duty in a plan of a hospital, by names throughout the hospital."""
    check(actor, Permission.PLAN_HOSPITAL, Permission.READ_DRAFTS)
    with database.reading() as connection:
        wanted = select(HOSPITAL_PLAN.c.plan).where(_of(hospital), HOSPITAL_PLAN.c.number == number)
        found = connection.execute(wanted).scalar()
    if found is None:
        raise MissingError(f"There is no plan {number} of hospital {hospital}.")
    return read_plan(found)


def _of(hospital: int) -> ColumnElement[bool]:
    return HOSPITAL_PLAN.c.hospital == hospital
