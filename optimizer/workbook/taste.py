"""Reads a large file first in a process of its own, whose memory and time are limited, before anybody else does.

What a file unpacks to is counted beforehand (see ``file.extent``), which bounds small files; a large one may still
take more than a page that many people share can spare. ``python -m optimizer.workbook.taste`` is that process.
"""

import subprocess
import sys
import zipfile
from contextlib import suppress
from io import BytesIO

from optimizer.workbook.file.kind import TOO_BIG, file_fault
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError

LARGE = 4_000_000
"""Bytes, unpacked, from which on a file is tasted: reading one takes about as long as starting the process does."""
MOST_MEMORY, MOST_SECONDS = 2 << 30, 120


def taste(content: bytes, name: str) -> None:
    """Raise FaultyWorkbookError when a large file cannot be read within limits; what else is wrong is told later."""
    if file_fault(name, content) is not None or _unpacked(content) < LARGE:
        return
    command = [sys.executable, "-m", "optimizer.workbook.taste"]
    try:
        subprocess.run(command, input=content, check=True, timeout=MOST_SECONDS, capture_output=True)  # noqa: S603
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        fault = Fault(name, "", "the workbook takes more memory or time than is given to read one", TOO_BIG)
        raise FaultyWorkbookError([fault]) from error


def _unpacked(content: bytes) -> int:
    return sum(part.file_size for part in zipfile.ZipFile(BytesIO(content)).infolist())


def main() -> None:
    """Read what comes in, within the limits; faults are no reason to fail."""
    from optimizer.workbook.file.book import Book  # noqa: PLC0415 (only the process that reads needs it)
    from optimizer.workbook.panel.read import is_panel, panel_in  # noqa: PLC0415
    from optimizer.workbook.unit.read import look_into  # noqa: PLC0415

    _limit()
    book = Book(sys.stdin.buffer.read(), "")
    with suppress(FaultyWorkbookError):
        if is_panel(book.values):
            panel_in(book.opened)
        else:
            look_into(book.opened)


def _limit() -> None:
    """Set the limits, on systems that know them."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
