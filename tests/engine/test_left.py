"""Threads that were left behind end before Python does."""

import subprocess
import sys
import threading
import time

from optimizer.engine.left import wait, watched

LEFT = """
import threading, time
from optimizer.engine.left import watched
watched(threading.Thread(target=lambda: (time.sleep(0.3), print("ended")), daemon=True)).start()
"""


def test_who_is_left_behind_is_waited_for():
    thread = watched(threading.Thread(target=lambda: time.sleep(0.1), daemon=True))
    thread.start()
    wait()
    assert not thread.is_alive()


def test_python_does_not_end_before_those_who_are_left_behind():
    done = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ended"
