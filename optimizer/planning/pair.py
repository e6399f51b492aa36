"""The decision: who gets what."""

from typing import Any, NamedTuple


class Pair(NamedTuple):
    """Gives one thing to one person: a duty to a nurse, a case to a case manager.

    ``what`` is hashable and belongs to the problem. Where walks read it, it has a ``day`` (a ``datetime.date``).
    """

    who: str
    what: Any


Plan = frozenset[Pair]
"""A whole decision. Diff, pin, ban, undo and storage are set operations."""
