"""Opens the page in a browser: app."""

import os
import subprocess
import sys
from pathlib import Path

import click

from optimizer.cli.terminal import refuse

PLACES = (Path(__file__).parents[2], Path())
"""Where the project may be cloned to: around this file, or where the command is given."""


@click.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1024, 65535), help="Where it listens.")
@click.option("--db", help="The store: a file, or a PostgreSQL URL. OPTIMIZER_DB, or your data folder, if not given.")
def app(port: int, db: str | None) -> None:
    """Start the page for this machine's browser. Ctrl-C ends it."""
    root = next((place for place in PLACES if (place / "app.py").exists()), None)
    if root is None:
        refuse(
            ["There is no app.py here; give this command in the folder that the project was cloned to."], as_json=False
        )
        return
    environment = {**os.environ, **({"OPTIMIZER_DB": db} if db else {})}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    try:
        sys.exit(subprocess.run(command, cwd=root, env=environment, check=False).returncode)  # noqa: S603
    except KeyboardInterrupt:
        sys.exit(0)
