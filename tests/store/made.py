"""Databases for tests: empty ones, and copies of one that was made before, which takes a third of the time."""

import os
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

from optimizer.store.database.connection import database, url_of
from optimizer.store.database.upgrade import upgrade
from optimizer.store.roles import Actor, Role
from tests.stores import content_of

NUMBERS = count(1)
MANAGER = Actor("m1", Role.MANAGER)


def files(folder):
    """Return what makes the path of a database in a folder: one that is not there yet, or a copy of another."""

    def make(like=None):
        path = folder / f"store-{next(NUMBERS)}.db"
        if like:
            path.write_bytes(content_of(Path(like)))
        return str(path)

    return make


@contextmanager
def of_cluster(url):
    """Give what makes a database of a cluster, empty or a copy of another, and gives its address; leave them all."""
    made = []

    def leave_all():
        while made:
            leave(made.pop())

    def make(like=None):
        leave_all()
        name = f"optimizer_{os.getpid()}_{next(NUMBERS)}"
        of = f" TEMPLATE {url_of(like).database}" if like else ""
        with create_engine(url, isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}{of}"))
        made.append(url.set(database=name).render_as_string(hide_password=False))
        return made[-1]

    yield make
    leave_all()


def with_tables(address):
    """Make the tables of a database, and return its address."""
    upgrade(database(address), MANAGER)
    leave(address)
    return address


def leave(address):
    """Keep no connection to a database, of which no copy could be made as long as somebody is there."""
    database(address).engine.dispose()
