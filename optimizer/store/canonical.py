"""One way to write things down, so that the same thing always has the same digest."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from optimizer.caseload.panel import Case
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.shift import Duty
from optimizer.store.errors import StoreError


def canonical(value: Any) -> str:
    """Return a value as JSON, with sorted keys and no spaces; of bytes, which only workbooks and damage are, a digest.

    Half a character, which only damage is, stands as the escape that JSON has for it.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=of_bytes)
    return text.encode(errors="backslashreplace").decode()


def digest(value: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a value's canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def salted(salt: str, value: Any) -> str:
    """Return the HMAC-SHA-256 of a value's canonical JSON, which nobody can guess the value from without the salt."""
    return hmac.new(salt.encode(errors="backslashreplace"), canonical(value).encode(), hashlib.sha256).hexdigest()


def now(ago: timedelta = timedelta(0)) -> str:
    """Return the time, or what it was some time ago, in UTC."""
    return (datetime.now(UTC) - ago).isoformat(timespec="milliseconds")


def written(plan: Plan) -> str:
    """Return a plan as JSON rows: of who, day, shift, role for a schedule; of who and patient for caseloads."""
    return canonical(sorted(row_of(pair) for pair in plan))


def read_plan(rows: str) -> Plan:
    """Return the plan that JSON rows hold. Raise StoreError when they are damaged."""
    try:
        return frozenset(map(pair_of, json.loads(rows)))
    except (TypeError, ValueError) as error:
        raise StoreError("A schedule in the database is damaged; ask: optimizer audit verify.") from error


def row_of(pair: Pair) -> list[str]:
    """Return a pair as a row of texts."""
    who, what = pair
    return [who, what.patient] if isinstance(what, Case) else [who, what.day.isoformat(), what.shift, what.role]


def pair_of(row: Sequence[str]) -> Pair:
    """Return the pair of a row; a duty has a shift and a role after its day, a case is one patient alone."""
    who, what, *duty = row
    return Pair(who, Duty(date.fromisoformat(what), *duty) if duty else Case(what))


def of_bytes(value: Any) -> dict[str, str]:
    """Return what stands for bytes: their digest. Raise TypeError for anything else."""
    if not isinstance(value, bytes | memoryview):
        raise TypeError(f"{type(value).__name__} has no canonical form.")
    return {"sha256": hashlib.sha256(value).hexdigest()}
