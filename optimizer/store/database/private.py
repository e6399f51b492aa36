"""Files that only their owner may read and write: the store, what SQLite keeps beside it, and backups."""

import os
import stat
from contextlib import suppress
from pathlib import Path

OWNER = stat.S_IRUSR | stat.S_IWUSR
BESIDE = ("", "-wal", "-shm", "-journal")
"""What the names of SQLite's files end in."""


def make_private(path: Path) -> None:
    """Make an empty file that is its owner's alone. Raise FileExistsError when there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER))


def keep_private(path: Path) -> None:
    """Make the file of a store, or take its files from everybody but their owner where they are there already.

    SQLite gives what it makes beside the file the same rights. Files of another owner are left to them.
    """
    with suppress(FileExistsError):
        make_private(path)
    for file in (path.with_name(path.name + end) for end in BESIDE):
        with suppress(FileNotFoundError, PermissionError):
            if stat.S_IMODE(file.stat().st_mode) & ~OWNER:
                file.chmod(OWNER)
