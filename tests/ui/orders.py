"""Orders that do little, for jobs to be tried on."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Count:
    """Counts until it is stopped, or to a number."""

    to: int = 1_000_000

    def __call__(self, tell, stop):
        for number in range(self.to):
            if stop.wait(0.01):
                return f"stopped at {number}"
            tell(number)
        return f"counted to {self.to}"


@dataclass(frozen=True)
class Long:
    """Takes long to send, as panels of thousands do, and counts until it is stopped."""

    words: tuple[str, ...] = tuple(f"word {number}" for number in range(400_000))

    def __call__(self, tell, stop):
        return Count()(tell, stop)


@dataclass(frozen=True)
class Deaf:
    """Hears no stop, and has a child of its own, of which it tells."""

    def __call__(self, tell, stop):
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        tell((os.getpid(), child.pid))
        threading.Event().wait()


@dataclass(frozen=True)
class Die:
    """Kills its process."""

    def __call__(self, tell, stop):
        tell("last words")
        os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Fail:
    """Raises."""

    def __call__(self, tell, stop):
        raise ValueError("The budget is not a number.")


@dataclass(frozen=True)
class Chatter:
    """Prints where answers are, and tells how it runs."""

    def __call__(self, tell, stop):
        print("noise")
        os.write(1, b"more noise\n")
        return {
            "main": sys.modules["__main__"].__spec__.name,
            "nice": os.nice(0),
            "streamlit": "streamlit" in sys.modules,
        }


@dataclass(frozen=True)
class Orphan:
    """Writes to a file when it is stopped."""

    path: str

    def __call__(self, tell, stop):
        tell("begun")
        stop.wait(60)
        Path(self.path).write_text("stopped" if stop.is_set() else "late")


@dataclass(frozen=True)
class Timed:
    """Has some seconds, and tells how many are left of them when it begins."""

    seconds: float

    def __call__(self, tell, stop):
        return self.seconds
