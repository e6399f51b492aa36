"""Opens the page in a browser: app."""

import os
import subprocess
import sys
from pathlib import Path

import click

from optimizer.cli.terminal import refuse

ROOT = Path(__file__).parents[2]


@click.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1024, 65535), help="Where it listens.")
@click.option("--db", help="The store: a file, or a PostgreSQL URL. OPTIMIZER_DB, or your data folder, if not given.")
def app(port: int, db: str | None) -> None:
    """Start the page for this machine's browser. Ctrl-C ends it."""
    page = ROOT / "app.py"
    if not page.exists():
        refuse([f"{page} is not there; the page runs from a clone of the project."], as_json=False)
    environment = {**os.environ, **({"OPTIMIZER_DB": db} if db else {})}
    command = [sys.executable, "-m", "streamlit", "run", str(page), f"--server.port={port}"]
    try:
        sys.exit(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode)  # noqa: S603
    except KeyboardInterrupt:
        sys.exit(0)
