"""What scopes of people and shifts say; and the words for numbers and dates, as all above staffing finds them here."""

from optimizer.planning.words import (
    MUST_FIX,
    POINTS,
    clock,
    count,
    either,
    hours,
    on,
    percent,
    points,
    points_changed,
    told_gap,
)
from optimizer.staffing.facts.scope import NOT, Scope

__all__ = [
    "MUST_FIX",
    "POINTS",
    "clock",
    "count",
    "either",
    "everyone",
    "hours",
    "kinds",
    "on",
    "percent",
    "points",
    "points_changed",
    "told_gap",
]


def kinds(scope: Scope, thing: str) -> str:
    """Return what a scope of shifts counts: "D or E duties", "duties other than night"; all "duties" when empty."""
    meant, others = _two_sides(scope)
    return f"{meant}{' ' if meant else ''}{thing}{' other than ' if others else ''}{others}"


def everyone(scope: Scope) -> str:
    """Return whom a scope means: "everyone", "everyone but Agency", "everyone among RN or LPN but not ann"."""
    meant, others = _two_sides(scope)
    among = f" among {meant}" if meant else ""
    but = f" but{' not' if meant else ''} {others}" if others else ""
    return f"everyone{among}{but}"


def _two_sides(scope: Scope) -> tuple[str, str]:
    """Return the words that include and those that exclude, in their order."""
    meant = [word for word in scope if not word.startswith(NOT)]
    others = [word.removeprefix(NOT) for word in scope if word.startswith(NOT)]
    return either(meant), either(others)
