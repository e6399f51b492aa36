"""A database that takes a connection and never answers is given up, and so is one that answered and stands still."""

import os
import signal
import socket
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from optimizer.store.database.connection import database
from optimizer.store.errors import StoreError
from tests.store.made import leave


def test_a_database_that_accepts_and_does_not_answer_is_given_up_within_ten_seconds():
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()
        store = database(f"postgresql://nobody@127.0.0.1:{silent.getsockname()[1]}/none")
        with pytest.raises(StoreError), store.reading():
            pass
        assert time.monotonic() - began < 10


@pytest.fixture
def impatient(postgres, monkeypatch):
    """Return a store of a server whose processes can be stopped, with connections that are soon given up."""
    if os.environ.get("OPTIMIZER_TEST_POSTGRES"):
        pytest.skip("the server may be on another machine")
    from optimizer.store.database import silence

    monkeypatch.setattr(silence, "SILENCE", 1)
    yield database(postgres)
    leave(postgres)


@contextmanager
def stopped(process):
    """Have a process of the server stand still."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


def process_of(connection):
    return connection.execute(text("SELECT pg_backend_pid()")).scalar()


def test_a_connection_that_stands_still_is_given_up_for_a_new_one(impatient):
    with impatient.reading() as connection:
        process = process_of(connection)
    began = time.monotonic()
    with stopped(process), impatient.reading() as connection:
        assert process_of(connection) != process
    assert time.monotonic() - began < 5


def test_a_request_that_is_not_answered_ends(impatient):
    began = time.monotonic()
    with (
        pytest.raises(StoreError, match="it has not answered for 1 seconds"),
        impatient.reading() as connection,
        stopped(process_of(connection)),
    ):
        process_of(connection)
    assert time.monotonic() - began < 5
    with impatient.reading() as connection:
        assert process_of(connection)


def test_a_connection_comes_back_without_a_transaction_and_a_writer_sees_what_others_wrote(impatient):
    with pytest.raises(ZeroDivisionError), impatient.writing() as connection:
        process = process_of(connection)
        raise ZeroDivisionError
    with impatient.reading() as connection:
        assert process_of(connection) == process
        assert connection.execute(text("SHOW transaction_isolation")).scalar() == "repeatable read"
        held = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
        assert connection.execute(text(held)).scalar() == 0
    with impatient.writing() as connection:
        assert process_of(connection) == process
        assert connection.execute(text("SHOW transaction_isolation")).scalar() == "read committed"
