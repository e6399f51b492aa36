"""Files that are written whole or not at all: whatever stops the writing, what was there before stays as it was."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a place beside a file to write to; it takes the file's place when all is written, and is gone when not.

    The new file is on the disk before the old one goes, and keeps its permissions; a link is written through.
    Raise OSError when nothing can be written there.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.stem[:40]}.{token_hex(4)}{path.suffix}")
    beside.touch(exist_ok=False)
    with suppress(FileNotFoundError):
        beside.chmod(path.stat().st_mode & 0o777)
    try:
        yield beside
        _to_disk(beside)
        beside.replace(path)
    except BaseException:  # a stop by the keyboard, too, leaves the file as it was
        with suppress(OSError):
            beside.unlink()
        raise
    with suppress(OSError):  # not every system lets a folder be put on the disk
        _to_disk(path.parent)


def write_whole(path: Path, content: bytes) -> None:
    """Write some bytes to a file whole or not at all."""
    with whole(path) as beside:
        beside.write_bytes(content)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
