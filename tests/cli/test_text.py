"""Letters that a console does not know, and bytes that are no text."""

import json
import os
import subprocess
import sys

import pytest

from optimizer.workbook.unit.read import read
from tests.paths import PROJECT, SAMPLES
from tests.stores import empty

SMALL = SAMPLES / "unit-small.xlsx"
COMMAND = [sys.executable, "-c", "from optimizer.cli import main; main()"]


def run(arguments, **env):
    path = os.pathsep.join([str(PROJECT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [*COMMAND, *arguments],
        env={**os.environ, "PYTHONPATH": path, **env},
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_a_console_does_not_know_is_escaped_and_json_stays_json(tmp_path, encoding):
    store = {"OPTIMIZER_DB": str(tmp_path / "store.db"), "PYTHONIOENCODING": encoding}
    (tmp_path / "store.db").write_bytes(empty())
    assert run(["draft", "open", SMALL, "--unit", "4 Wést 北😀", "--name", "Dëc"], **store).returncode == 0
    listed = run(["draft", "list", "--json"], **store)
    assert listed.returncode == 0, listed.stderr
    printed = listed.stdout.decode("utf-8" if encoding == "ascii" else encoding)  # click knows better than ASCII
    assert "4 Wést 北😀" in json.dumps(json.loads(printed), ensure_ascii=False)
    assert b"Traceback" not in run(["draft", "list"], **store).stderr


def test_a_reason_whose_bytes_are_no_text_is_refused_with_a_sentence(tmp_path):
    store = {"OPTIMIZER_DB": str(tmp_path / "store.db")}
    (tmp_path / "store.db").write_bytes(empty())
    assert run(["draft", "open", SMALL, "--unit", "4 West", "--name", "December"], **store).returncode == 0
    unit = read(SMALL).unit
    place = ["--who", unit.staff[0].id, "--day", str(unit.days[0]), "--shift", "D"]
    refused = run(["draft", "edit", "1", "--version", "1", *place, "--why", b"b\xe9cause"], **store)
    assert refused.returncode == 2
    assert b"is not text" in refused.stderr
    assert b"Traceback" not in refused.stderr
