"""Begins Streamlit servers as forks of itself, which has imported what they run: that takes four seconds for each.

Every line that it reads is one server: the words after ``streamlit``, its environment and a log. The answer is its id.
"""

import gc
import json
import os
import signal
import sys
from importlib import import_module
from pkgutil import walk_packages

import altair
import pandas
import streamlit.web.bootstrap
import uvicorn
from streamlit.web.cli import main as streamlit_command

import optimizer.ui

USED = (altair, pandas, streamlit.web.bootstrap, uvicorn)


def main() -> None:
    """Fork for every line."""
    for module in walk_packages(optimizer.ui.__path__, "optimizer.ui."):
        import_module(module.name)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever ends is gone at once, though nobody asks how it went
    for line in sys.stdin:
        if not (server := os.fork()):
            serve(**json.loads(line))
        print(server, flush=True)


def serve(words: list[str], environment: dict[str, str], log: str) -> None:
    """Be a Streamlit server, as the command ``streamlit`` is."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number in (1, 2):
        os.dup2(os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["streamlit", *words]
    streamlit_command(words, prog_name="streamlit")


if __name__ == "__main__":
    main()
