"""Brings the tables to a version: from nothing, or from any older one."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from optimizer.store.audit.changes import Changes
from optimizer.store.audit.notes import guarded
from optimizer.store.audit.sealing import KEYS, new_salt, salt_of
from optimizer.store.database.connection import Database
from optimizer.store.database.raw import raw_rows
from optimizer.store.database.tables import SALT
from optimizer.store.errors import StoreError
from optimizer.store.roles import Actor, Permission, check

MIGRATIONS = Path(__file__).parent / "migrations"


@guarded
def upgrade(database: Database, actor: Actor) -> tuple[str | None, str]:
    """Bring the tables to the newest version and return the version before (None: there were no tables) and after."""
    check(actor, Permission.MAINTAIN)
    with database.writing() as connection:
        before, newest = revision_of(connection), newest_revision()
        bring_up(connection, actor)
    return before, newest


def bring_up(connection: Connection, actor: Actor) -> None:
    """Bring the tables to the newest version and tell the audit, unless they are of it.

    What stands in tables from before rows were sealed is sealed as it is found; verifying still heeds what the audit
    told of it then.
    """
    before, newest = revision_of(connection), newest_revision()
    migrate(connection, newest)
    if before == newest:
        return
    changes = _sealed(connection) if salt_of(connection) == "" else Changes(connection)
    changes.tell(actor, "upgrade", "database", {"before": before, "after": newest})


def require_newest(database: Database) -> Database:
    """Return a store whose tables are of the newest version, and refuse any other."""
    with database.reading() as connection:
        found = revision_of(connection)
    if found is None:
        raise StoreError("The database is empty; make its tables with: optimizer db init.")
    if found != newest_revision():
        raise StoreError(f"The database is of version {found}, not {newest_revision()}; run: optimizer db upgrade.")
    return database


def revision_of(connection: Connection) -> str | None:
    """Return the version of the tables, None when there are none."""
    try:
        return MigrationContext.configure(connection).get_current_revision()
    except CommandError as error:
        raise StoreError("The database says that its tables are of more than one version.") from error


@cache
def newest_revision() -> str:
    """Return the version that this program works with."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


@cache
def known_revisions() -> frozenset[str]:
    """Return every version that this program can bring up."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def migrate(connection: Connection, revision: str) -> None:
    """Bring the tables to a version, in the transaction of the connection."""
    before = revision_of(connection)
    for wanted in (revision, before):
        if wanted is not None and wanted not in known_revisions():
            raise StoreError(f"Version {wanted} of the tables is newer than this program; update the program.")
    if before == revision:
        return
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _sealed(connection: Connection) -> Changes:
    """Draw a salt and seal every row that there is."""
    connection.execute(SALT.insert().values(**new_salt()))
    changes = Changes(connection)
    for table in KEYS:
        for row in raw_rows(connection, table):
            changes.seal(table, row)
    return changes


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
