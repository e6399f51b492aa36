"""A store on each kind of database; PostgreSQL is OPTIMIZER_TEST_POSTGRES, or a private cluster of this machine."""

import os
import shutil
import socket
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

from optimizer.store.database.connection import database, url_of
from tests.store.made import MANAGER, files, of_cluster, with_tables

__all__ = ["MANAGER"]


@pytest.fixture(scope="session")
def postgres():
    """Return the URL of a cluster that tests may make databases in."""
    if address := os.environ.get("OPTIMIZER_TEST_POSTGRES"):
        yield address
        return
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not programs:
        pytest.skip("PostgreSQL is not installed and OPTIMIZER_TEST_POSTGRES is not set")
    folder = Path(tempfile.mkdtemp(prefix="optimizer-postgres-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    yield from _cluster(programs[-1], folder, user)


def _cluster(programs, folder, user):
    def run(program, *arguments):
        subprocess.run([programs / program, *arguments], user=user, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run("initdb", "-D", folder / "data", "-U", "tests", "--auth=trust", "-E", "UTF8")
    hasty = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # the tests kill clients, not the server
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {hasty}"
    run("pg_ctl", "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options)
    try:
        yield f"postgresql://tests@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", folder / "data")
        subprocess.Popen(["rm", "-r", folder], start_new_session=True)  # 300 databases: nobody waits for so many files


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request, tmp_path):
    """Return what makes the addresses of databases of one kind: empty, or like another."""
    if request.param == "sqlite":
        yield files(tmp_path)
        return
    with of_cluster(url_of(request.getfixturevalue("postgres"))) as make:
        yield make


@pytest.fixture(scope="session")
def templates(tmp_path_factory):
    """Return what gives the address of a store of a kind that has its tables and nothing in them, to be copied."""

    @cache
    def template(url):
        if url is None:
            return with_tables(files(tmp_path_factory.mktemp("template"))())
        with of_cluster(url) as make:
            return with_tables(make())

    return template


@pytest.fixture
def address(request, new_address, templates):
    """Return the address of a store with its tables."""
    of_files = request.node.callspec.params["new_address"] == "sqlite"
    return new_address(templates(None if of_files else url_of(request.getfixturevalue("postgres"))))


@pytest.fixture
def store(address):
    return database(address)
