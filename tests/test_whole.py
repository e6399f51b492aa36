"""Files are written whole or not at all."""

import os
import resource
import signal
import stat
import subprocess
import sys
import textwrap

import pytest

from optimizer.whole import whole, write_whole
from tests.paths import PROJECT


@pytest.fixture
def old(tmp_path):
    place = tmp_path / "roster.xlsx"
    place.write_bytes(b"the old roster")
    return place


def alone(place):
    return [each.name for each in place.parent.iterdir()] == [place.name]


def test_what_is_written_takes_the_old_ones_place_and_its_permissions(old):
    old.chmod(0o640)
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert alone(old)


@pytest.mark.parametrize("stopped", [OSError("no room"), KeyboardInterrupt(), ValueError("a bad cell")])
def test_what_stops_the_writing_leaves_the_old_one(old, stopped):
    with pytest.raises(type(stopped)), whole(old) as beside:
        beside.write_bytes(b"half")
        raise stopped
    assert old.read_bytes() == b"the old roster"
    assert alone(old)


def test_a_link_is_written_through(old):
    link = old.with_name("link.xlsx")
    link.symlink_to(old)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_where_there_is_no_folder_nothing_is_written(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "none" / "roster.xlsx", b"new")


WRITING = """
    import signal, sys, time
    from pathlib import Path
    from optimizer.whole import whole
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever began it may have had it ignored
    with whole(Path(sys.argv[1])) as beside:
        beside.write_bytes(b"half")
        print("half", flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_a_kill_in_the_middle_leaves_the_old_one(old, by):
    command = [sys.executable, "-c", textwrap.dedent(WRITING), str(old)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=PROJECT) as writer:
        assert writer.stdout.readline()
        writer.send_signal(by)
    assert old.read_bytes() == b"the old roster"


def test_a_full_disk_leaves_the_old_one(old):
    child = os.fork()
    if not child:  # a limit of the process stands for a disk that is full
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_whole(old, bytes(5000))
        except OSError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert old.read_bytes() == b"the old roster"
    assert alone(old)
