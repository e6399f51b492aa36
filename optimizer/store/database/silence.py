"""Connections to PostgreSQL that are given up once the server says nothing, whatever it was asked.

A server ends by itself what takes it too long; one that stands still ends nothing, so whoever waits has to.
"""

from time import monotonic
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from sqlalchemy import Dialect
from sqlalchemy.pool import ConnectionPoolEntry

SILENCE = 10
"""After how many seconds without a word a connection is given up: more than a server takes until it ends a request."""


class AttentiveConnection(Connection[Any]):
    """A connection that closes itself, and raises OperationalError, when it hears nothing any more."""

    def wait(self, gen: PQGen[Any], *args: Any, **kwargs: Any) -> Any:
        """Wait for what was asked, as any connection does, while there are signs of life."""
        return super().wait(self._alive(gen), *args, **kwargs)

    def _alive(self, asked: PQGen[Any]) -> PQGen[Any]:
        """Pass on what becomes ready; the driver tells several times a second that nothing has."""
        until = monotonic() + SILENCE
        ready: Any = None
        while True:
            try:
                wanted = asked.send(ready)
            except StopIteration as end:
                return end.value
            ready = yield wanted
            if ready:
                until = monotonic() + SILENCE
            elif monotonic() > until:
                self.close()
                raise OperationalError(f"it has not answered for {SILENCE} seconds")


def connect(_: Dialect, __: ConnectionPoolEntry, args: Any, named: Any) -> AttentiveConnection:
    """Make a connection in the place of the driver's own."""
    return AttentiveConnection.connect(*args, **named)
