"""Ids, given by the one writer."""

from typing import Any

from sqlalchemy import Connection, func, select


def next_id(connection: Connection, column: Any) -> int:
    """Return the id after the highest of a table."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1
