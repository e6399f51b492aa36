"""Streamlit servers, each a process of its own that a helper forks."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from tests.paths import PROJECT


@dataclass(frozen=True)
class Server:
    """A process that is not a child of this one."""

    id: int

    def runs(self) -> bool:
        """Tell whether the process has not ended yet."""
        try:
            os.kill(self.id, 0)
        except ProcessLookupError:
            return False
        return True

    def stop(self, seconds: float = 10) -> None:
        """End it; one that takes long over it, as on a busy machine, is killed."""
        for how in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.kill(self.id, how)
            until = time.monotonic() + seconds
            while self.runs() and time.monotonic() < until:
                time.sleep(0.02)


def begin(words: list[str], environment: dict[str, str]) -> Server:
    """Run the command ``streamlit`` with some words; OPTIMIZER_SERVER_LOG is the file that it writes to."""
    helper = _helper()
    log = os.environ.get("OPTIMIZER_SERVER_LOG", os.devnull)
    asked = {"words": words, "environment": {**os.environ, **environment}, "log": log}
    print(json.dumps(asked), file=helper.stdin, flush=True)
    return Server(int(helper.stdout.readline()))


@cache
def _helper() -> subprocess.Popen[str]:
    """Return the process that forks, which ends with this one."""
    path = os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ui.forker"], cwd=PROJECT, env={**os.environ, "PYTHONPATH": path}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
