"""A wheel, installed where there is no clone, has all that it is used with: the page, its theme, the samples."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import urllib.request
import venv
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from tests.paths import PROJECT
from tests.ui.browser import free_port, wait_for

CLONED = ("app.py", ".streamlit", "data", "optimizer", "pyproject.toml", "README.md", "LICENSE")
"""What a wheel is built of. A copy of it, since what is left of an older build would go into the wheel, too."""
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return a function that runs a program of an environment with nothing but the wheel and what that depends on."""
    place = tmp_path_factory.mktemp("installed")
    clone, environment, empty = (place / name for name in ("clone", "environment", "empty"))
    for name in CLONED:
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        clone.mkdir(exist_ok=True)
        copy(PROJECT / name, clone / name)
    pip("wheel", "--no-deps", "--wheel-dir", place, clone)
    shutil.rmtree(clone)
    venv.create(environment)
    python = environment / SCRIPTS / "python"
    pip("--python", python, "install", "--no-deps", "--no-index", *place.glob("*.whl"))
    (packages,) = environment.rglob("site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    empty.mkdir()
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "OPTIMIZER"))}

    def start(*words):
        return subprocess.Popen(
            [environment / SCRIPTS / "optimizer", *words], cwd=empty, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**variables, "HOME": str(place)},
        )  # fmt: skip

    return start


def pip(*words):
    done = subprocess.run([sys.executable, "-m", "pip", "--quiet", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def said(process):
    """Return what a command says until it ends, which it does well."""
    text, _ = process.communicate(timeout=120)
    assert process.returncode == 0, text
    return text


def test_it_tells_its_version(installed):
    version = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["version"]
    assert said(installed("--version")).strip().endswith(version)


def test_a_sample_that_the_guide_names_is_solved(installed):
    (folder,) = re.findall(r"Workbooks to try them on are in (\S+)[.]", said(installed("guide")))
    assert f"optimizer compare {folder}/unit-medsurg.xlsx" in said(installed("guide", "scenarios"))
    assert str(PROJECT) not in folder
    told = said(installed("solve", f"{folder}/unit-small.xlsx", "-o", "schedule.xlsx", "--seconds", "30"))
    assert "schedule.xlsx" in told


def test_the_page_opens_with_its_theme_and_a_sample(installed):
    theme = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())["theme"]
    port = free_port()
    server = installed("app", "--port", str(port), "--db", "store.db")
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", lambda: server.poll() is None)
        with ThreadPoolExecutor() as apart:  # a browser of other tests keeps a loop in this thread
            session, drawn = apart.submit(asyncio.run, first_look(port)).result()
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):  # a busy machine may take long over it
            server.wait(10)
        server.kill()
        server.wait()
    with pytest.raises(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
        pass  # what was started by the command ended with it
    assert session.custom_theme.light.primary_color == theme["light"]["primaryColor"]
    assert session.custom_theme.base_font_size == theme["baseFontSize"]
    assert any("(sample)" in str(message) for message in drawn)


async def first_look(port):
    """Return what a browser is told first, and what it is told to draw until the page is drawn."""
    async with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        await socket.send(asked.SerializeToString())
        session, drawn = None, []
        async with asyncio.timeout(60):
            async for packed in socket:
                message = ForwardMsg.FromString(packed)
                kind = message.WhichOneof("type")
                session = message.new_session if kind == "new_session" else session
                drawn.append(message)
                if kind == "script_finished":
                    return session, drawn
    raise AssertionError("The page was not drawn.")
