"""Reads a workbook in a process of its own, whose memory and time are limited: what comes from anywhere may mean harm.

``python -m optimizer.workbook.recognise.read.apart`` is that process: a workbook comes in, its sheets go out as JSON.
"""

import json
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from optimizer.workbook.recognise.read.refused import RefusedError
from optimizer.workbook.recognise.sheet import CellSpot, RawSheet, RawValue

MOST_MEMORY, MOST_SECONDS = 2 << 30, 25
MOST_CELLS = 3_000_000


def read_apart(name: str, content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a workbook. Raise RefusedError when it is damaged, or takes more than it is given."""
    command = [sys.executable, "-m", "optimizer.workbook.recognise.read.apart"]
    try:
        done = subprocess.run(command, input=content, check=False, timeout=MOST_SECONDS, capture_output=True)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise RefusedError(f"{name} takes longer to read than {MOST_SECONDS} seconds; keep to one unit.") from error
    if done.returncode != 0:
        raise RefusedError(
            f"{name} takes more memory than is given to read one, or is damaged; save it again as .xlsx."
        )
    said = json.loads(done.stdout)
    if "fault" in said:
        raise RefusedError(f"{name} {said['fault']}")
    return tuple(_sheet(each) for each in said["sheets"])


def _sheet(said: dict[str, Any]) -> RawSheet:
    rows = tuple(tuple(map(_value, row)) for row in said["rows"])
    merges = tuple((_place(first), _place(last)) for first, last in said["merges"])
    fills = {(row, column): fill for row, column, fill in said["fills"]}
    return RawSheet(said["title"], rows, merges, fills=fills)


def _place(said: list[int]) -> CellSpot:
    return said[0], said[1]


def _value(said: Any) -> RawValue:
    if not isinstance(said, list):
        return None if said == "" else cast("RawValue", said)
    kind, value = said
    if kind == "span":
        return timedelta(seconds=value)
    if kind == "time":
        return time.fromisoformat(value)
    return date.fromisoformat(value) if kind == "date" else datetime.fromisoformat(value)


def main() -> None:
    """Write the sheets of the workbook that comes in, within the limits, or a fault."""
    from optimizer.workbook.recognise.read.workbook import FaultError, sheets_of  # noqa: PLC0415 (only the process that reads needs it)

    _limit()
    content = sys.stdin.buffer.read()
    try:
        said: dict[str, Any] = {"sheets": sheets_of(content)}
    except FaultError as error:
        said = {"fault": str(error)}
    json.dump(said, sys.stdout, ensure_ascii=True)


def _limit() -> None:
    """Set the limits, on systems that know them."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
