"""What scopes of shifts say; and the words for numbers and dates, as everything above staffing finds them here."""

from optimizer.planning.words import clock, count, either, hours, money, on
from optimizer.staffing.facts.scope import NOT, Scope

__all__ = ["clock", "count", "either", "hours", "kinds", "money", "on"]


def kinds(scope: Scope, thing: str) -> str:
    """Return what a scope of shifts counts: "D or E duties", "duties other than night"; all "duties" when empty."""
    meant = " or ".join(word for word in scope if not word.startswith(NOT))
    others = " or ".join(word.removeprefix(NOT) for word in scope if word.startswith(NOT))
    return f"{meant}{' ' if meant else ''}{thing}{' other than ' if others else ''}{others}"
