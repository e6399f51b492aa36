"""One way to write things down, so that the same thing always has the same digest."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.shift import Duty


def canonical(value: Any) -> str:
    """Return a value as JSON, with sorted keys and no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(value: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def now() -> str:
    """Return the time, in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def written(plan: Plan) -> str:
    """Return a schedule as JSON rows of who, day, shift, role."""
    return canonical(sorted([who, duty.day.isoformat(), duty.shift, duty.role] for who, duty in plan))


def read_plan(rows: str) -> Plan:
    """Return the schedule that JSON rows hold."""
    return frozenset(
        Pair(who, Duty(date.fromisoformat(day), shift, role)) for who, day, shift, role in json.loads(rows)
    )
