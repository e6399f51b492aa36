"""Opens the page in a browser: app."""

import os
import subprocess
import sys

import click

from optimizer.installed import home


@click.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1024, 65535), help="Where it listens.")
@click.option("--db", help="The store: a file, or a PostgreSQL URL. OPTIMIZER_DB, or your data folder, if not given.")
def app(port: int, db: str | None) -> None:
    """Start the page for this machine's browser. Ctrl-C ends it."""
    environment = {**os.environ, **({"OPTIMIZER_DB": db} if db else {})}
    command = [sys.executable, "-m", "streamlit", "run", str(home() / "app.py"), f"--server.port={port}"]
    if os.name == "posix":  # the page takes this process's place, so that whatever ends the one ends the other
        os.execve(sys.executable, command, environment)  # noqa: S606
    try:
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603
    except KeyboardInterrupt:
        sys.exit(0)
