"""A Streamlit server and a browser for tests; both are missing on many machines, and then a test is skipped."""

import os
import shutil
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from tests.ui.servers import begin

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""A browser without windows opens a page for half of the work that one takes which has them and hides them."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]
"""Letters stand where their font puts them: on paper, hinted ones leave gaps inside of words without windows."""
ROOT = Path(__file__).parents[2]


@contextmanager
def serve(script: Path, env: Mapping[str, str] | None = None, port: int | None = None) -> Iterator[str]:
    """Run a Streamlit script, on a free port when none is named, give its address, and stop it at the end."""
    port = port or free_port()
    words = [
        "run", str(script), f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1",
        "--server.fileWatcherType=none", "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    server = begin(words, {"PYTHONPATH": path, **(env or {})})
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/_stcore/health", server.runs)
        yield url
    finally:
        server.stop()


@contextmanager
def chromium() -> Iterator[Any]:
    """Give a headless Chromium; skip the test, with the reason, where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if not CHROMIUM:
        pytest.skip("there is no chromium-headless-shell and no chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, runs: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until an address answers, as long as its server runs."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and runs():
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"The server does not answer at {url}.")
