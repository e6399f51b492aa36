"""What was written into her file, what was not and why, and what differs from what stood there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from optimizer.workbook.into.changes import CodeChange

Codes = Mapping[tuple[str, date], tuple[str, ...]]
"""What people do, in the words of the roster: codes by name and day, none for a day off.

People and days that it does not speak of are left as they are.
"""


@dataclass(frozen=True)
class WrittenRoster:
    """Her file as bytes; ``told`` are sentences about what was done beside writing codes, or could not be."""

    content: bytes
    told: tuple[str, ...] = ()
    changes: tuple[CodeChange, ...] = field(default=())
