"""The searches that were made for a draft: what they began with and how far they came."""

from dataclasses import asdict, dataclass

from sqlalchemy import select

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.database.connection import Database
from optimizer.store.database.ids import next_id
from optimizer.store.database.tables import EDIT, RUN
from optimizer.store.errors import MissingError
from optimizer.store.kinds import check_editing, check_reading
from optimizer.store.roles import Actor


@dataclass(frozen=True, slots=True)
class KeptRun:
    """One search from a version of a draft; ``cost_cents`` is None when it found no plan."""

    draft: int
    version: int
    seed: int
    engine: str
    status: str
    bound_cents: int
    cost_cents: int | None
    milliseconds: int


@guarded
def keep_run(database: Database, actor: Actor, run: KeptRun) -> int:
    """Keep a search and return its id."""
    begun = select(EDIT.c.version).where(EDIT.c.draft == run.draft, EDIT.c.version == run.version)
    with database.writing() as connection:
        check_editing(connection, actor, run.draft)
        if connection.execute(begun).scalar() is None:
            raise MissingError(f"There is no version {run.version} of a draft {run.draft}.")
        number = next_id(connection, RUN.c.id)
        changes = Changes(connection)
        changes.add(RUN, {"id": number, **asdict(run)})
        changes.tell(actor, "run", f"draft {run.draft}", {"version": run.version, "run": number})
    return number


@guarded
def runs_of(database: Database, actor: Actor, draft: int) -> tuple[KeptRun, ...]:
    """Return the searches that were made for a draft, the oldest first."""
    wanted = (
        select(*(RUN.c[name] for name in KeptRun.__dataclass_fields__)).where(RUN.c.draft == draft).order_by(RUN.c.id)
    )
    with database.reading() as connection:
        check_reading(connection, actor, draft)
        return tuple(KeptRun(**row) for row in connection.execute(wanted).mappings())
