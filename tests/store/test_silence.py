"""A database that takes a connection and never answers is given up."""

import socket
import time

import pytest

from optimizer.store.database.connection import database
from optimizer.store.errors import StoreError


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
