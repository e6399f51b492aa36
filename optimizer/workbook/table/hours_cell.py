"""Hours as people type them: 10.75, 10:45, or a time cell."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

from optimizer.workbook.table.parse import number

WRITTEN = re.compile(r"(\d{1,4}):([0-5]\d)")


def hours_of(low: float, high: float) -> Callable[[Any], float]:
    """Return a parser for hours between two others: a number of them, or hours and minutes."""
    parse_number = number(low, high)

    def parse(value: Any) -> float:
        if isinstance(value, timedelta):
            return parse_number(value / timedelta(hours=1))
        if isinstance(value, time):
            return parse_number(value.hour + value.minute / 60)
        written = WRITTEN.fullmatch(value) if isinstance(value, str) else None
        return parse_number(int(written[1]) + int(written[2]) / 60 if written else value)

    return parse
