"""A Streamlit server and a browser for tests; both are missing on many machines, and then a test is skipped."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ROOT = Path(__file__).parents[2]


@contextmanager
def serve(script: Path, env: Mapping[str, str] | None = None, port: int | None = None) -> Iterator[str]:
    """Run a Streamlit script, on a free port when none is named, give its address, and stop it at the end."""
    port = port or free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true",
        "--server.address=127.0.0.1", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    log = open(os.environ.get("OPTIMIZER_SERVER_LOG", os.devnull), "ab")  # noqa: SIM115, PTH123
    server = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path, **(env or {})},
        stdout=log, stderr=log,
    )  # fmt: skip
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/_stcore/health", server)
        yield url
    finally:
        stop(server)
        log.close()


def stop(server: subprocess.Popen[bytes]) -> None:
    """End a server; one that takes long over it, as on a busy machine, is killed."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a headless Chromium; skip the test, with the reason, where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 120) -> None:
    """Wait until an address answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"The server does not answer at {url}.")
